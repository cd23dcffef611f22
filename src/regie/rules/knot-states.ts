import type { StateMachine } from '#platform/state-machine.ts';

/** Where a knot is, as stored; the words on the screens are texts. */
export type KnotState =
  | 'reported'
  | 'with_guard'
  | 'heard'
  | 'escalated_to_director'
  | 'escalated_to_college'
  | 'decided'
  | 'executed'
  | 'dropped';

export type KnotStep =
  | 'take'
  | 'hear'
  | 'decide'
  | 'replace'
  | 'escalate_to_director'
  | 'escalate_to_college'
  | 'execute'
  | 'renew'
  | 'drop';

/**
 * The life of a knot (product.md C2.9; rapport L1165-1170: somebody with a mandate cuts it). A decision is never
 * edited: `replace` puts a new one over it. `renew` is the answer "not executed" on the check date: a new knot follows.
 */
export const knotMachine: StateMachine<KnotState, KnotStep> = {
  noun: 'knot',
  states: [
    'reported',
    'with_guard',
    'heard',
    'escalated_to_director',
    'escalated_to_college',
    'decided',
    'executed',
    'dropped',
  ],
  initial: ['reported'],
  steps: {
    take: { from: ['reported'], to: 'with_guard' },
    hear: { from: ['with_guard'], to: 'heard' },
    decide: { from: ['heard', 'escalated_to_director', 'escalated_to_college'], to: 'decided' },
    replace: { from: ['decided'], to: 'decided' },
    escalate_to_director: { from: ['heard'], to: 'escalated_to_director' },
    escalate_to_college: { from: ['heard', 'escalated_to_director'], to: 'escalated_to_college' },
    execute: { from: ['decided'], to: 'executed' },
    renew: { from: ['decided'], to: 'dropped' },
    drop: { from: ['reported', 'with_guard', 'heard'], to: 'dropped' },
  },
};

/** Knots that still wait for a decision. */
export const UNDECIDED: readonly KnotState[] = [
  'reported',
  'with_guard',
  'heard',
  'escalated_to_director',
  'escalated_to_college',
];

/** Who decides at which level. */
export type Level = 'guard' | 'director' | 'college';

/** Whose turn it is: the process guard, the director, or at the last the college (0.2 D16). */
export const levelOf = (state: KnotState): Level => {
  if (state === 'escalated_to_college') return 'college';
  return state === 'escalated_to_director' ? 'director' : 'guard';
};

/** The level above, or null: nobody stands above the college. */
export const levelAbove = (level: Level): Level | null =>
  level === 'guard' ? 'director' : level === 'director' ? 'college' : null;
