import { areasOf, departments } from '#gemeente/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuseField } from './errors.ts';
import type { RuleInput } from './inputs.ts';

/**
 * Sets a routing rule; an earlier one for the same category and area ends on the day this one begins. The history is
 * that of the category. Throws `subject_unknown`, `area_unknown`, `department_unknown`. Gives its id.
 */
export const saveRoutingRule = defineCommand<RuleInput, string>({
  name: 'routing_rule.save',
  action: 'category.manage',
  run: async (context, input) => {
    context.allow();
    await checkRule(context, input);
    await endRules(context, input.categoryId, input.areaId, input.validFrom);
    const id = newId();
    const { categoryId, areaId, departmentId, validFrom } = input;
    await context.db
      .insertInto('routing_rule')
      .values({
        gemeente: context.gemeente,
        id,
        category_id: categoryId,
        area_id: areaId,
        department_id: departmentId,
        valid_from: validFrom,
        valid_to: null,
      })
      .execute();
    const after = { area_id: areaId, department_id: departmentId, valid_from: validFrom };
    context.record({ noun: 'routing_rule', objectId: categoryId, action: 'made', after });
    return id;
  },
});

/** Which rule ends, and from which day on. */
export interface RuleEnd {
  readonly categoryId: string;
  readonly areaId: string;
  readonly from: string;
}

/** Ends a routing rule from a day on; the category's own department then holds again. */
export const endRoutingRule = defineCommand<RuleEnd, void>({
  name: 'routing_rule.end',
  action: 'category.manage',
  run: async (context, { categoryId, areaId, from }) => {
    context.allow();
    await endRules(context, categoryId, areaId, from);
  },
});

const checkRule = async (context: Context, input: RuleInput): Promise<void> => {
  const { db, gemeente } = context;
  const [subject] = await runSql<{ parentId: string | null }>(
    db,
    'select parent_id as "parentId" from category where gemeente = $1 and id = $2 for update',
    [gemeente, input.categoryId],
  );
  if (!subject || subject.parentId === null) throw refuseField('categoryId', 'subject_unknown');
  const areas = await areasOf(db, gemeente, input.validFrom);
  if (!areas.some(({ id }) => id === input.areaId)) throw refuseField('areaId', 'area_unknown');
  const known = await departments(db, gemeente, input.validFrom);
  if (!known.some(({ id }) => id === input.departmentId))
    throw refuseField('departmentId', 'department_unknown');
};

interface RuleRow {
  readonly areaId: string;
  readonly departmentId: string;
  readonly validFrom: string;
}

const RETURNING = 'returning area_id as "areaId", department_id as "departmentId", valid_from as "validFrom"';

/** What had not begun yet disappears, what holds ends; both leave their trace. */
const endRules = async (
  context: Context,
  categoryId: string,
  areaId: string,
  from: string,
): Promise<void> => {
  const values = [context.gemeente, categoryId, areaId, from];
  const where = 'where gemeente = $1 and category_id = $2 and area_id = $3';
  const dropped = await runSql<RuleRow>(
    context.db,
    `delete from routing_rule ${where} and valid_from >= $4 ${RETURNING}`,
    values,
  );
  const ended = await runSql<RuleRow>(
    context.db,
    `update routing_rule set valid_to = $4 ${where} and (valid_to is null or valid_to > $4) ${RETURNING}`,
    values,
  );
  const record = (rule: RuleRow, action: string, validTo: string | null) =>
    context.record({
      noun: 'routing_rule',
      objectId: categoryId,
      action,
      before: { area_id: rule.areaId, department_id: rule.departmentId, valid_from: rule.validFrom },
      after: { valid_to: validTo },
    });
  for (const rule of dropped) record(rule, 'withdrawn', null);
  for (const rule of ended) record(rule, 'ended', from);
};
