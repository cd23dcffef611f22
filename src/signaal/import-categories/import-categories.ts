import { type Context, defineCommand, execute, runInside } from '#platform/command/command.ts';
import { operatorPrincipal, type Principal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { saveCategory } from '../catalogue/categories.ts';
import { allCategories } from '../catalogue/read.ts';
import { knownDepartments, makeOwners, type Owner, ownersIn } from './owners.ts';
import { type PlannedRow, planRows, type RowRemark } from './plan.ts';
import { type FileProblem, readSignalenFile } from './signalen-file.ts';

/** What an import is told besides its file. */
export interface ImportCategoriesOptions {
  /** Only tells what would happen. */
  readonly dryRun?: boolean;
  /** The day from which new subjects and departments hold; today unless told otherwise. */
  readonly validFrom?: string;
}

/** What happened with one main category or subject, or would happen. */
interface CategoryRowReport {
  readonly slug: string;
  readonly name: string;
  readonly main: boolean;
  readonly act: PlannedRow['act'];
  /** The department that becomes its owner, chosen from the `named` in the file. */
  readonly department: string | null;
  readonly named: number;
  readonly term: string;
  readonly changes: readonly string[];
  readonly remarks: readonly RowRemark[];
}

/** What an import did, or would do. */
export interface CategoriesReport {
  /** Why the whole file was refused; null when it was read. */
  readonly problem: FileProblem | null;
  readonly dryRun: boolean;
  readonly mains: number;
  readonly subjects: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Slugs of rows that could not be read; they are left out. */
  readonly unreadable: readonly string[];
  /** How many departments the file names. */
  readonly departments: number;
  readonly departmentsMade: readonly string[];
  /** Names in which letters of another script were replaced. */
  readonly lookAlikes: readonly { readonly name: string; readonly letters: readonly string[] }[];
  readonly rows: readonly CategoryRowReport[];
}

interface ImportInput {
  readonly text: string;
  readonly options: ImportCategoriesOptions;
}

/** Reads the category tree of a Signalen installation; see {@link importCategories}. */
const importCategoriesCommand = defineCommand<ImportInput, CategoriesReport>({
  name: 'category.import',
  action: 'category.manage',
  run: async (context, { text, options }) => {
    context.allow();
    const dryRun = options.dryRun ?? false;
    const file = readSignalenFile(text);
    if (file.problem !== null) return refusedFile(file.problem, dryRun);
    const validFrom = options.validFrom ?? context.today;
    const found = ownersIn(
      file.subjects.flatMap(({ departments }) => departments),
      await knownDepartments(context, validFrom),
    );
    const owners = dryRun ? found : await makeOwners(context, found, validFrom);
    const stored = await allCategories(context.db, context.gemeente);
    const plan = planRows(file.subjects, owners, stored, validFrom);
    if (!dryRun) await storePlan(context, plan, validFrom);
    return { ...reportOf(plan, found, dryRun), unreadable: file.unreadable };
  },
});

/**
 * Reads the category tree of a Signalen installation into a municipality: main categories, subjects, terms and
 * departments. Signalen gives a subject to many departments; here the first that is no contact role (the desk, the people
 * of the wijk) becomes the owner, or the one the administrator chose from the same list. A subject that is there is found
 * by its slug and keeps its search words and marks; running it twice changes nothing the second time. As the operator
 * unless told otherwise.
 */
export const importCategories = (
  world: World,
  gemeente: string,
  text: string,
  options: ImportCategoriesOptions = {},
  principal: Principal = operatorPrincipal,
): Promise<CategoriesReport> =>
  execute(world, gemeente, principal, importCategoriesCommand, { text, options });

const storePlan = async (context: Context, plan: readonly PlannedRow[], validFrom: string): Promise<void> => {
  const mainIds = new Map<string, string>();
  for (const row of plan) {
    const parentId = row.parentSlug === null ? null : (mainIds.get(row.parentSlug) ?? null);
    const id =
      row.act === 'keep' && row.known ? row.known.id : await storeOne(context, row, parentId, validFrom);
    if (row.parentSlug === null) mainIds.set(row.slug, id);
  }
};

const storeOne = (
  { world, gemeente, principal, db }: Context,
  row: PlannedRow,
  parentId: string | null,
  validFrom: string,
): Promise<string> => {
  const { known } = row;
  return runInside(world, gemeente, principal, db, saveCategory, {
    id: known?.id ?? null,
    parentId,
    slug: row.slug,
    name: row.name,
    nameEn: known?.nameEn ?? '',
    description: row.description,
    keywords: row.keywords,
    departmentId: row.owner?.id ?? null,
    handlingTerm: row.term,
    complex: known?.complex ?? false,
    sensitive: known?.sensitive ?? false,
    crowd: known?.crowd ?? false,
    validFrom: known?.validFrom ?? validFrom,
    validTo: known?.validTo ?? null,
  });
};

const reportOf = (
  plan: readonly PlannedRow[],
  owners: ReadonlyMap<string, Owner>,
  dryRun: boolean,
): Omit<CategoriesReport, 'unreadable'> => {
  const count = (act: PlannedRow['act']) => plan.filter((row) => row.act === act).length;
  const all = [...owners.values()];
  const mains = plan.filter(({ parentSlug }) => parentSlug === null).length;
  return {
    problem: null,
    dryRun,
    mains,
    subjects: plan.length - mains,
    added: count('add'),
    changed: count('change'),
    unchanged: count('keep'),
    departments: owners.size,
    departmentsMade: all.filter(({ id }) => id === null).map(({ name }) => name),
    lookAlikes: all
      .filter(({ letters }) => letters.length > 0)
      .map(({ name, letters }) => ({ name, letters })),
    rows: plan.map(({ slug, name, parentSlug, act, owner, named, term, changes, remarks }) => ({
      slug,
      name,
      main: parentSlug === null,
      act,
      department: owner?.name ?? null,
      named,
      term,
      changes,
      remarks,
    })),
  };
};

const refusedFile = (problem: FileProblem, dryRun: boolean): CategoriesReport => ({
  problem,
  dryRun,
  mains: 0,
  subjects: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  unreadable: [],
  departments: 0,
  departmentsMade: [],
  lookAlikes: [],
  rows: [],
});
