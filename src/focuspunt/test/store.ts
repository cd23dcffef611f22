import type { Selectable } from 'kysely';
import { goalsOf } from '#monitor/index.ts';
import type { ObjectFacts } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { lockRow } from '#platform/command/rows.ts';
import type { YearlyTestTable } from '#platform/database/schema.gen.ts';
import { type Focuspunt, factsOf, lockFocuspunt, settingsOf } from '../focuspunt/store.ts';
import { type Evidence, evidenceOf } from './evidence.ts';

/** A yearly test as it is stored. */
export type YearlyTest = Selectable<YearlyTestTable>;

/** A yearly test with its focuspunt and who reaches them. */
export interface OpenedTest {
  readonly test: YearlyTest;
  readonly focuspunt: Focuspunt;
  readonly facts: ObjectFacts;
}

/** Loads a yearly test and holds its row, with its focuspunt. Throws `not_found`. */
export const lockTest = async (context: Context, id: string): Promise<OpenedTest> => {
  const test = await lockRow(context, 'yearly_test', id);
  const focuspunt = await lockFocuspunt(context, test.focuspunt_id);
  return { test, focuspunt, facts: await factsOf(context, focuspunt) };
};

/** What was measured of a focuspunt since its besluit or its last test. */
export const readEvidence = async (
  context: Pick<Context, 'db' | 'gemeente' | 'today'>,
  focuspunt: Pick<Focuspunt, 'id' | 'besluit_on'>,
): Promise<Evidence> => {
  const { db, gemeente, today } = context;
  const last = await db
    .selectFrom('yearly_test')
    .select('decided_on')
    .where('gemeente', '=', gemeente)
    .where('focuspunt_id', '=', focuspunt.id)
    .where('state', '=', 'decided')
    .orderBy('due_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  const goals = await goalsOf(db, gemeente, [focuspunt.id], { today, settings: await settingsOf(context) });
  return evidenceOf(goals, last?.decided_on ?? focuspunt.besluit_on ?? today);
};
