import type { StateMachine } from '#platform/state-machine.ts';

/** Where a pattern from the care network is, as stored (product.md C1.10, 0.2 D22). */
export type CarePatternState = 'offered' | 'asked' | 'accepted' | 'declined';

export type CarePatternStep = 'ask' | 'reply' | 'accept' | 'decline';

/**
 * The life of a collective pattern: the wijkregisseur of the area accepts it, asks, or declines with a reason; a
 * question goes to the giver and comes back with his answer.
 */
export const carePatternMachine: StateMachine<CarePatternState, CarePatternStep> = {
  noun: 'care_pattern',
  states: ['offered', 'asked', 'accepted', 'declined'],
  initial: ['offered'],
  steps: {
    ask: { from: ['offered'], to: 'asked' },
    reply: { from: ['asked'], to: 'offered' },
    accept: { from: ['offered', 'asked'], to: 'accepted' },
    decline: { from: ['offered', 'asked'], to: 'declined' },
  },
};
