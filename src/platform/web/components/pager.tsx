import { type WebLang, webTexts } from '../texts.ts';
import { Icon } from './icon.tsx';

export interface PagerProps {
  lang: WebLang;
  /** Addresses of the neighbouring pages; a keyset list knows no page numbers. */
  previousHref?: string | undefined;
  nextHref?: string | undefined;
}

/** Earlier and later in a long list. Renders nothing when the list fits on one page. */
export const Pager = ({ lang, previousHref, nextHref }: PagerProps) => {
  if (previousHref === undefined && nextHref === undefined) return null;
  const texts = webTexts(lang);
  return (
    <nav className="wr-pager" aria-label={texts.pages}>
      {previousHref === undefined ? null : (
        <a className="utrecht-link utrecht-link--html-a wr-pager__link" href={previousHref} rel="prev">
          <Icon name="arrow-left" />
          {texts.previousPage}
        </a>
      )}
      {nextHref === undefined ? null : (
        <a
          className="utrecht-link utrecht-link--html-a wr-pager__link wr-pager__link--next"
          href={nextHref}
          rel="next"
        >
          {texts.nextPage}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
};
