import type { RecurringJob, Subscription } from '#platform/jobs/jobs.ts';
import { knelpuntSweep, knotDecided } from './jobs.ts';
import './notices.ts';

export { investigateKnelpunt } from './commands/decide.ts';
export { type MakeKnelpunt, makeKnelpunt } from './commands/make.ts';
export { acceptPlacement, placeKnelpunt } from './commands/place.ts';
export { knelpuntTemplates } from './messages.ts';
export { knelpuntRoutes } from './pages/routes.ts';
export {
  type KnelpuntOfSignaal,
  knelpuntOf,
  type PublicKnelpunt,
  publicKnelpunten,
} from './read/exports.ts';
export { OPEN_KNELPUNT_STATES } from './rules/states.ts';
export { knelpuntTexts } from './texts.ts';

/** The work about knelpunten that comes back. */
export const knelpuntRecurring: readonly RecurringJob[] = [knelpuntSweep];

/** What this part of the room hears of others. */
export const knelpuntSubscriptions: readonly Subscription[] = [knotDecided];
