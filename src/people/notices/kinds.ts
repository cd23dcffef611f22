import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Action } from '../matrix.ts';

/** The words of one kind of notice, and where its object is found. */
export interface NoticeKind {
  readonly catalogue: Catalogue;
  readonly key: string;
  readonly href: (objectId: string) => string;
  /** Who may not do this is told, and gets no link: a team manager hears of a late signaal that he may not read. */
  readonly action?: Action;
}

const known = new Map<string, NoticeKind>();

/** Gives a kind of notice its words and its link. Throws when the kind is taken. */
export const registerNoticeKind = <Source extends Texts>(
  kind: string,
  catalogue: Catalogue<Source>,
  key: keyof Source & string,
  href: (objectId: string) => string,
  action?: Action,
): void => {
  if (known.has(kind)) throw new Error(`Notice kind ${kind} is registered twice`);
  known.set(kind, { catalogue, key, href, ...(action ? { action } : {}) });
};

/** How a kind of notice is shown; undefined when no room registered it. */
export const noticeKind = (kind: string): NoticeKind | undefined => known.get(kind);
