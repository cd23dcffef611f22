import { refuse } from '../errors.ts';
import { MOST_COLUMNS } from './row.ts';

/** The names of a header row: each different, and none empty. Throws `import_too_many_columns`. */
export const columnNames = (header: readonly string[]): string[] => {
  if (header.length > MOST_COLUMNS) {
    throw refuse('import_too_many_columns', { values: { most: MOST_COLUMNS } });
  }
  const seen = new Map<string, number>();
  return header.map((cell, place) => {
    const name = cell.replaceAll('\0', '').trim().slice(0, 100) || `kolom ${place + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
};
