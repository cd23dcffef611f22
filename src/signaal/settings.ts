import { z } from 'zod';
import { defineSetting, type Setting, termSetting as term } from '#gemeente/index.ts';

/** The terms of product.md C4 and 0.2 D11; each municipality may set its own from a date on. */
export const termSettings = {
  /** A new signaal is triaged; then the wijkregisseur's list is red. */
  triage: term('triage', { amount: 1, unit: 'workday' }),
  /** Still not triaged: the team manager sees it. */
  triage_late: term('triage_late', { amount: 3, unit: 'workday' }),
  /** A question at the desk is answered; then the desk manager sees it. */
  question: term('question', { amount: 2, unit: 'workday' }),
  /** A department accepts or returns; then the department head is reminded. */
  assignment: term('assignment', { amount: 3, unit: 'workday' }),
  /** Still no answer: the process guard sees it (D11: day 8). */
  assignment_late: term('assignment_late', { amount: 8, unit: 'workday' }),
  /** After acceptance there is a date, or a moment at which the reporter hears more. */
  plan_date: term('plan_date', { amount: 10, unit: 'workday' }),
  /** An open signaal gets a word to the reporter. */
  status: term('status', { amount: 30, unit: 'day' }),
  /** From here on that word is written by a person. */
  status_human: term('status_human', { amount: 60, unit: 'day' }),
  /** Days in which the reporter may say "niet opgelost". */
  objection: term('objection', { amount: 14, unit: 'day' }),
  /** The same for an answer by letter (D9). */
  objection_letter: term('objection_letter', { amount: 28, unit: 'day' }),
  /** A reopened signaal gets a reply of its holder. */
  reopened: term('reopened', { amount: 3, unit: 'workday' }),
  /** Contact data are wiped this long after closing (C5.5). */
  contact_wipe: term('contact_wipe', { amount: 90, unit: 'day' }),
  /** A form that was not finished is gone after this (design.md, "Forms of several pages"). */
  draft: term('draft', { amount: 24, unit: 'hour' }),
} as const;

/** From here on a reporter may say "dit duurt te lang" (C3: "raise after 30d"). */
export const tooLong = term('too_long', { amount: 30, unit: 'day' });

/** A term of the settings. */
export type TermSettingKey = keyof typeof termSettings;

/** The kinds of term that a signaal or an assignment can have; the last two end on a promised day. */
export type TermKind =
  | Exclude<TermSettingKey, 'draft' | 'status_human' | 'objection_letter'>
  | 'planned_on'
  | 'hear_by';

const wholeNumber = (key: string, standard: number, least: number, most: number): Setting<number> =>
  defineSetting({ key, schema: z.int().min(least).max(most), standard, kind: 'number' });

/** How often a reporter may reopen; once more goes to the wijkregisseur and the complaint route (C2.2). */
export const reopeningLimit = wholeNumber('signaal.reopening_limit', 2, 0, 10);
/** Days ahead to which a wijkregisseur may put a decision off. */
export const postponeDays = wholeNumber('signaal.postpone_days', 30, 1, 120);
/** Days after closing during which the desk still finds what it registered (0.2 D10). */
export const findableDays = wholeNumber('signaal.findable_days', 90, 1, 365);
/** Metres outside the border within which a point still belongs to the nearest buurt. */
export const snapMetres = wholeNumber('area.snap_metres', 10, 0, 100);
/** Metres within which two reports of one theme are about the same (0.2 D11). */
export const neighbourMetres = wholeNumber('neighbour.metres', 50, 1, 500);
/** The same for crowds, speed and noise. */
export const neighbourMetresCrowd = wholeNumber('neighbour.metres_crowd', 150, 1, 500);
/** Days within which two reports are about the same. */
export const neighbourDays = wholeNumber('neighbour.days', 14, 1, 90);
