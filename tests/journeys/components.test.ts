import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { type Assets, loadAssets } from '#platform/web/assets.ts';
import { renderPage } from '#platform/web/shell/page.tsx';
import { tenantStylesheet } from '#platform/web/styles/tenant-theme.ts';
import { galleryAreas } from '#testing/gallery/enhancements.tsx';
import { galleryPage } from '#testing/gallery/page.tsx';
import { type PageServer, servePages } from '#testing/gallery/serve.ts';
import { buildAssets } from '../../scripts/build-assets.ts';
import { launchBrowser, openContext, sidewaysOverflow, type ViewOptions } from '../browser.ts';
import { barriersOn } from './support/axe.ts';

// A second, invented theme: proof that tokens alone change the whole look.
const otherTheme = tenantStylesheet({
  '--wijkregie-ground': '#f4f6fb',
  '--wijkregie-sand': '#e4e9f4',
  '--wijkregie-teal': '#2b3a8f',
  '--wijkregie-teal-dark': '#1e2a6b',
  '--wijkregie-teal-soft': '#e2e6f7',
  '--utrecht-button-border-radius': '0',
  '--basis-text-font-family-default': 'Georgia, serif',
});

let assets: Assets;
let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  const dir = makeTemporaryFolder('assets');
  await buildAssets(undefined, dir);
  assets = loadAssets(dir);
  removeTemporaryFolder(dir);
  server = await servePages(assets, {
    '/staff': renderPage(galleryPage({ assets })),
    '/resident': renderPage(galleryPage({ assets, width: 'resident' })),
    '/other': renderPage(galleryPage({ assets, themeHref: '/other.css' })),
    '/other.css': otherTheme.css,
    '/gallery-areas.json': JSON.stringify(galleryAreas),
    '/gallery-nearby': '<p>Hier loopt al een melding.</p>',
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page, and fails when the browser reports anything against our own content policy or scripts. */
const withPage = async (path: string, options: ViewOptions, work: (page: Page) => Promise<void>) => {
  const context = await openContext(browser, options);
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(server.url + path);
    await work(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
};

describe('the gallery of components', () => {
  it.each([
    ['/staff', 320],
    ['/staff', 1280],
    ['/resident', 320],
    ['/resident', 1280],
    ['/other', 1280],
  ])('%s at %i pixels has nothing that keeps people out', async (path, width) => {
    await withPage(path, { width }, async (page) => {
      expect(await barriersOn(page, 21)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    });
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: {
        // React writes some attribute names with capitals, closes void elements, and writes `=""`; browsers do not mind.
        'attr-case': 'off',
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'doctype-style': 'off',
        // Several ticks of one question share its name.
        'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
        // Written out for the tables, which lose their roles when they are laid out as cards.
        'no-redundant-role': 'off',
        'prefer-native-element': 'off',
      },
    });
    for (const width of ['staff', 'resident'] as const) {
      const report = await validator.validateString(renderPage(galleryPage({ assets, width })));
      const found = report.results.flatMap(({ messages }) =>
        messages.map((one) => `${one.ruleId}: ${one.message}`),
      );
      expect(found).toEqual([]);
    }
  });

  it('changes its look by tokens alone', async () => {
    await withPage('/other', {}, async (page) => {
      const style = await page.evaluate(() => {
        const button = document.querySelector('.utrecht-button--primary-action');
        const { backgroundColor, borderRadius, fontFamily } = getComputedStyle(button ?? document.body);
        return { backgroundColor, borderRadius, fontFamily };
      });
      expect(style).toEqual({
        backgroundColor: 'rgb(43, 58, 143)',
        borderRadius: '0px',
        fontFamily: 'Georgia, serif',
      });
    });
  });

  it('keeps text readable when a reader sets it wider, and all targets large enough', async () => {
    await withPage('/staff', { width: 320 }, async (page) => {
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
        );
        document.adoptedStyleSheets = [sheet];
      });
      expect(await sidewaysOverflow(page)).toBe(0);
    });
  });
});

describe('the keyboard', () => {
  it('reaches the skip link first and the content by it', async () => {
    await withPage('/resident', { javaScript: false }, async (page) => {
      await page.keyboard.press('Tab');
      const link = page.getByRole('link', { name: 'Overslaan naar inhoud' });
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
      const box = await link.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });

  it('shows where it stands, on each thing it reaches', async () => {
    await withPage('/resident', {}, async (page) => {
      const widths: string[] = [];
      for (let step = 0; step < 30; step++) {
        await page.keyboard.press('Tab');
        widths.push(
          await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineWidth),
        );
      }
      expect(new Set(widths)).toEqual(new Set(['3px']));
    });
  });

  it('is brought to the error summary, and from there to the input with its label', async () => {
    await withPage('/resident', { width: 320 }, async (page) => {
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
      await page.getByRole('link', { name: /Vul een e-mailadres in/ }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('mail');
      const label = await page.locator('label[for=mail]').boundingBox();
      expect(label?.y).toBeGreaterThanOrEqual(0);
      expect(label?.y).toBeLessThan(300);
    });
  });
});

describe('without script', () => {
  it('the menu of a phone opens, and the table is a stack of cards', async () => {
    await withPage('/staff', { width: 320, javaScript: false }, async (page) => {
      const link = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Monitor' });
      expect(await link.isVisible()).toBe(false);
      await page.getByText('Menu', { exact: true }).click();
      expect(await link.isVisible()).toBe(true);
      const cells = page.locator('.wr-table tbody tr').first().locator('th, td');
      const [first, second] = [await cells.nth(0).boundingBox(), await cells.nth(1).boundingBox()];
      expect(second?.y).toBeGreaterThanOrEqual((first?.y ?? 0) + (first?.height ?? 0) - 1);
    });
  });
});

describe('on paper', () => {
  it('the thread stays and the navigation goes', async () => {
    await withPage('/staff', {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.wr-thread').first().isVisible()).toBe(true);
      expect(await page.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false);
      expect(await page.getByText('Dit staat alleen op papier.').isVisible()).toBe(true);
    });
  });
});
