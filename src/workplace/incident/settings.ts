import { z } from 'zod';
import { defineSetting } from '#gemeente/index.ts';

/** From which chance, in percent, a difference between wijken is not called a difference. */
export const comparisonLevel = defineSetting({
  key: 'incident.comparison_percent',
  schema: z.int().min(1).max(20),
  standard: 5,
  kind: 'number',
});
