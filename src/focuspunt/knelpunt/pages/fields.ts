import { z } from 'zod';
import { dayIn, typedFields } from '#gemeente/index.ts';
import { isPlainDate } from '#platform/calendar/index.ts';
import type { RawForm } from '#platform/web/route.ts';

const LONGEST_LINE = 200;
const LONGEST_TEXT = 4_000;

const characters = (text: string): number => [...text].length;

/** One line, its spaces made single; may be empty. */
export const line = z
  .string()
  .default('')
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .refine((text) => characters(text) <= LONGEST_LINE, 'line_too_long');

/** A text that may be empty. */
export const words = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => characters(text) <= LONGEST_TEXT, 'words_too_long');

/** An id, or nothing. */
export const optionalId = z
  .string()
  .max(100)
  .default('')
  .transform((text) => (text === '' ? null : text));

/** The version that a form's reader saw. */
export const version = z.coerce.number().int().catch(0);

/** Ids of ticked boxes. */
export const ids = z.array(z.string().max(100)).max(500).catch([]).default([]);

/** One, two or three; nothing when none was chosen. */
export const grade = z.coerce.number().int().min(1).max(3).optional().catch(undefined);

/** The numbers in a line such as "12, 14 en 20"; at most a hundred. */
export const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d{1,9}/g)].slice(0, 100).map(([number]) => Number(number));

/** The day of a date field: null when nothing was typed, `unreadable` when there is no such day. */
export const dayOf = (raw: RawForm, name: string): string | null | 'unreadable' => {
  const day = dayIn(typedFields(raw), name);
  if (day === '') return null;
  return isPlainDate(day) ? day : 'unreadable';
};
