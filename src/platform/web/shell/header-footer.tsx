import type { ReactNode } from 'react';
import { type HiddenFieldProps, InlineForm } from '../components/form.tsx';
import { type WebLang, webTexts } from '../texts.ts';
import { NavList, type PageLink } from './nav-list.tsx';

export type { PageLink } from './nav-list.tsx';

/** The last crumb is the page itself and has no address. */
export interface Crumb {
  label: string;
  href?: string;
}

export interface LanguageLink {
  href: string;
  label: string;
  lang: WebLang;
}

export interface UserMenu {
  name: string;
  /** People come with their role. */
  role: string;
  links?: readonly PageLink[];
  signOut?: {
    action: string;
    label: string;
    csrf?: string | undefined;
    fields?: readonly HiddenFieldProps[];
  };
}

interface PageHeaderProps {
  lang: WebLang;
  tenantName: string;
  homeHref: string;
  nav: readonly PageLink[];
  languageLink: LanguageLink | undefined;
  userMenu: UserMenu | undefined;
  breadcrumb: readonly Crumb[];
  demoNote: ReactNode;
}

/** A thread through two knots: the product in the smallest drawing. */
const ThreadMark = () => (
  <svg className="wr-mark" viewBox="0 0 44 24" aria-hidden="true" focusable="false">
    <path d="M1 17c6 0 6-10 13-10s8 10 15 10 7-7 14-7" />
    <circle cx="14" cy="7" r="3.6" />
    <circle cx="29" cy="17" r="3.6" className="wr-mark__open" />
  </svg>
);

// A few links simply wrap on a phone; more of them fold into a menu there, which needs the list twice and no script.
const FOLD_FROM = 4;

const MainNav = ({ lang, links }: { lang: WebLang; links: readonly PageLink[] }) => {
  const texts = webTexts(lang);
  if (links.length === 0) return null;
  if (links.length < FOLD_FROM) {
    return (
      <nav className="wr-nav wr-container" aria-label={texts.mainNavigation}>
        <NavList links={links} />
      </nav>
    );
  }
  return (
    <nav className="wr-nav wr-nav--folds wr-container" aria-label={texts.mainNavigation}>
      <details className="wr-nav__fold" name="header">
        <summary>{texts.menu}</summary>
        <NavList links={links} />
      </details>
      <div className="wr-nav__wide">
        <NavList links={links} />
      </div>
    </nav>
  );
};

// The menu and the account share a name, so that opening one closes the other.
const Account = ({ lang, name, role, links, signOut }: UserMenu & { lang: WebLang }) => (
  <details className="wr-account" name="header">
    <summary>
      <span className="wr-visually-hidden">{webTexts(lang).account}: </span>
      <span className="wr-account__name">{name}</span> <span className="wr-account__role">{role}</span>
    </summary>
    <div className="wr-account__panel">
      {links === undefined || links.length === 0 ? null : <NavList links={links} />}
      {signOut === undefined ? null : <InlineForm look="secondary" {...signOut} />}
    </div>
  </details>
);

const Breadcrumb = ({ lang, crumbs }: { lang: WebLang; crumbs: readonly Crumb[] }) => (
  <nav className="wr-crumbs wr-container" aria-label={webTexts(lang).breadcrumb}>
    <ol>
      {crumbs.map(({ label, href }) => (
        <li key={`${href ?? ''} ${label}`}>
          {href === undefined ? (
            <span aria-current="page">{label}</span>
          ) : (
            <a className="utrecht-link utrecht-link--html-a" href={href}>
              {label}
            </a>
          )}
        </li>
      ))}
    </ol>
  </nav>
);

const TopRow = ({ lang, tenantName, homeHref, languageLink, userMenu }: PageHeaderProps) => (
  <div className="wr-header__top wr-container">
    <a className="wr-wordmark" href={homeHref}>
      <ThreadMark />
      <span>{tenantName}</span>
    </a>
    <div className="wr-header__tools">
      {languageLink === undefined ? null : (
        <a
          className="wr-header__language"
          href={languageLink.href}
          lang={languageLink.lang}
          hrefLang={languageLink.lang}
        >
          {languageLink.label}
        </a>
      )}
      {userMenu === undefined ? null : <Account lang={lang} {...userMenu} />}
    </div>
  </div>
);

/** Whose house this is, where one can go, who one is, and where one stands. */
export const PageHeader = (props: PageHeaderProps) => (
  <>
    <header className="wr-header">
      <TopRow {...props} />
      <MainNav lang={props.lang} links={props.nav} />
      {props.demoNote === undefined || props.demoNote === null ? null : (
        <div className="wr-demo-note">
          <div className="wr-container">{props.demoNote}</div>
        </div>
      )}
    </header>
    {props.breadcrumb.length === 0 ? null : <Breadcrumb lang={props.lang} crumbs={props.breadcrumb} />}
  </>
);

interface PageFooterProps {
  lang: WebLang;
  tenantName: string;
  links: readonly PageLink[];
}

export const PageFooter = ({ lang, tenantName, links }: PageFooterProps) => (
  <footer className="wr-footer">
    <div className="wr-container wr-footer__inner">
      <p className="wr-footer__name">{tenantName}</p>
      {links.length === 0 ? null : (
        <nav aria-label={webTexts(lang).aboutThisSite}>
          <NavList links={links} />
        </nav>
      )}
    </div>
  </footer>
);
