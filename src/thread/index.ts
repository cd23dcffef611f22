import type { RecurringJob } from '#platform/jobs/jobs.ts';
import type { MessageTemplate } from '#platform/mail/template.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { wholeThreadRoute } from './draad/routes.ts';
import { followMessages, followNews, followRoutes, followTexts } from './follow/index.ts';
import type { PageOf } from './links.ts';
import { openDataRoutes } from './open-data/routes.ts';
import { openDataTexts } from './open-data/texts.ts';
import { searchRoute } from './search/routes.ts';
import { searchTexts } from './search/texts.ts';
import { threadTexts } from './texts.ts';
import { wijkRoutes } from './wijk/routes.ts';
import { wijkTexts } from './wijk/texts.ts';

export { drawThread } from './draw.tsx';
export { explainableThread } from './explainable.ts';
export { followOnFocuspunt } from './follow/index.ts';
export { type PageOf, pagesOf } from './links.ts';
export type { ThreadKind } from './model.ts';
export { openFileName, openFiles } from './open-data/files.ts';
export type { OpenDataSource } from './open-data/read.ts';

/** All pages of this room; it asks which pages the house has, to lead to the best one of each object. */
export const threadRoutes = (pageOf: PageOf): readonly Route[] => [
  wholeThreadRoute(pageOf),
  ...wijkRoutes(pageOf),
  ...openDataRoutes,
  ...followRoutes,
  searchRoute(pageOf),
];

/** Everything this room sends. */
export const threadMessages: readonly MessageTemplate[] = followMessages;

/** All work of this room that comes back. */
export const threadRecurring: readonly RecurringJob[] = [followNews];

/** All texts of this room. */
export const threadCatalogues: readonly Catalogue<Texts>[] = [
  threadTexts,
  wijkTexts,
  openDataTexts,
  followTexts,
  searchTexts,
];
