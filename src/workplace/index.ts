import type { RecurringJob } from '#platform/jobs/jobs.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { deskTexts } from './desk/texts.ts';
import { quarterNews } from './incident/follow.ts';
import { incidentRoutes } from './incident/routes.ts';
import { incidentTexts } from './incident/texts.ts';
import { mondayRoutes } from './monday/routes.ts';
import { mondayTexts } from './monday/texts.ts';
import { voicesRoutes } from './voices/routes.ts';
import { voiceReachTexts } from './voices/texts.ts';

export { deskParts } from './desk/beside.tsx';

/** All pages of this room. */
export const workplaceRoutes: readonly Route[] = [...mondayRoutes, ...incidentRoutes, ...voicesRoutes];

/** All texts of this room. */
export const workplaceCatalogues: readonly Catalogue<Texts>[] = [
  deskTexts,
  incidentTexts,
  mondayTexts,
  voiceReachTexts,
];

/** All work of this room that comes back. */
export const workplaceRecurring: readonly RecurringJob[] = [quarterNews];
