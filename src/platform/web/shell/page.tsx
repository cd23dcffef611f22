import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Assets } from '../assets.ts';
import { type WebLang, webTexts } from '../texts.ts';
import {
  type Crumb,
  type LanguageLink,
  PageFooter,
  PageHeader,
  type PageLink,
  type UserMenu,
} from './header-footer.tsx';

/** `resident`: one calm column. `staff`: the full width, a little denser. */
export type PageWidth = 'resident' | 'staff';

export interface PageProps {
  lang: WebLang;
  /** Unique for this page; stands in the browser's tab before the tenant's name. */
  title: string;
  tenantName: string;
  /** Address of the tenant's own hashed stylesheet; without it the house theme shows. */
  themeHref?: string | undefined;
  assets: Assets;
  /** Where the tenant's name leads; default `/`. */
  homeHref?: string;
  nav?: readonly PageLink[];
  languageLink?: LanguageLink | undefined;
  userMenu?: UserMenu | undefined;
  breadcrumb?: readonly Crumb[];
  width: PageWidth;
  /** The custom elements this page uses, such as `wr-map-pin`: their script comes along, and their stylesheet if they have one. */
  scripts?: readonly string[];
  /** RSS about what this page shows. */
  feeds?: readonly { readonly href: string; readonly title: string }[];
  footerLinks: readonly PageLink[];
  /** One sentence under the header, such as "Dit is een demonstratie". */
  demoNote?: ReactNode;
  /** The form on this page came back with errors: the title then begins with "Fout: ". */
  hasErrors?: boolean | undefined;
  children: ReactNode;
}

// Small, and of use on nearly every page with a form, so every page brings them.
const commonElements = ['wr-once', 'wr-focus'];
const preloadedFonts = ['atkinson-hyperlegible-next-basic-400-normal.woff2'];

const Head = (props: PageProps) => {
  const { lang, title, tenantName, themeHref, assets, scripts = [], feeds = [], hasErrors } = props;
  const prefix = hasErrors ? webTexts(lang).errorTitlePrefix : '';
  const elements = [...new Set([...commonElements, ...scripts])];
  const styles = elements.map((name) => `${name}.css`).filter(assets.has);
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${prefix}${title} · ${tenantName}`}</title>
      <meta name="format-detection" content="telephone=no" />
      <link rel="icon" href={assets.url('icon.svg')} type="image/svg+xml" />
      {feeds.map((feed) => (
        <link
          key={feed.href}
          rel="alternate"
          type="application/rss+xml"
          href={feed.href}
          title={feed.title}
        />
      ))}
      {preloadedFonts.map((name) => (
        <link
          key={name}
          rel="preload"
          href={assets.url(name)}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      ))}
      <link rel="stylesheet" href={assets.url('app.css')} />
      {styles.map((name) => (
        <link key={name} rel="stylesheet" href={assets.url(name)} />
      ))}
      {themeHref === undefined ? null : <link rel="stylesheet" href={themeHref} />}
      {elements.map((name) => (
        <script key={name} type="module" src={assets.url(`${name}.js`)} />
      ))}
    </head>
  );
};

/** A whole page: head, skip link, header, main and footer. Give the result to {@link renderPage}. */
export const Page = (props: PageProps) => {
  const { lang, width, tenantName, children } = props;
  return (
    <html lang={lang} className={`wijkregie-theme wr-page wr-page--${width}`}>
      <Head {...props} />
      <body>
        <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#main">
          {webTexts(lang).skipToContent}
        </a>
        <PageHeader
          lang={lang}
          tenantName={tenantName}
          homeHref={props.homeHref ?? '/'}
          nav={props.nav ?? []}
          languageLink={props.languageLink}
          userMenu={props.userMenu}
          breadcrumb={props.breadcrumb ?? []}
          demoNote={props.demoNote}
        />
        <main id="main" className="wr-main wr-container wr-flow" tabIndex={-1}>
          {children}
        </main>
        <PageFooter lang={lang} tenantName={tenantName} links={props.footerLinks} />
      </body>
    </html>
  );
};

/** The document as text, with its doctype. */
export const renderPage = (page: ReactElement): string => `<!doctype html>${renderToStaticMarkup(page)}`;

/** A piece of a page as text: for what a client script fetches into a container. */
export const renderFragment = (piece: ReactElement): string => renderToStaticMarkup(piece);
