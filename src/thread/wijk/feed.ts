import type { Rq } from '#platform/web/request.ts';
import type { ClearedSignaal } from '#signaal/index.ts';
import type { PageOf } from '../links.ts';
import { threadHref } from '../links.ts';
import { threadTexts } from '../texts.ts';
import { areaHref, type PublicArea } from './areas.ts';
import { feedHref } from './page.tsx';
import { storyCategory } from './parts.tsx';
import { wijkTexts } from './texts.ts';
import { focuspuntHref } from './work.tsx';
import type { Works } from './works.ts';

/** What the news of an area is made of. */
export interface FeedView {
  readonly area: PublicArea;
  readonly works: Works;
  readonly cleared: readonly ClearedSignaal[];
}

/** One piece of news; its guid stays the same for good. */
interface FeedItem {
  readonly guid: string;
  readonly at: Date;
  readonly title: string;
  readonly text: string;
  readonly href: string;
}

const MOST = 50;

/** The news of an area as RSS 2.0: knelpunten, focuspunten, decisions after their release, cleared words. No persons. */
export const feedOf = (rq: Rq, pageOf: PageOf, view: FeedView): string => {
  const t = rq.texts(wijkTexts);
  const { area } = view;
  const base = rq.world.publicUrl(rq.gemeente);
  const items = itemsOf(rq, pageOf, view)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || a.guid.localeCompare(b.guid))
    .slice(0, MOST);
  const built = items[0]?.at;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', t('feed.title', { name: area.name })),
    element('link', base + areaHref(area)),
    element('description', t('feed.about')),
    element('language', rq.lang),
    built ? element('lastBuildDate', built.toUTCString()) : '',
    `<atom:link href="${xml(base + feedHref(area))}" rel="self" type="application/rss+xml"/>`,
    ...items.map((item) => itemXml(base, item)),
    '</channel></rss>',
  ].join('\n');
};

const itemXml = (base: string, { guid, at, title, text, href }: FeedItem): string =>
  [
    '<item>',
    element('title', title),
    element('link', base + href),
    element('description', text),
    `<guid isPermaLink="false">${xml(guid)}</guid>`,
    element('pubDate', at.toUTCString()),
    '</item>',
  ].join('');

const element = (name: string, content: string): string => `<${name}>${xml(content)}</${name}>`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; characters that XML does not know are left out. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const itemsOf = (rq: Rq, pageOf: PageOf, { area, works, cleared }: FeedView): FeedItem[] => {
  const t = rq.texts(wijkTexts);
  const words = rq.texts(threadTexts);
  const knelpunten = works.knelpunten.map(({ id, title, sentence, createdAt }) => ({
    guid: `urn:uuid:${id}#knelpunt`,
    at: createdAt,
    title: t('feed.knelpunt', { title }),
    text: sentence,
    href: threadHref({ kind: 'knelpunt', id }),
  }));
  const focuspunten = works.focuspunten.flatMap((one) => {
    const { id, title, summary, state } = one;
    const href = focuspuntHref(pageOf, id);
    const opened = one.consultingSince ?? one.createdAt;
    const isOpen = one.reactionUntil !== null;
    return [
      {
        guid: `urn:uuid:${id}#focuspunt`,
        at: opened,
        title: isOpen ? t('feed.consulting', { title }) : t('feed.proposed', { title }),
        text: summary,
        href,
      },
      ...(one.decidedAt
        ? [
            {
              guid: `urn:uuid:${id}#besluit`,
              at: one.decidedAt,
              title: t('feed.decided', { title, state: words.dynamic(`state.focuspunt.${state}`) }),
              text: summary,
              href,
            },
          ]
        : []),
    ];
  });
  const stories = cleared.map((story) => ({
    guid: `urn:uuid:${story.id}#verteld`,
    at: story.clearedAt,
    title: t('feed.story', { category: storyCategory(rq, story) }),
    text: story.text ?? '',
    href: `${areaHref(area)}#verteld`,
  }));
  return [...knelpunten, ...focuspunten, ...stories];
};
