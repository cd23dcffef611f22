import { inspectText, maskText } from '../guard.ts';
import { subjectKey } from './rules/subjects.ts';

/** How many of what; every key has its words (`count.<key>`). */
export const COUNTS = [
  'rows',
  'added',
  'ended_here',
  'unchanged',
  'reopened_there',
  'busy_here',
  'repeated',
  'rejected',
  'open',
  'ended',
  'in_buurt',
  'snapped',
  'outside',
  'by_street',
  'without_place',
  'label_same',
  'label_differs',
  'label_unknown',
  'without_subject',
  'masked',
  'text_cut',
  'clock_twice',
  'clock_skipped',
  'ended_before_received',
  'end_unreadable',
  'end_in_future',
  'place_unreadable',
  'look_alike',
] as const;

export type CountKey = (typeof COUNTS)[number];
export type Counts = Record<CountKey, number>;

/** Something that stands in a file, with how often. */
export interface Named {
  readonly name: string;
  readonly count: number;
}

/** What an import found that somebody should look at; each list is bounded. */
export interface Findings {
  /** Subjects there without one of ours. */
  readonly subjects: readonly Named[];
  /** Labels of the file beside the buurt that the coordinates gave. */
  readonly labels: readonly Named[];
  /** Names that hide a letter of another script. */
  readonly lookAlikes: readonly Named[];
}

export const noCounts = (): Counts => {
  const counts: Partial<Counts> = {};
  for (const key of COUNTS) counts[key] = 0;
  return counts as Counts;
};

export const noFindings: Findings = { subjects: [], labels: [], lookAlikes: [] };

const MOST_NAMED = 100;

/** Counts and findings while rows are taken over; goes on from what was counted before. */
export class Tally {
  readonly counts: Counts;
  readonly #named: Record<keyof Findings, Map<string, number>>;

  constructor(counts: Counts = noCounts(), findings: Findings = noFindings) {
    this.counts = { ...noCounts(), ...counts };
    const asMap = (rows: readonly Named[]) => new Map(rows.map(({ name, count }) => [name, count]));
    this.#named = {
      subjects: asMap(findings.subjects),
      labels: asMap(findings.labels),
      lookAlikes: asMap(findings.lookAlikes),
    };
  }

  count(key: CountKey, by = 1): void {
    this.counts[key] += by;
  }

  subject(theme: string, category: string): void {
    this.#name('subjects', subjectKey(theme, category));
  }

  label(given: string, found: string): void {
    this.#name('labels', `${given}: ${found}`);
  }

  lookAlike(name: string): void {
    this.#name('lookAlikes', name);
  }

  findings(): Findings {
    const rows = (map: ReadonlyMap<string, number>): Named[] =>
      [...map]
        .map(([name, count]) => ({ name, count }))
        .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    const { subjects, labels, lookAlikes } = this.#named;
    return { subjects: rows(subjects), labels: rows(labels), lookAlikes: rows(lookAlikes) };
  }

  /** A column may have been taken for another: nobody's name stays behind in a report. */
  #name(list: keyof Findings, name: string): void {
    const map = this.#named[list];
    const key = map.has(name) ? name : maskText(name, inspectText(name));
    if (map.has(key) || map.size < MOST_NAMED) map.set(key, (map.get(key) ?? 0) + 1);
  }
}
