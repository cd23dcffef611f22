import type { StateMachine } from '#platform/state-machine.ts';

/** A destruction list from its drawing up to its certificate. */
export type ListState = 'drawn_up' | 'approved_once' | 'approved' | 'executed' | 'cancelled';

/** What happens to a list. */
export type ListStep = 'approve_first' | 'approve_second' | 'execute' | 'cancel';

/** Two people approve, in two steps; after the second nobody stops it any more (nl-standards.md, archives). */
export const listMachine: StateMachine<ListState, ListStep> = {
  noun: 'destruction_list',
  states: ['drawn_up', 'approved_once', 'approved', 'executed', 'cancelled'],
  initial: ['drawn_up'],
  steps: {
    approve_first: { from: ['drawn_up'], to: 'approved_once' },
    approve_second: { from: ['approved_once'], to: 'approved' },
    execute: { from: ['approved'], to: 'executed' },
    cancel: { from: ['drawn_up', 'approved_once'], to: 'cancelled' },
  },
};
