import type { Route } from '#platform/web/route.ts';
import { councillorRoutes } from './councillor/routes.ts';
import { partnerGiveRoutes } from './partner/give-routes.ts';
import { partnerLinkRoutes } from './partner/links-routes.ts';
import { quickRoutes } from './quick/routes.ts';

export { voiceTexts } from './texts.ts';

/** The doors of the other voices (0.2 D19): staff on the street, councillors, partners. */
export const voiceRoutes: readonly Route[] = [
  ...quickRoutes,
  ...councillorRoutes,
  ...partnerGiveRoutes,
  ...partnerLinkRoutes,
];
