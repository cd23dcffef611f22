import { z } from 'zod';
import { refuse } from '../errors.ts';
import { FIELDS, type Field } from './fields.ts';
import { isZone } from './zone.ts';

const line = z.string().trim().min(1).max(100);
const MOST_WORDS = 500;

/** How the rows of a file become signalen; kept by name, and as a file for the command line. */
export const mappingSchema = z.strictObject({
  /** The system the file comes from; with a number there it makes a signaal known again. */
  system: line,
  /** The column of each field; a field without one is not in the file. */
  columns: z.partialRecord(z.enum(FIELDS), line),
  /** The clock on which times without a zone were written. */
  zone: z.string().max(60).default('Europe/Amsterdam'),
  dayOrder: z.enum(['dmy', 'mdy']).default('dmy'),
  /** The words in the column of the status that mean: it is over. */
  endedWords: z.array(z.string().trim().max(100)).max(MOST_WORDS).default([]),
  /** Subject there, as `theme > subject` or `subject`, to the slug of ours; an empty one is known not to have one. */
  categories: z
    .record(z.string().max(210), z.string().max(100))
    .refine((rows) => Object.keys(rows).length <= MOST_WORDS)
    .default({}),
});

export type Mapping = z.infer<typeof mappingSchema>;

/** Reads a mapping from a file or a form. Throws `import_mapping_broken`. */
export const readMapping = (value: unknown): Mapping => {
  const read = mappingSchema.safeParse(value);
  if (!read.success) {
    throw refuse('import_mapping_broken', { values: { where: read.error.issues[0]?.path.join('.') ?? '' } });
  }
  return read.data;
};

/**
 * Throws when a mapping does not fit the columns of a file: `import_date_unmapped`, `import_column_unknown`,
 * `import_zone_unknown`.
 */
export const mustFit = (mapping: Mapping, columns: readonly string[]): void => {
  if (!isZone(mapping.zone)) throw refuse('import_zone_unknown', { fields: { zone: 'import_zone_unknown' } });
  if (!mapping.columns.received) {
    throw refuse('import_date_unmapped', { fields: { received: 'import_date_unmapped' } });
  }
  for (const [field, column] of Object.entries(mapping.columns)) {
    if (columns.includes(column)) continue;
    throw refuse('import_column_unknown', {
      fields: { [field]: 'import_column_unknown' },
      values: { column },
    });
  }
};

/** The value of a field in a row, without spaces around it and without what systems write for "nothing". */
export const fieldValue = (mapping: Mapping, values: ReadonlyMap<string, string>, field: Field): string => {
  const column = mapping.columns[field];
  const value = column === undefined ? '' : (values.get(column) ?? '').trim();
  return NOTHING.test(value) ? '' : value;
};

const NOTHING = /^(?:n\/?a|null|none|nvt|n\.v\.t\.|onbekend|unknown|unspecified|-+)$/i;

/** Words that mean in other systems that a signaal is over; compared without signs and in small letters. */
const ENDED =
  /^(?:(?:afge(?:handeld|rond|sloten|meld|wezen))|gesloten|gereed|klaar|opgelost|verholpen|geannuleerd|ingetrokken|vervallen|closed|resolved|done|completed|cancelled|canceled|rejected|fixed|duplicate)\b/i;
/** How Signalen stores Afgehandeld, Geannuleerd and Gesplitst. */
const ENDED_CODES = ['o', 'a', 's'];

/** Whether a word of a status most likely means: it is over. */
export const meansEnded = (word: string): boolean =>
  ENDED.test(word.trim()) || ENDED_CODES.includes(word.trim());
