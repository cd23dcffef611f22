import { describe, expect, it } from 'vitest';
import type { Assets } from '../assets.ts';
import { Page, type PageProps, renderPage } from './page.tsx';

const assets: Assets = {
  url: (name) => `/assets/hashed-${name}`,
  has: (name) => name === 'wr-map-pin.css',
  file: () => undefined,
  themeTokens: {},
};

const page = (props: Partial<PageProps> = {}) =>
  renderPage(
    <Page
      lang="nl"
      title="Melden"
      tenantName="Gemeente Zoetermeer"
      assets={assets}
      width="resident"
      footerLinks={[{ label: 'Privacy', href: '/privacy' }]}
      {...props}
    >
      <h1>Melden</h1>
    </Page>,
  );

describe('a page', () => {
  it('has a doctype, its language, one title and one main that the skip link reaches first', () => {
    const html = page();
    expect(html).toMatch(/^<!doctype html><html lang="nl" class="wijkregie-theme /);
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html).toContain('<title>Melden · Gemeente Zoetermeer</title>');
    expect(html).toMatch(/<body><a class="[^"]*skip-link[^"]*" href="#main">Overslaan naar inhoud</);
    expect(html).toContain('<main id="main"');
  });

  it('begins its title with the word for an error when its form came back', () => {
    expect(page({ hasErrors: true })).toContain('<title>Fout: Melden');
    expect(page({ hasErrors: true, lang: 'en' })).toContain('<title>Error: Melden');
  });

  it('holds no script, style or handler of its own', () => {
    const html = page({ scripts: ['wr-map-pin'], demoNote: 'Dit is een demonstratie' });
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\son[a-z]+=|\sstyle=/);
  });

  it('brings each script once, and the stylesheet that belongs to it', () => {
    const html = page({ scripts: ['wr-map-pin', 'wr-once'] });
    expect(html.match(/hashed-wr-once\.js/g)).toHaveLength(1);
    expect(html).toContain('<link rel="stylesheet" href="/assets/hashed-wr-map-pin.css"/>');
    expect(html).not.toContain('wr-once.css');
  });

  it('lets the tenant’s stylesheet come after the house’s', () => {
    const html = page({ themeHref: '/thema/abc.css' });
    expect(html.indexOf('/thema/abc.css')).toBeGreaterThan(html.indexOf('hashed-app.css'));
  });

  it('marks where the reader is, and names a person with their role', () => {
    const html = page({
      nav: [
        { label: 'Balie', href: '/balie', current: true },
        { label: 'Wijken', href: '/wijken' },
      ],
      userMenu: { name: 'Samira', role: 'wijkregisseur', signOut: { action: '/uit', label: 'Uitloggen' } },
      languageLink: { href: '/en', label: 'English', lang: 'en' },
      breadcrumb: [{ label: 'Begin', href: '/' }, { label: 'Melden' }],
    });
    expect(html).toContain('href="/balie" aria-current="page"');
    expect(html).toMatch(/Samira.*wijkregisseur/s);
    expect(html).toContain('lang="en" hrefLang="en">English');
    expect(html).toContain('<span aria-current="page">Melden</span>');
    expect(html).toContain('action="/uit"');
  });

  it('folds a long menu on a phone without script', () => {
    const nav = ['a', 'b', 'c', 'd'].map((name) => ({ label: name, href: `/${name}` }));
    expect(page({ nav })).toContain('<details class="wr-nav__fold" name="header"><summary>Menu</summary>');
    expect(page({ nav: nav.slice(0, 3) })).not.toContain('<details');
  });
});
