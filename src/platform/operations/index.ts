import type { Jobs, RecurringJob } from '../jobs/jobs.ts';
import type { Catalogue, Texts } from '../texts/catalogue.ts';
import type { Route } from '../web/route.ts';
import { type FindNames, historyRoutes } from './history-pages.tsx';
import { housekeeping } from './housekeeping.ts';
import { jobRoutes } from './job-pages.tsx';
import { operationsTexts } from './texts.ts';

/** The texts of history and background jobs. */
export const operationsCatalogues: readonly Catalogue<Texts>[] = [operationsTexts];

/** What keeps house on the ground floor, unasked. */
export const operationsRecurring: readonly RecurringJob[] = [housekeeping];

/** The screens of the auditor and of the administrator of the background work. */
export const operationsRoutes = (boss: () => Jobs['boss'], findNames: FindNames): Route[] => [
  ...historyRoutes(findNames),
  ...jobRoutes(boss),
];
