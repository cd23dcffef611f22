import { inspectText, maskText, mustRemove } from '#people/index.ts';
import { refuse } from './errors.ts';

/** The longest text that is kept, in characters as people count them. */
const LONGEST = 4_000;

/** Whether a text names or numbers a person (C5.2). */
export const hasPerson = (text: string): boolean => mustRemove(inspectText(text)).length > 0;

/** The text with dots for what names a person. */
export const withoutPersons = (text: string): string => maskText(text, mustRemove(inspectText(text)));

/** Looks at typed texts before anything is stored. Throws `text_has_person` or `text_too_long`, with the field. */
export const guardTexts = (texts: Readonly<Record<string, string | null>>): void => {
  for (const [field, text] of Object.entries(texts)) {
    if (text === null) continue;
    if ([...text].length > LONGEST) throw refuse('text_too_long', { fields: { [field]: 'text_too_long' } });
    if (hasPerson(text)) throw refuse('text_has_person', { fields: { [field]: 'text_has_person' } });
  }
};
