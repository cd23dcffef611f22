import './archive/classes.ts';
import type { RecurringJob, Subscription } from '#platform/jobs/jobs.ts';
import type { MessageTemplate } from '#platform/mail/template.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { archiveTexts } from './archive/texts.ts';
import { adviceRoutes } from './focuspunt/advice/routes.tsx';
import './focuspunt/goal-object.ts';
import { focuspuntSweep } from './focuspunt/jobs.ts';
import './focuspunt/notices.ts';
import './focuspunt/regie-object.ts';
import type { FollowSlot } from './focuspunt/public/page.tsx';
import { publicFocuspuntRoutes } from './focuspunt/public/routes.tsx';
import { focuspuntTexts } from './focuspunt/texts.ts';
import { type WorkSlot, workRoutes } from './focuspunt/work/routes.tsx';
import {
  knelpuntRecurring,
  knelpuntRoutes,
  knelpuntSubscriptions,
  knelpuntTemplates,
  knelpuntTexts,
} from './knelpunt/index.ts';
import { newsChain, newsSweep } from './memo/advance.ts';
import { focuspuntTemplates } from './memo/messages.ts';
import { memoRoutes } from './memo/routes.tsx';
import { patternAfter, patternRoutes, patternSearch, patternTexts } from './patterns/index.ts';
import { planRecurring, planRoutes, planTexts } from './plan/index.ts';
import { roundRoutes } from './round/routes.tsx';
import { testRoutes } from './test/index.ts';

export { adviseFocuspunt, type Stance } from './focuspunt/commands/advise.ts';
export { consultFocuspunt } from './focuspunt/commands/consult.ts';
export { bringToCollege, type DecideFocuspunt, decideFocuspunt } from './focuspunt/commands/decide.ts';
export { takeKnelpunt } from './focuspunt/commands/link.ts';
export { describeFocuspunt, setTrekker } from './focuspunt/commands/prepare.ts';
export { type ProposeFocuspunt, proposeFocuspunt } from './focuspunt/commands/propose.ts';
export { clearReaction, enterReaction, reactFocuspunt } from './focuspunt/commands/react.ts';
export { sweepFocuspunten } from './focuspunt/jobs.ts';
export { type FocuspuntState, focuspuntMachine } from './focuspunt/states.ts';
export {
  acceptPlacement,
  investigateKnelpunt,
  type KnelpuntOfSignaal,
  knelpuntOf,
  type MakeKnelpunt,
  makeKnelpunt,
  OPEN_KNELPUNT_STATES,
  type PublicKnelpunt,
  placeKnelpunt,
  publicKnelpunten,
} from './knelpunt/index.ts';
export { sendNews } from './memo/advance.ts';
export { hearsWithCouncil } from './memo/audience.ts';
export { makeRelease, releaseNews, signAsMayor, signAsSecretary } from './memo/commands.ts';
export {
  type MapOutline,
  type OpenPattern,
  openPatterns,
  PatternMap,
  type PatternQuestion,
  patternReason,
  patternTitle,
  searchPatternsOf,
} from './patterns/index.ts';
export * from './plan/index.ts';
export { moveToRound, openRound, proposeRound } from './round/commands.ts';
export { roundMachine } from './round/states.ts';
export * from './test/index.ts';

/** What other rooms add to the pages of a focuspunt: following it, on its public page; more, on that of staff. */
export interface FocuspuntParts {
  readonly follow?: FollowSlot;
  readonly work?: WorkSlot;
}

/** All pages of this room, with what others add to them. */
export const focuspuntRoutesWith = ({ follow, work }: FocuspuntParts): readonly Route[] => [
  ...knelpuntRoutes,
  ...patternRoutes,
  ...workRoutes(work ?? (() => null)),
  ...publicFocuspuntRoutes(follow ?? (() => null)),
  ...adviceRoutes,
  ...roundRoutes,
  ...memoRoutes,
  ...planRoutes,
  ...testRoutes,
];

/** All pages of this room. */
export const focuspuntRoutes: readonly Route[] = focuspuntRoutesWith({});

/** What this room does when something happened. */
export const focuspuntSubscriptions: readonly Subscription[] = [
  newsChain,
  patternAfter,
  ...knelpuntSubscriptions,
];

/** All work of this room that comes back. */
export const focuspuntRecurring: readonly RecurringJob[] = [
  focuspuntSweep,
  newsSweep,
  ...knelpuntRecurring,
  ...planRecurring,
  patternSearch,
];

/** Everything this room sends. */
export const focuspuntMessages: readonly MessageTemplate[] = [...focuspuntTemplates, ...knelpuntTemplates];

/** All texts of this room. */
export const focuspuntCatalogues: readonly Catalogue<Texts>[] = [
  archiveTexts,
  focuspuntTexts,
  knelpuntTexts,
  patternTexts,
  planTexts,
];
