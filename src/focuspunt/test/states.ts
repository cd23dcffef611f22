import type { StateMachine } from '#platform/state-machine.ts';

/** Where a yearly test is: prepared ten weeks ahead, decided by the college or in its name. */
export type TestState = 'prepared' | 'decided';

/** The life of a yearly test; the next one is another. */
export const testMachine: StateMachine<TestState, 'decide'> = {
  noun: 'yearly_test',
  states: ['prepared', 'decided'],
  initial: ['prepared'],
  steps: { decide: { from: ['prepared'], to: 'decided' } },
};

/** What a yearly test can lead to (C2.3): voortgezet, bijgesteld, bereikt, gestopt, overgedragen. */
export const testResults = ['continued', 'adjusted', 'reached', 'stopped', 'transferred'] as const;
export type TestResult = (typeof testResults)[number];

/** The step that each result takes in the life of the focuspunt. */
export const STEP_OF_RESULT = {
  continued: 'continue',
  adjusted: 'continue',
  reached: 'reach',
  stopped: 'stop',
  transferred: 'transfer',
} as const satisfies Record<TestResult, string>;
