import { z } from 'zod';
import { formatTerm, parseTerm } from '#platform/calendar/index.ts';

/** A subject as a Signalen installation describes it. */
export interface FileSubject {
  readonly slug: string;
  readonly name: string;
  readonly parentSlug: string;
  readonly parentName: string;
  readonly description: string;
  /** The term that `handling_message` promises; null when it names none. */
  readonly term: string | null;
  /** Signalen routes to many: the departments in the order of the file. */
  readonly departments: readonly string[];
}

/** Why the whole file cannot be used. */
export type FileProblem = 'not_json' | 'no_subjects' | 'too_many_subjects';

/** What was read, and the slugs of what could not be. */
export type SignalenFile =
  | { readonly problem: FileProblem }
  | {
      readonly problem: null;
      readonly subjects: readonly FileSubject[];
      readonly unreadable: readonly string[];
    };

const MOST_SUBJECTS = 500;
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100);
const line = z.string().trim().min(1).max(100);

const rowSchema = z.object({
  name: line,
  parent: line,
  parent_slug: slug,
  description: z.string().trim().max(1000).nullish(),
  handling_message: z.string().nullish(),
  departments: z.array(line).max(100).nullish(),
});

/**
 * Reads the category tree of a Signalen installation: an object with each subject by its slug
 * (`name`, `parent`, `parent_slug`, `description`, `handling_message`, `departments`).
 */
export const readSignalenFile = (text: string): SignalenFile => {
  const data = parse(text);
  if (data === undefined) return { problem: 'not_json' };
  const rows = z.record(z.string(), z.unknown()).safeParse(data);
  const entries = rows.success ? Object.entries(rows.data) : [];
  if (entries.length > MOST_SUBJECTS) return { problem: 'too_many_subjects' };
  const read = entries.map(([key, value]) => [key, readRow(key, value)] as const);
  const subjects = read.flatMap(([, subject]) => subject ?? []);
  if (subjects.length === 0) return { problem: 'no_subjects' };
  return { problem: null, subjects, unreadable: read.flatMap(([key, subject]) => (subject ? [] : [key])) };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};

const readRow = (key: string, value: unknown): FileSubject | null => {
  const row = rowSchema.safeParse(value);
  if (!row.success || !slug.safeParse(key).success) return null;
  const { name, parent, parent_slug, description, handling_message, departments } = row.data;
  return {
    slug: key,
    name,
    parentName: parent,
    parentSlug: parent_slug,
    description: description ?? '',
    term: termIn(handling_message ?? ''),
    departments: departments ?? [],
  };
};

const PROMISE = /\bbinnen\s+(\d{1,3})\s+(werkdag(?:en)?|dag(?:en)?|we(?:ek|ken)|uur|uren)\b/i;

/** The term in a Dutch sentence such as "binnen 5 werkdagen"; null without one. */
export const termIn = (message: string): string | null => {
  const [, amount, word = ''] = PROMISE.exec(message) ?? [];
  if (amount === undefined || Number(amount) === 0) return null;
  const text = formatTerm({ amount: Number(amount), unit: unitOf(word.toLowerCase()) });
  return parseTerm(text) ? text : null;
};

const unitOf = (word: string) => {
  if (word.startsWith('werkdag')) return 'workday';
  if (word.startsWith('dag')) return 'day';
  return word.startsWith('we') ? 'week' : 'hour';
};
