import type { StateMachine } from '#platform/state-machine.ts';

/** Where a knelpunt is, as stored; the Dutch words of product.md C2.4 are texts. */
export type KnelpuntState =
  | 'noticed'
  | 'investigated'
  | 'placed'
  | 'resolved'
  | 'insufficient'
  | 'candidate'
  | 'no_action';

export type KnelpuntStep =
  | 'investigate'
  | 'place'
  | 'send_back'
  | 'resolve'
  | 'fall_short'
  | 'nominate'
  | 'drop'
  | 'reconsider';

/**
 * The life of a knelpunt (product.md C2.4). `send_back` is what happens when the last department returned it: it is never
 * without somebody who decides. `reconsider` opens it again, such as when the college chose not to make it a focuspunt.
 */
export const knelpuntMachine: StateMachine<KnelpuntState, KnelpuntStep> = {
  noun: 'knelpunt',
  states: ['noticed', 'investigated', 'placed', 'resolved', 'insufficient', 'candidate', 'no_action'],
  initial: ['noticed'],
  steps: {
    investigate: { from: ['noticed', 'investigated'], to: 'investigated' },
    place: { from: ['investigated', 'placed'], to: 'placed' },
    send_back: { from: ['placed'], to: 'investigated' },
    resolve: { from: ['placed'], to: 'resolved' },
    fall_short: { from: ['placed'], to: 'insufficient' },
    nominate: { from: ['investigated', 'insufficient'], to: 'candidate' },
    drop: { from: ['investigated'], to: 'no_action' },
    reconsider: { from: ['resolved', 'candidate', 'no_action'], to: 'investigated' },
  },
};

/** Knelpunten that still ask for something. */
export const OPEN_KNELPUNT_STATES: readonly KnelpuntState[] = [
  'noticed',
  'investigated',
  'placed',
  'insufficient',
  'candidate',
];

/** Where one department's part of a knelpunt is. */
export type PlacementState = 'offered' | 'accepted' | 'returned' | 'done' | 'withdrawn';

export type PlacementStep = 'accept' | 'return' | 'complete' | 'withdraw';

/** The life of one placement (S9): accepted or returned in three working days, then done. `withdraw` when the whole was settled. */
export const placementMachine: StateMachine<PlacementState, PlacementStep> = {
  noun: 'knelpunt_placement',
  states: ['offered', 'accepted', 'returned', 'done', 'withdrawn'],
  initial: ['offered'],
  steps: {
    accept: { from: ['offered'], to: 'accepted' },
    return: { from: ['offered', 'accepted'], to: 'returned' },
    complete: { from: ['accepted'], to: 'done' },
    withdraw: { from: ['offered', 'accepted'], to: 'withdrawn' },
  },
};

/** A placement that somebody still holds. */
export const HELD_PLACEMENTS: readonly PlacementState[] = ['offered', 'accepted'];
