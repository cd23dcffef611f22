import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface HeadingProps {
  level: 1 | 2 | 3 | 4;
  /** How large it looks, when that differs from its place in the outline. */
  look?: 1 | 2 | 3 | 4;
  id?: string;
  children: ReactNode;
}

const headingClass = {
  1: 'utrecht-heading-1',
  2: 'utrecht-heading-2',
  3: 'utrecht-heading-3',
  4: 'utrecht-heading-4',
} as const;

export const Heading = ({ level, look = level, id, children }: HeadingProps) => {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={headingClass[look]}>
      {children}
    </Tag>
  );
};

export interface ParagraphProps {
  small?: boolean;
  /** Softer ink, for what may be skipped. */
  muted?: boolean;
  id?: string;
  children: ReactNode;
}

export const Paragraph = ({ small, muted, id, children }: ParagraphProps) => (
  <p
    id={id}
    className={classNames('utrecht-paragraph', small && 'utrecht-paragraph--small', muted && 'wr-muted')}
  >
    {children}
  </p>
);

/** The opening sentence under a page's heading. */
export const Lead = ({ children }: { children: ReactNode }) => (
  <p className="utrecht-paragraph utrecht-paragraph--lead">{children}</p>
);

export interface LinkProps {
  href: string;
  /** Language of the page behind the link and of its text, when it differs from this page. */
  lang?: string;
  /** Suggested file name: the browser saves instead of opening. */
  download?: string;
  children: ReactNode;
}

export const Link = ({ href, lang, download, children }: LinkProps) => (
  <a
    className="utrecht-link utrecht-link--html-a"
    href={href}
    lang={lang}
    hrefLang={lang}
    download={download}
  >
    {children}
  </a>
);

/** The language in which residents and officials write, whatever the language of the page around it. */
const OWN_LANG = 'nl';

/** Somebody's own words (a title, a reason, a promise) on a page that may be in another language (WCAG 3.1.2). */
export const Own = ({ children }: { children: ReactNode }) => <span lang={OWN_LANG}>{children}</span>;

/** A sentence of ours that has somebody's own words in it: those that stand in `text` are marked as {@link Own}. */
export const OwnIn = ({ text, own }: { text: string; own: readonly (string | null | undefined)[] }) => {
  const [first, ...others] = own.filter((words) => words && text.includes(words));
  if (!first) return text;
  const at = text.indexOf(first);
  return (
    <>
      <OwnIn text={text.slice(0, at)} own={others} />
      <Own>{first}</Own>
      <OwnIn text={text.slice(at + first.length)} own={others} />
    </>
  );
};

export interface QuoteProps {
  children: ReactNode;
  by?: ReactNode;
  /** The language of the words, when they are ours or known to be in another. */
  lang?: string | undefined;
}

/** Somebody's own words, with who said it beneath. */
export const Quote = ({ children, by, lang = OWN_LANG }: QuoteProps) => (
  <figure className="wr-quote">
    <blockquote lang={lang}>{children}</blockquote>
    {by === undefined ? null : <figcaption>{by}</figcaption>}
  </figure>
);

export interface ListProps {
  items: readonly { key: string; content: ReactNode }[];
  ordered?: boolean;
  /** No bullets, more room: for lists of links. */
  plain?: boolean;
}

export const List = ({ items, ordered, plain }: ListProps) => {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag className={classNames('wr-list', plain && 'wr-list--plain')}>
      {items.map(({ key, content }) => (
        <li key={key}>{content}</li>
      ))}
    </Tag>
  );
};

/** Words only for those who listen to the page. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className="wr-visually-hidden">{children}</span>
);
