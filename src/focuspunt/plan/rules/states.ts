import type { StateMachine } from '#platform/state-machine.ts';

/** Where a plan van aanpak is (product.md C2.4): concept, afgestemd, actief, afgerond. */
export type PlanState = 'draft' | 'agreed' | 'active' | 'finished';
export type PlanStep = 'agree' | 'start' | 'finish' | 'revise';

/** The life of a plan; a plan that must change goes back to its draft and is agreed anew. */
export const planMachine: StateMachine<PlanState, PlanStep> = {
  noun: 'plan',
  states: ['draft', 'agreed', 'active', 'finished'],
  initial: ['draft'],
  steps: {
    agree: { from: ['draft'], to: 'agreed' },
    start: { from: ['agreed'], to: 'active' },
    finish: { from: ['active'], to: 'finished' },
    revise: { from: ['agreed', 'active'], to: 'draft' },
  },
};

/** Where an action is (product.md C2.1): open, bezig, gedaan, vervallen. */
export type ActionState = 'open' | 'busy' | 'done' | 'cancelled';
export type ActionStep = 'begin' | 'finish' | 'cancel' | 'reopen';

/** The life of an action of a plan. */
export const actionMachine: StateMachine<ActionState, ActionStep> = {
  noun: 'plan_action',
  states: ['open', 'busy', 'done', 'cancelled'],
  initial: ['open'],
  steps: {
    begin: { from: ['open'], to: 'busy' },
    finish: { from: ['open', 'busy'], to: 'done' },
    cancel: { from: ['open', 'busy'], to: 'cancelled' },
    reopen: { from: ['done', 'cancelled'], to: 'open' },
  },
};

/** Where a co-payer's commitment is (S21): toegezegd, bevestigd, ingetrokken. */
export type CommitmentState = 'promised' | 'confirmed' | 'withdrawn';
export type CommitmentStep = 'confirm' | 'withdraw';

/** The life of a commitment. */
export const commitmentMachine: StateMachine<CommitmentState, CommitmentStep> = {
  noun: 'commitment',
  states: ['promised', 'confirmed', 'withdrawn'],
  initial: ['promised'],
  steps: {
    confirm: { from: ['promised'], to: 'confirmed' },
    withdraw: { from: ['promised', 'confirmed'], to: 'withdrawn' },
  },
};
