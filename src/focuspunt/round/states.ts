import type { StateMachine } from '#platform/state-machine.ts';

/** Where a round of focuspunten is, as stored. */
export type RoundState = 'gathering' | 'proposed' | 'decided' | 'released';
export type RoundStep = 'propose' | 'decide' | 'release';

/** One collegevoorstel with a decision point per focuspunt, every 24 months ("om het jaar", rapport L327; 0.2 D3). */
export const roundMachine: StateMachine<RoundState, RoundStep> = {
  noun: 'focus_round',
  states: ['gathering', 'proposed', 'decided', 'released'],
  initial: ['gathering'],
  steps: {
    propose: { from: ['gathering'], to: 'proposed' },
    decide: { from: ['proposed'], to: 'decided' },
    release: { from: ['decided'], to: 'released' },
  },
};
