import { type WebLang, webTexts } from '../texts.ts';
import { NavList, type PageLink } from './nav-list.tsx';

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
