import type { StateMachine } from '#platform/state-machine.ts';

/** Where a focuspunt is, as stored (product.md C2.3); the Dutch words are texts. */
export type FocuspuntState =
  | 'proposed'
  | 'consulting'
  | 'with_college'
  | 'set'
  | 'rejected'
  | 'held'
  | 'council_informed'
  | 'running'
  | 'yearly_test'
  | 'reached'
  | 'stopped'
  | 'transferred';

export type FocuspuntStep =
  | 'consult'
  | 'to_college'
  | 'set'
  | 'reject'
  | 'hold'
  | 'bring_back'
  | 'inform_council'
  | 'start'
  | 'test'
  | 'continue'
  | 'reach'
  | 'stop'
  | 'transfer';

/**
 * The life of a focuspunt (product.md C2.3, 0.2 D2-D4). Advice of the wijkteam and reaction of the residents run side by
 * side in `consulting`; what the college holds comes back on its date; after a yearly test it runs on or ends.
 */
export const focuspuntMachine: StateMachine<FocuspuntState, FocuspuntStep> = {
  noun: 'focuspunt',
  states: [
    'proposed',
    'consulting',
    'with_college',
    'set',
    'rejected',
    'held',
    'council_informed',
    'running',
    'yearly_test',
    'reached',
    'stopped',
    'transferred',
  ],
  initial: ['proposed'],
  steps: {
    consult: { from: ['proposed'], to: 'consulting' },
    to_college: { from: ['consulting'], to: 'with_college' },
    set: { from: ['with_college'], to: 'set' },
    reject: { from: ['with_college'], to: 'rejected' },
    hold: { from: ['with_college'], to: 'held' },
    bring_back: { from: ['held'], to: 'with_college' },
    inform_council: { from: ['set'], to: 'council_informed' },
    start: { from: ['council_informed'], to: 'running' },
    test: { from: ['running'], to: 'yearly_test' },
    continue: { from: ['yearly_test'], to: 'running' },
    reach: { from: ['yearly_test'], to: 'reached' },
    stop: { from: ['yearly_test'], to: 'stopped' },
    transfer: { from: ['yearly_test'], to: 'transferred' },
  },
};

/** Focuspunten that ask for work: too many of them in one area is warned of (rapport L530-554: one to three). */
export const OPEN_STATES: readonly FocuspuntState[] = [
  'proposed',
  'consulting',
  'with_college',
  'set',
  'held',
  'council_informed',
  'running',
  'yearly_test',
];
