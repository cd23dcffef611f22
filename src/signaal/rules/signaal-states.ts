import type { StateMachine } from '#platform/state-machine.ts';

/** Where a signaal is, as stored; the Dutch words on the screens are texts (design.md, "Two state machines"). */
export type SignaalState =
  | 'received'
  | 'answered'
  | 'duplicate'
  | 'referred'
  | 'assigned'
  | 'planned'
  | 'done'
  | 'closed'
  | 'reopened'
  | 'withdrawn';

export type SignaalStep =
  | 'answer'
  | 'mark_duplicate'
  | 'refer'
  | 'assign'
  | 'send_back'
  | 'plan'
  | 'complete'
  | 'close'
  | 'reopen'
  | 'withdraw'
  | 'end_elsewhere';

/**
 * The life of a signaal (product.md C2.2). It ends in one voice; who does the work is told by its assignments.
 * `send_back` is what happens when the last holder returned it; the return counter is kept beside it. What ended in another
 * system is taken over as closed, and ends here when it ends there.
 */
export const signaalMachine: StateMachine<SignaalState, SignaalStep> = {
  noun: 'signaal',
  states: [
    'received',
    'answered',
    'duplicate',
    'referred',
    'assigned',
    'planned',
    'done',
    'closed',
    'reopened',
    'withdrawn',
  ],
  initial: ['received', 'closed'],
  steps: {
    answer: { from: ['received', 'reopened'], to: 'answered' },
    mark_duplicate: { from: ['received', 'reopened', 'assigned'], to: 'duplicate' },
    refer: { from: ['received', 'reopened'], to: 'referred' },
    assign: { from: ['received', 'reopened', 'assigned', 'planned'], to: 'assigned' },
    send_back: { from: ['assigned', 'planned', 'reopened'], to: 'received' },
    plan: { from: ['assigned', 'planned', 'reopened'], to: 'planned' },
    complete: { from: ['assigned', 'planned', 'reopened'], to: 'done' },
    close: { from: ['done', 'answered', 'duplicate', 'referred', 'withdrawn'], to: 'closed' },
    reopen: { from: ['done', 'answered', 'duplicate', 'referred', 'closed'], to: 'reopened' },
    withdraw: { from: ['received', 'reopened', 'assigned', 'planned'], to: 'withdrawn' },
    end_elsewhere: { from: ['received', 'assigned'], to: 'closed' },
  },
};

/** The five words that a resident sees (0.2 D7). */
export type PublicWord = 'received' | 'looked_at' | 'planned' | 'ready' | 'open_again';

const PUBLIC_WORDS: Record<SignaalState, PublicWord> = {
  received: 'received',
  assigned: 'looked_at',
  planned: 'planned',
  answered: 'ready',
  duplicate: 'ready',
  referred: 'ready',
  done: 'ready',
  closed: 'ready',
  withdrawn: 'ready',
  reopened: 'open_again',
};

/** The resident's word for a state; an ended signaal is "klaar" however it ended, its outcome says how. */
export const publicWordOf = (state: SignaalState): PublicWord => PUBLIC_WORDS[state];

/** Signalen that still wait for somebody. */
export const OPEN_STATES: readonly SignaalState[] = ['received', 'reopened', 'assigned', 'planned'];

/** Signalen that ended and may still be objected to. */
export const ENDED_STATES: readonly SignaalState[] = ['answered', 'duplicate', 'referred', 'done'];
