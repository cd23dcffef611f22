import type { StateMachine } from '#platform/state-machine.ts';

/** Where one holder's part of a signaal is, as stored. */
export type AssignmentState = 'offered' | 'accepted' | 'returned' | 'planned' | 'done';

export type AssignmentStep = 'accept' | 'return' | 'plan' | 'complete';

/**
 * The life of an assignment (belegging; product.md C2.2, S9). "Gedaan" from `offered` takes `accept` and `complete`
 * in one transaction (0.2 D7), so the history stays whole.
 */
export const assignmentMachine: StateMachine<AssignmentState, AssignmentStep> = {
  noun: 'assignment',
  states: ['offered', 'accepted', 'returned', 'planned', 'done'],
  initial: ['offered'],
  steps: {
    accept: { from: ['offered'], to: 'accepted' },
    return: { from: ['offered', 'accepted', 'planned'], to: 'returned' },
    plan: { from: ['accepted', 'planned'], to: 'planned' },
    complete: { from: ['accepted', 'planned'], to: 'done' },
  },
};

/** Assignments that still ask something of their holder. */
export const ACTIVE_STATES: readonly AssignmentState[] = ['offered', 'accepted', 'planned'];
