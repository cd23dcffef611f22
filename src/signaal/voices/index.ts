import type { RecurringJob } from '#platform/jobs/jobs.ts';
import type { Route } from '#platform/web/route.ts';
import { councillorRoutes } from './councillor/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { partnerGiveRoutes } from './partner/give-routes.ts';
import { partnerLinkRoutes } from './partner/links-routes.ts';
import { patternRoutes } from './pattern/routes.ts';
import { patternSweep } from './pattern/sweep.ts';
import { publishRoutes } from './publish/routes.ts';
import { quickRoutes } from './quick/routes.ts';

export { countVoices, type VoiceCount } from './count.ts';
export { type ClearedSignaal, clearedSignalen } from './publish/cleared.ts';
export { voiceTexts } from './texts.ts';

/** The doors of the other voices (0.2 D19): staff on the street, mail, councillors, partners, the care network; and what of it everybody may see. */
export const voiceRoutes: readonly Route[] = [
  ...quickRoutes,
  ...mailRoutes,
  ...councillorRoutes,
  ...partnerGiveRoutes,
  ...partnerLinkRoutes,
  ...patternRoutes,
  ...publishRoutes,
];

/** The work of these doors that comes back. */
export const voiceRecurring: readonly RecurringJob[] = [patternSweep];
