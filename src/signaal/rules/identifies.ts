import { inspectText, mustRemove } from '../guard.ts';

/** Whether any of these texts names or numbers a person, so that it may not be stored as it is (C5.2). */
export const identifiesPerson = (...texts: readonly string[]): boolean =>
  texts.some((text) => mustRemove(inspectText(text)).length > 0);
