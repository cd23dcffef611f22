import type { FileRow } from '../file/row.ts';
import { fieldValue, type Mapping } from './mapping.ts';
import { subjectKey } from './subjects.ts';

/** A subject of the file, with how often it stands there. */
export interface FileSubject {
  readonly theme: string;
  readonly category: string;
  readonly count: number;
}

const MOST = 1_000;
const MOST_LABEL = 100;

/** Gathers the subjects of a file as a mapping reads them; at most a thousand different ones. */
export const subjectGatherer = (mapping: Mapping) => {
  const found = new Map<string, { theme: string; category: string; count: number }>();
  return {
    take: ({ values }: FileRow): void => {
      const theme = fieldValue(mapping, values, 'theme').slice(0, MOST_LABEL);
      const category = fieldValue(mapping, values, 'category').slice(0, MOST_LABEL) || theme;
      if (category === '') return;
      const key = subjectKey(theme, category);
      const known = found.get(key);
      if (known) known.count += 1;
      else if (found.size < MOST) found.set(key, { theme, category, count: 1 });
    },
    subjects: (): FileSubject[] => [...found.values()].sort((a, b) => b.count - a.count),
  };
};
