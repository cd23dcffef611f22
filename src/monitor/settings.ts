import { z } from 'zod';
import { defineSetting, termSetting } from '#gemeente/index.ts';

/** After its due day a measurement that did not come is "niet gemeten" in the report (C4: 30 days). */
export const measurementMissing = termSetting('measurement_missing', { amount: 30, unit: 'day' });

/** Percentages of fewer answers are not compared (C5.7: a survey is shown from n = 30 with its margin). */
export const leastAnswers = defineSetting({
  key: 'monitor.least_answers',
  schema: z.int().min(1).max(1_000),
  standard: 30,
  kind: 'number',
});
