import type { StateMachine } from '#platform/state-machine.ts';

/** Where a motie or toezegging is, as stored (product.md C2.8). */
export type ItemState = 'open' | 'busy' | 'proposed_settled' | 'settled' | 'extended';

export type ItemStep = 'begin' | 'propose' | 'decline' | 'settle' | 'extend';

/**
 * The life of a motie or toezegging (product.md C2.8, S40): the college or the owner proposes that it is settled; only
 * raad and griffie settle it, also without a proposal (0.2 D14); who does not agree sends it back to work.
 */
export const itemMachine: StateMachine<ItemState, ItemStep> = {
  noun: 'council_item',
  states: ['open', 'busy', 'proposed_settled', 'settled', 'extended'],
  initial: ['open'],
  steps: {
    begin: { from: ['open', 'extended'], to: 'busy' },
    propose: { from: ['open', 'busy', 'extended'], to: 'proposed_settled' },
    decline: { from: ['proposed_settled'], to: 'busy' },
    settle: { from: ['open', 'busy', 'proposed_settled', 'extended'], to: 'settled' },
    extend: { from: ['open', 'busy', 'proposed_settled', 'extended'], to: 'extended' },
  },
};

/** States in which something is still promised to the raad. */
export const OPEN_ITEM_STATES: readonly ItemState[] = ['open', 'busy', 'proposed_settled', 'extended'];
