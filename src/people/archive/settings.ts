import { z } from 'zod';
import { defineSetting, type Setting } from '#gemeente/index.ts';

/** Years that records of a class are kept; `standard` is what the selectielijst (VNG 2020) or product.md C5.6 says. */
export const keepYears = (recordClass: string, standard: number): Setting<number> =>
  defineSetting({
    key: `archive.years.${recordClass}`,
    schema: z.int().min(1).max(50),
    standard,
    kind: 'number',
  });

/** Lines of one destruction list at most: what two people can still look through. What is left waits for the next. */
export const listLength = defineSetting({
  key: 'archive.list_length',
  schema: z.int().min(10).max(10_000),
  standard: 2_000,
  kind: 'number',
});
