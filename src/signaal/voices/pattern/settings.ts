import { termSetting } from '#gemeente/index.ts';

/** Within this time the wijkregisseur says something to a pattern from the care network; then the team manager sees it. */
export const patternTerm = termSetting('care_pattern', { amount: 5, unit: 'workday' });
