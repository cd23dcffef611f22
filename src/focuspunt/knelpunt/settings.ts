import { termSetting } from '#gemeente/index.ts';

/** The terms of a knelpunt (product.md C4, journey 3); each municipality may set its own from a date on. */
export const knelpuntTerms = {
  /** The reporters hear one human sentence; then the support officer sees that they did not. */
  knelpunt_word: termSetting('knelpunt_word', { amount: 2, unit: 'workday' }),
  /** A new knelpunt is looked into; then its owner sees it again. */
  knelpunt_look: termSetting('knelpunt_look', { amount: 10, unit: 'workday' }),
  /** A department accepts or returns; then the department head is reminded. */
  knelpunt_answer: termSetting('knelpunt_answer', { amount: 3, unit: 'workday' }),
  /** Still no answer: it is a knot (D11: day 8). */
  knelpunt_answer_late: termSetting('knelpunt_answer_late', { amount: 8, unit: 'workday' }),
} as const;

/** The kinds of term about a knelpunt or a placement; the last ends on the day that the department promised. */
export type KnelpuntTermKind = keyof typeof knelpuntTerms | 'knelpunt_planned';
