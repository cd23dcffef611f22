import { z } from 'zod';
import { defineSetting } from '#gemeente/index.ts';

/** How many reports one visitor may send in an hour; a wijkpost with one address for all its visitors may need more. */
export const sendsPerHour = defineSetting({
  key: 'signaal.sends_per_hour',
  schema: z.int().min(1).max(100_000),
  standard: 30,
  kind: 'number',
});
