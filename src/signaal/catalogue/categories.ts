import { departments } from '#gemeente/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuseField } from './errors.ts';
import type { CategoryInput } from './inputs.ts';
import { checkPeriod, lockRow, type Row, storeRow } from './store.ts';

/**
 * Makes or changes a category; what was chosen before keeps its name. A main category only groups: it has no department
 * and no marks. Throws `ends_before_start`, `parent_unknown`, `main_has_subjects`, `slug_taken`, `department_unknown`.
 * Gives its id.
 */
export const saveCategory = defineCommand<CategoryInput, string>({
  name: 'category.save',
  action: 'category.manage',
  run: async (context, input) => {
    context.allow();
    checkPeriod(input);
    const row = rowOf(input);
    const known =
      input.id === null ? null : { id: input.id, row: await lockRow(context, 'category', input.id) };
    await checkParent(context, input);
    await checkSlug(context, input);
    await checkDepartment(context, input, known?.row ?? null);
    return storeRow(context, 'category', known, row);
  },
});

const rowOf = (input: CategoryInput): Row => {
  const isMain = input.parentId === null;
  return {
    parent_id: input.parentId,
    slug: input.slug,
    name: input.name,
    name_en: input.nameEn === '' ? null : input.nameEn,
    description: input.description === '' ? null : input.description,
    keywords: input.keywords,
    department_id: isMain ? null : input.departmentId,
    handling_term: input.handlingTerm,
    complex: !isMain && input.complex,
    sensitive: !isMain && input.sensitive,
    crowd: !isMain && input.crowd,
    valid_from: input.validFrom,
    valid_to: input.validTo,
  };
};

/** A subject lies under a main category, and a main category that holds subjects stays one. */
const checkParent = async ({ db, gemeente }: Context, { id, parentId }: CategoryInput): Promise<void> => {
  if (parentId === null) return;
  const [parent] = await runSql<{ parentId: string | null }>(
    db,
    'select parent_id as "parentId" from category where gemeente = $1 and id = $2',
    [gemeente, parentId],
  );
  if (!parent || parent.parentId !== null || parentId === id) throw refuseField('parentId', 'parent_unknown');
  if (id === null) return;
  const children = await runSql(
    db,
    'select id from category where gemeente = $1 and parent_id = $2 limit 1',
    [gemeente, id],
  );
  if (children.length > 0) throw refuseField('parentId', 'main_has_subjects');
};

const SAME_SLUG = `select id from category where gemeente = $1 and slug = $2
  and ($4::date is null or valid_from < $4) and (valid_to is null or valid_to > $3)`;

/** Addresses and imports find a category by its slug, so on each day one has it. */
const checkSlug = async ({ db, gemeente }: Context, input: CategoryInput): Promise<void> => {
  const { id, slug, validFrom, validTo } = input;
  const rows = await runSql<{ id: string }>(db, SAME_SLUG, [gemeente, slug, validFrom, validTo]);
  if (rows.some((row) => row.id !== id)) throw refuseField('slug', 'slug_taken');
};

/** A department that has gone may stay with what it had; nobody is given to it anew. */
const checkDepartment = async (context: Context, input: CategoryInput, before: Row | null): Promise<void> => {
  const { departmentId, parentId, validFrom } = input;
  if (departmentId === null || parentId === null || before?.department_id === departmentId) return;
  const day = validFrom > context.today ? validFrom : context.today;
  const known = await departments(context.db, context.gemeente, day);
  if (!known.some(({ id }) => id === departmentId)) throw refuseField('departmentId', 'department_unknown');
};
