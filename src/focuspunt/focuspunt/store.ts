import type { Selectable } from 'kysely';
import { areaBuurten, readSettings, type Settings } from '#gemeente/index.ts';
import type { ObjectFacts } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { lockRow, moverOf } from '#platform/command/rows.ts';
import type { FocuspuntTable } from '#platform/database/schema.gen.ts';
import { refuse } from './errors.ts';
import { focuspuntMachine } from './states.ts';

/** A focuspunt as it is stored. */
export type Focuspunt = Selectable<FocuspuntTable>;

/** Loads a focuspunt and holds its row until the transaction ends, so that two deciders go one after the other. */
export const lockFocuspunt = (context: Context, id: string): Promise<Focuspunt> =>
  lockRow(context, 'focuspunt', id);

/** What the gate must know of a focuspunt. */
export const factsOf = async (
  context: Pick<Context, 'db' | 'gemeente' | 'today'>,
  focuspunt: Pick<Focuspunt, 'area_id' | 'trekker_account_id' | 'trekker_department_id'>,
): Promise<ObjectFacts> => ({
  buurtIds: await areaBuurten(context.db, context.gemeente, context.today, focuspunt.area_id),
  departmentIds: focuspunt.trekker_department_id ? [focuspunt.trekker_department_id] : [],
  accountIds: focuspunt.trekker_account_id ? [focuspunt.trekker_account_id] : [],
});

const focuspuntMover = moverOf({
  table: 'focuspunt',
  machine: focuspuntMachine,
  freeText: [
    'problem',
    'public_summary',
    'effort',
    'effort_why_not',
    'what_is_added',
    'reject_reason',
    'plan_waiver',
  ],
  notAllowed: () => refuse('step_not_allowed', { status: 409 }),
});

/** Takes one step in the life of a focuspunt. Throws `step_not_allowed`, `changed_meanwhile`. */
export const moveFocuspunt = focuspuntMover.move;

/** Changes a focuspunt without a step, such as its trekker; same history. Throws `changed_meanwhile`. */
export const changeFocuspunt = focuspuntMover.change;

/** The settings of this municipality today. */
export const settingsOf = (context: Pick<Context, 'db' | 'gemeente' | 'today'>): Promise<Settings> =>
  readSettings(context.db, context.gemeente, context.today);
