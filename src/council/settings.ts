import { termSetting } from '#gemeente/index.ts';

/** The owner of a toezegging is reminded this long before it is due (product.md C4). */
export const firstReminder = termSetting('toezegging_first', { amount: 10, unit: 'workday' });
/** And again this long before. */
export const secondReminder = termSetting('toezegging_second', { amount: 3, unit: 'workday' });
