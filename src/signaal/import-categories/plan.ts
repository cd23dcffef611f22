import type { CategoryRow } from '../catalogue/read.ts';
import { ruleState } from '../catalogue/rule-state.ts';
import { keywordsFrom } from './keywords.ts';
import { chooseOwner, type Owner, workersAmong } from './owners.ts';
import type { FileSubject } from './signalen-file.ts';

/** Something about a row that a person should look at. */
export type RowRemark = 'no_term' | 'no_department' | 'slug_changed';

/** What an import does with one main category or subject. */
export interface PlannedRow {
  readonly slug: string;
  readonly name: string;
  /** Slug of its main category; null for a main category. */
  readonly parentSlug: string | null;
  readonly description: string;
  readonly keywords: string;
  readonly term: string;
  readonly owner: Owner | null;
  /** How many departments the file names for it. */
  readonly named: number;
  readonly known: CategoryRow | null;
  readonly act: 'add' | 'change' | 'keep';
  /** What differs from what is stored. */
  readonly changes: readonly string[];
  readonly remarks: readonly RowRemark[];
}

const STANDARD_TERM = '5 workday';

/** Plans main categories first, then subjects, in the order of the file. */
export const planRows = (
  subjects: readonly FileSubject[],
  owners: ReadonlyMap<string, Owner>,
  stored: readonly CategoryRow[],
  day: string,
): PlannedRow[] => {
  const today = stored.filter((row) => ruleState(row, day) === 'now');
  const mains = new Map(subjects.map(({ parentSlug, parentName }) => [parentSlug, parentName]));
  const keywords = keywordsFrom(subjects.map(({ description }) => description));
  return [
    ...[...mains].map(([slug, name]) => planMain(slug, name, today)),
    ...subjects.map((subject, index) => {
      const taken = mains.has(subject.slug) || today.some((row) => isOtherWith(subject.slug, row));
      return planSubject(subject, keywords[index] ?? '', taken, owners, today);
    }),
  ];
};

/** A main category that has this slug already, so the subject needs another. */
const isOtherWith = (slug: string, row: CategoryRow): boolean => row.slug === slug && row.parentId === null;

const planMain = (slug: string, name: string, stored: readonly CategoryRow[]): PlannedRow => {
  const known = stored.find((row) => row.slug === slug && row.parentId === null) ?? null;
  const changes = known && known.name !== name ? ['name'] : [];
  return {
    slug,
    name,
    parentSlug: null,
    description: known?.description ?? '',
    keywords: '',
    term: known?.handlingTerm ?? STANDARD_TERM,
    owner: null,
    named: 0,
    known,
    act: actOf(known, changes),
    changes,
    remarks: [],
  };
};

const planSubject = (
  subject: FileSubject,
  keywords: string,
  slugTaken: boolean,
  owners: ReadonlyMap<string, Owner>,
  stored: readonly CategoryRow[],
): PlannedRow => {
  const slug = slugTaken ? `${subject.parentSlug}-${subject.slug}`.slice(0, 100) : subject.slug;
  const known = stored.find((row) => row.slug === slug && row.parentId !== null) ?? null;
  const owner = ownerOf(subject, owners, known);
  const term = subject.term ?? known?.handlingTerm ?? STANDARD_TERM;
  const parent = stored.find((row) => row.slug === subject.parentSlug && row.parentId === null);
  const changes = known
    ? [
        ...(known.name === subject.name ? [] : ['name']),
        ...(known.parentId === parent?.id ? [] : ['parent']),
        ...((known.description ?? '') === subject.description ? [] : ['description']),
        ...(known.departmentId === owner?.id ? [] : ['department']),
        ...(known.handlingTerm === term ? [] : ['term']),
      ]
    : [];
  return {
    slug,
    name: subject.name,
    parentSlug: subject.parentSlug,
    description: subject.description,
    keywords: known?.keywords ?? keywords,
    term,
    owner,
    named: subject.departments.length,
    known,
    act: actOf(known, changes),
    changes,
    remarks: [
      ...(subject.term === null ? (['no_term'] as const) : []),
      ...(owner === null ? (['no_department'] as const) : []),
      ...(slug === subject.slug ? [] : (['slug_changed'] as const)),
    ],
  };
};

/** Whom the administrator chose among those that the file names stays; else the first that does the work. */
const ownerOf = (
  { departments }: FileSubject,
  owners: ReadonlyMap<string, Owner>,
  known: CategoryRow | null,
): Owner | null => {
  const chosen = known?.departmentId ?? null;
  const stays = chosen !== null && workersAmong(departments, owners).includes(chosen);
  const owner = stays ? [...owners.values()].find(({ id }) => id === chosen) : undefined;
  return owner ?? chooseOwner(departments, owners);
};

const actOf = (known: CategoryRow | null, changes: readonly string[]): PlannedRow['act'] => {
  if (!known) return 'add';
  return changes.length > 0 ? 'change' : 'keep';
};
