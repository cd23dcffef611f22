import { termSetting } from '#gemeente/index.ts';

/** How long a partner's link lasts at most, from the day on which it is made. */
export const longestLink = termSetting('partner_link', { amount: 90, unit: 'day' });
