import './archive/classes.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Route } from '#platform/web/route.ts';
import { archiveTexts } from './archive/texts.ts';
import { goalSweep } from './jobs.ts';
import './notices.ts';
import { goalRoutes } from './pages/goal-routes.ts';
import { goalListRoute } from './pages/list.tsx';
import { measureRoutes } from './pages/measure-routes.ts';
import { monitorTexts } from './texts.ts';

export {
  enterMeasurement,
  type Judgement,
  type MeasurementInput,
  type MeasurementRole,
} from './commands/enter-measurement.ts';
export { emptyGoal, type GoalInput } from './commands/goal-input.ts';
export { confirmGoal, proposeGoal, setGoal } from './commands/set-goal.ts';
export { sweepGoals } from './jobs.ts';
export { type GoalObject, type GoalObjectKind, registerGoalObject } from './objects.ts';
export { goalsOf, goalsOfGemeente, type Viewpoint } from './read/goals.ts';
export { type GoalView, intervalIn, type Measurement } from './read/view.ts';
export type { Change } from './rules/change.ts';
export type { GoalKind, RedReason } from './rules/gaps.ts';
export { monitorTexts } from './texts.ts';

export { decimalIn, idIn, optionalTextIn, type Sent, send, typedForm, wordIn } from './web/form.ts';
export { Light, RedBadges, Standing } from './web/goal-block.tsx';
export { changeInWords, marginIn, measuredOf, outcomeIn, targetInWords } from './web/words.ts';

/** All pages of this room. */
export const monitorRoutes: readonly Route[] = [goalListRoute, ...goalRoutes, ...measureRoutes];

/** All work of this room that comes back. */
export const monitorRecurring: readonly RecurringJob[] = [goalSweep];

/** All texts of this room. */
export const monitorCatalogues: readonly Catalogue<Texts>[] = [monitorTexts, archiveTexts];
