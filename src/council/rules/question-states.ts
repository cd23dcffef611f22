import type { StateMachine } from '#platform/state-machine.ts';

/** Where a technical question is, as stored. */
export type QuestionState = 'asked' | 'forwarded' | 'drafted' | 'answered' | 'withdrawn';

export type QuestionStep = 'forward' | 'draft' | 'release' | 'withdraw';

/** A technical question goes through the griffie, there and back (product.md 0.2 D16). */
export const questionMachine: StateMachine<QuestionState, QuestionStep> = {
  noun: 'technical_question',
  states: ['asked', 'forwarded', 'drafted', 'answered', 'withdrawn'],
  initial: ['asked'],
  steps: {
    forward: { from: ['asked', 'forwarded', 'drafted'], to: 'forwarded' },
    draft: { from: ['forwarded', 'drafted'], to: 'drafted' },
    release: { from: ['drafted'], to: 'answered' },
    withdraw: { from: ['asked', 'forwarded', 'drafted'], to: 'withdrawn' },
  },
};
