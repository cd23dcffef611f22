import { runInside } from '#platform/command/command.ts';
import type { Subscription } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { type Heard, listenToSignaal } from './commands/raise.ts';

const HEARD: Readonly<Record<string, Heard>> = {
  'assignment.returned': 'returned',
  'assignment.overdue': 'overdue',
  'signaal.pressed': 'pressed',
};

/** What this room hears of the signalen. */
export const knotSubscription: Subscription = {
  queue: 'regie.knots',
  events: Object.keys(HEARD),
  handle: async (world, db, { gemeente, name, objectId }) => {
    const heard = HEARD[name];
    if (heard) await runInside(world, gemeente, systemPrincipal, db, listenToSignaal, { heard, objectId });
  },
};
