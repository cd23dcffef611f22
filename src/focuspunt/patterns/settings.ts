import { z } from 'zod';
import { defineSetting, type Setting } from '#gemeente/index.ts';

const wholeNumber = (key: string, standard: number, least: number, most: number): Setting<number> =>
  defineSetting({ key, schema: z.int().min(least).max(most), standard, kind: 'number' });

/** So many signalen of one theme near one another make a pattern (product.md S3). */
export const patternSignalen = wholeNumber('pattern.signalen', 5, 2, 100);
/** Within so many metres. */
export const patternMetres = wholeNumber('pattern.metres', 200, 20, 2_000);
/** Received within so many days. */
export const patternDays = wholeNumber('pattern.days', 60, 1, 730);
/** Or so many of them reopened. */
export const patternReopened = wholeNumber('pattern.reopened', 2, 2, 50);
/** A pattern that was put away comes back when it grew by so many per cent. */
export const patternRegrowth = wholeNumber('pattern.regrowth_percent', 50, 1, 1_000);
/** The day on which the wijkregisseur gets the week's patterns: 1 is Monday, 7 Sunday (C4). */
export const patternWeekday = wholeNumber('pattern.weekday', 1, 1, 7);
