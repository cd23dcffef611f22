import type { Selectable, Updateable } from 'kysely';
import { areaBuurten, readSettings, type Settings } from '#gemeente/index.ts';
import type { ObjectFacts } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import type { FocuspuntTable } from '#platform/database/schema.gen.ts';
import { notFound, refuse as refusePlatform } from '#platform/errors.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from './errors.ts';
import { type FocuspuntStep, focuspuntMachine } from './states.ts';

/** A focuspunt as it is stored. */
export type Focuspunt = Selectable<FocuspuntTable>;

type FocuspuntChange = Omit<
  Updateable<FocuspuntTable>,
  'gemeente' | 'id' | 'state' | 'version' | 'public_state'
>;

/** Columns with sentences of people; the history keeps only that they changed. */
const FREE_TEXT = new Set([
  'problem',
  'public_summary',
  'effort',
  'effort_why_not',
  'what_is_added',
  'reject_reason',
  'plan_waiver',
]);

/** Loads a focuspunt and holds its row until the transaction ends, so that two deciders go one after the other. */
export const lockFocuspunt = async (context: Context, id: string): Promise<Focuspunt> => {
  if (!isId(id)) throw notFound();
  const focuspunt = await context.db
    .selectFrom('focuspunt')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!focuspunt) throw notFound();
  return focuspunt;
};

/** What the gate must know of a focuspunt. */
export const factsOf = async (
  context: Pick<Context, 'db' | 'gemeente' | 'today'>,
  focuspunt: Pick<Focuspunt, 'area_id' | 'trekker_account_id' | 'trekker_department_id'>,
): Promise<ObjectFacts> => ({
  buurtIds: await areaBuurten(context.db, context.gemeente, context.today, focuspunt.area_id),
  departmentIds: focuspunt.trekker_department_id ? [focuspunt.trekker_department_id] : [],
  accountIds: focuspunt.trekker_account_id ? [focuspunt.trekker_account_id] : [],
});

/** Takes one step in the life of a focuspunt. Throws `step_not_allowed` when the table has no such step from here. */
export const moveFocuspunt = (
  context: Context,
  focuspunt: Focuspunt,
  step: FocuspuntStep,
  change: FocuspuntChange = {},
): Promise<Focuspunt> => {
  const state = afterStep(focuspuntMachine, focuspunt.state, step);
  if (!state) throw refuse('step_not_allowed', { status: 409 });
  return store(context, focuspunt, step, { ...change, state, state_since: context.now });
};

/** Changes a focuspunt without a step, such as its trekker; same history. */
export const changeFocuspunt = (
  context: Context,
  focuspunt: Focuspunt,
  action: string,
  change: FocuspuntChange,
): Promise<Focuspunt> => store(context, focuspunt, action, change);

const store = async (
  context: Context,
  focuspunt: Focuspunt,
  action: string,
  change: Updateable<FocuspuntTable>,
): Promise<Focuspunt> => {
  const stored = await context.db
    .updateTable('focuspunt')
    .set({ ...change, version: focuspunt.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', focuspunt.id)
    .where('version', '=', focuspunt.version)
    .returningAll()
    .executeTakeFirst();
  if (!stored) throw refusePlatform('changed_meanwhile', { status: 409 });
  context.record({ noun: 'focuspunt', objectId: focuspunt.id, action, ...sides(focuspunt, change) });
  return stored;
};

const sides = (before: Readonly<Record<string, unknown>>, change: Readonly<Record<string, unknown>>) => {
  const columns = Object.keys(change).filter((column) => !FREE_TEXT.has(column));
  return {
    before: Object.fromEntries(columns.map((column) => [column, before[column] ?? null])),
    after: Object.fromEntries(columns.map((column) => [column, change[column] ?? null])),
  };
};

/** The settings of this municipality today. */
export const settingsOf = (context: Pick<Context, 'db' | 'gemeente' | 'today'>): Promise<Settings> =>
  readSettings(context.db, context.gemeente, context.today);
