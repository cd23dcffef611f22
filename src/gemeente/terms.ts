import { z } from 'zod';
import { addTerm, formatTerm, parseTerm, type Term } from '#platform/calendar/index.ts';
import { calendarOf } from '#platform/command/command.ts';
import { defineSetting, type Setting, type Settings } from './settings.ts';
import { freeDays } from './tenant-settings.ts';

const termText = z.string().refine((text) => Boolean(parseTerm(text)), 'term_unreadable');

/** Declares a term that each municipality may set from a date on, such as `term.triage` of one working day. */
export const termSetting = (key: string, standard: Term): Setting<string> =>
  defineSetting({ key: `term.${key}`, schema: termText, standard: formatTerm(standard), kind: 'term' });

/** When a term of the settings ends, counted from `start` in the municipality's own calendar. */
export const endOfTerm = (settings: Settings, setting: Setting<string>, start: Date): Date => {
  const term = parseTerm(settings.get(setting));
  if (!term) throw new Error(`Setting ${setting.key} holds no term`);
  return addTerm(start, term, calendarOf(settings.get(freeDays)));
};
