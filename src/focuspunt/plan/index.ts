import type { RecurringJob } from '#platform/jobs/jobs.ts';
import '../focuspunt/goal-object.ts';
import { planSweep } from './jobs.ts';
import './notices.ts';

export { addAction, moveAction, type NewAction, redateAction } from './commands/actions.ts';
export { type NewCommitment, promiseCommitment, settleCommitment } from './commands/commitments.ts';
export {
  agreePlan,
  askPartners,
  editPlan,
  finishPlan,
  revisePlan,
  sayView,
  startPlan,
  waivePlan,
} from './commands/plan.ts';
export { type LightWord, sayQuarter } from './commands/quarter.ts';
export { sweepPlans } from './jobs.ts';
export { LightBadge, quarterInWords } from './pages/quarter.tsx';
export { planRoutes } from './pages/routes.ts';
export {
  actionsDue,
  type DueAction,
  type DuePlan,
  type LatestLight,
  latestLights,
  plansDue,
} from './read/due.ts';
export { type CommitmentSum, sumOf } from './rules/commitment-sum.ts';
export { actionMachine, commitmentMachine, planMachine } from './rules/states.ts';
export { planTexts } from './texts.ts';

/** All work of plans and yearly tests that comes back. */
export const planRecurring: readonly RecurringJob[] = [planSweep];
