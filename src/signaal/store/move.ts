import type { Updateable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import type { AssignmentTable, SignaalTable } from '#platform/database/schema.gen.ts';
import { refuse as refusePlatform } from '#platform/errors.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from '../errors.ts';
import { type AssignmentStep, assignmentMachine } from '../rules/assignment-states.ts';
import { type SignaalStep, signaalMachine } from '../rules/signaal-states.ts';
import type { Assignment, Signaal } from './load.ts';

type SignaalChange = Omit<Updateable<SignaalTable>, 'gemeente' | 'id' | 'state' | 'version'>;
type AssignmentChange = Omit<Updateable<AssignmentTable>, 'gemeente' | 'id' | 'state' | 'version'>;

/** Columns whose values may stand in the history; texts never do. */
const FREE_TEXT = new Set([
  'text',
  'public_text',
  'answer',
  'return_note',
  'advice',
  'place_note',
  'street',
  'street_search',
]);

/**
 * Takes one step in the life of a signaal: asks the table, stores the change, writes the history.
 * Throws `step_not_allowed` when the table has no such step from here. Gives the signaal as it is now.
 */
export const moveSignaal = async (
  context: Context,
  signaal: Signaal,
  step: SignaalStep,
  change: SignaalChange = {},
): Promise<Signaal> => {
  const state = afterStep(signaalMachine, signaal.state, step);
  if (!state) throw refuse('step_not_allowed', { status: 409 });
  return storeSignaal(context, signaal, step, { ...change, state, state_since: context.now });
};

/** Changes a signaal without a step, such as its category; same history. */
export const changeSignaal = (
  context: Context,
  signaal: Signaal,
  action: string,
  change: SignaalChange,
): Promise<Signaal> => storeSignaal(context, signaal, action, change);

const storeSignaal = async (
  context: Context,
  signaal: Signaal,
  action: string,
  change: Updateable<SignaalTable>,
): Promise<Signaal> => {
  const stored = await context.db
    .updateTable('signaal')
    .set({ ...change, version: signaal.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', signaal.id)
    .where('version', '=', signaal.version)
    .returningAll()
    .executeTakeFirst();
  if (!stored) throw refusePlatform('changed_meanwhile', { status: 409 });
  context.record({ noun: 'signaal', objectId: signaal.id, action, ...sides(signaal, change) });
  return stored;
};

/** Takes one step in the life of an assignment; throws `step_not_allowed`. */
export const moveAssignment = async (
  context: Context,
  assignment: Assignment,
  step: AssignmentStep,
  change: AssignmentChange = {},
): Promise<Assignment> => {
  const state = afterStep(assignmentMachine, assignment.state, step);
  if (!state) throw refuse('step_not_allowed', { status: 409 });
  const changed = { ...change, state, state_since: context.now };
  const stored = await context.db
    .updateTable('assignment')
    .set({ ...changed, version: assignment.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', assignment.id)
    .where('version', '=', assignment.version)
    .returningAll()
    .executeTakeFirst();
  if (!stored) throw refusePlatform('changed_meanwhile', { status: 409 });
  context.record({
    noun: 'assignment',
    objectId: assignment.id,
    action: step,
    ...sides(assignment, changed),
  });
  return stored;
};

/** Both sides of a change, of the columns that may be kept. */
const sides = (before: Readonly<Record<string, unknown>>, change: Readonly<Record<string, unknown>>) => {
  const columns = Object.keys(change).filter((column) => !FREE_TEXT.has(column));
  return {
    before: Object.fromEntries(columns.map((column) => [column, before[column] ?? null])),
    after: Object.fromEntries(columns.map((column) => [column, change[column] ?? null])),
  };
};
