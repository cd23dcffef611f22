import { z } from 'zod';

/** The longest line that a form takes, in characters. */
const LONGEST_LINE = 200;
/** The longest text that a form takes, in characters as people count them. */
const LONGEST_TEXT = 4_000;

const characters = (text: string): number => [...text].length;

/** One line, its spaces made single; may be empty. */
export const lineField = z
  .string()
  .default('')
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .refine((text) => characters(text) <= LONGEST_LINE, 'field_too_long');

/** A text that must be there. */
export const textField = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => text !== '', 'text_missing')
  .refine((text) => characters(text) <= LONGEST_TEXT, 'text_too_long');

/** A text that may stay empty. */
export const optionalTextField = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => characters(text) <= LONGEST_TEXT, 'text_too_long');

/** Whether a box was ticked. */
export const tick = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '');

/** What stands in the address of the pages after the first: which draft. Any text; a wrong one finds nothing. */
export const draftQuery = z.object({ formulier: z.string().max(100).catch('').default('') });
