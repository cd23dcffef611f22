import { refuse } from '../errors.ts';
import type { FileForm, FileRow } from '../file/row.ts';
import { MOST_COLUMNS } from '../file/row.ts';

/** A column with the first values that stand in it. */
interface ColumnFacts {
  readonly name: string;
  readonly examples: readonly string[];
  /** In how many rows something stands in it. */
  readonly filled: number;
}

/** What a file holds, found by reading it once. */
export interface FileFacts {
  readonly form: FileForm;
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  /** The different values of each column that has few of them, with how often each stands there. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const MOST_EXAMPLES = 200;
const MOST_WORDS = 400;
const LONGEST_WORD = 100;

interface Gathered {
  readonly examples: string[];
  readonly words: Map<string, number>;
  filled: number;
  many: boolean;
}

/** Gathers facts row by row; keeps a bounded number of values of each column. */
export const factGatherer = () => {
  const columns = new Map<string, Gathered>();
  let rows = 0;
  return {
    take: ({ values }: FileRow): void => {
      rows += 1;
      for (const [name, value] of values) gather(columnIn(columns, name), value);
    },
    facts: (form: FileForm): FileFacts => ({
      form,
      rows,
      columns: [...columns].map(([name, { examples, filled }]) => ({ name, examples, filled })),
      words: Object.fromEntries(
        [...columns].flatMap(([name, { many, words }]) => (many ? [] : [[name, byMost(words)]])),
      ),
    }),
  };
};

const columnIn = (columns: Map<string, Gathered>, name: string): Gathered => {
  const known = columns.get(name);
  if (known) return known;
  if (columns.size >= MOST_COLUMNS)
    throw refuse('import_too_many_columns', { values: { most: MOST_COLUMNS } });
  const fresh: Gathered = { examples: [], words: new Map(), filled: 0, many: false };
  columns.set(name, fresh);
  return fresh;
};

const gather = (column: Gathered, value: string): void => {
  column.filled += 1;
  if (column.examples.length < MOST_EXAMPLES) column.examples.push(value.slice(0, LONGEST_WORD));
  if (column.many) return;
  const word = value.trim();
  if (word.length > LONGEST_WORD) column.many = true;
  column.words.set(word, (column.words.get(word) ?? 0) + 1);
  if (column.words.size > MOST_WORDS) column.many = true;
  if (column.many) column.words.clear();
};

const byMost = (words: ReadonlyMap<string, number>): string[] =>
  [...words].sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'nl')).map(([word]) => word);
