/** How a knelpunt began: product.md 0.2 D2. */
export type KnelpuntOrigin = 'problem' | 'chance' | 'initiative';

/** The test before a focuspunt (S5, rapport L238-239), or of a chance or initiative what the wijkregisseur adds (D2). */
export interface RegularEffort {
  readonly effort: string;
  readonly effortBy: string;
  /** A day, `YYYY-MM-DD`. */
  readonly effortSince: string | null;
  readonly effortWhyNot: string;
  readonly whatIsAdded: string;
}

/** A field of the test that is still empty, by the name of its column. */
export type MissingEffort = 'effort' | 'effort_by' | 'effort_since' | 'effort_why_not' | 'what_is_added';

const isEmpty = (text: string): boolean => text.trim() === '';

/** What is missing before a knelpunt may be a candidate for focuspunt; empty when nothing is. */
export const missingEffort = (origin: KnelpuntOrigin, test: RegularEffort): MissingEffort[] => {
  if (origin !== 'problem') return isEmpty(test.whatIsAdded) ? ['what_is_added'] : [];
  const missing: MissingEffort[] = [];
  if (isEmpty(test.effort)) missing.push('effort');
  if (isEmpty(test.effortBy)) missing.push('effort_by');
  if (test.effortSince === null) missing.push('effort_since');
  if (isEmpty(test.effortWhyNot)) missing.push('effort_why_not');
  return missing;
};
