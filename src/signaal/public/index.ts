import type { RecurringJob } from '#platform/jobs/jobs.ts';
import type { Route } from '#platform/web/route.ts';
import { followRoutes } from './follow/routes.ts';
import { sayRoutes } from './follow/say-routes.ts';
import { draftExpiry } from './jobs.ts';
import { paperRoute } from './paper/page.tsx';
import { careRoute } from './report/care-page.tsx';
import { contactRoutes } from './report/contact-routes.ts';
import { mapAreasRoute } from './report/map-route.ts';
import { neighboursRoutes } from './report/neighbours-routes.ts';
import { draftPhotoRoute } from './report/photo-routes.ts';
import { placeRoutes } from './report/place-routes.ts';
import { receiptRoute } from './report/receipt-page.tsx';
import { textRoutes } from './report/text-routes.ts';

export { publicTexts } from './texts.ts';

/** The resident's side of this room: to report in three pages or on paper, and to follow with a code. */
export const publicSignaalRoutes: readonly Route[] = [
  ...textRoutes,
  ...placeRoutes,
  ...neighboursRoutes,
  ...contactRoutes,
  receiptRoute,
  careRoute,
  paperRoute,
  draftPhotoRoute,
  mapAreasRoute,
  ...followRoutes,
  ...sayRoutes,
];

/** The work of the resident's side that comes back. */
export const publicSignaalRecurring: readonly RecurringJob[] = [draftExpiry];
