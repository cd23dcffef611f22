import { notify } from '#people/index.ts';
import { endOfDay } from '#platform/calendar/index.ts';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { startTerm } from '#platform/terms.ts';
import { membersOf } from '#wijkteam/index.ts';
import { moveFocuspunt } from '../focuspunt/store.ts';
import { carriersOf, lockPlan, regisseursOf } from '../plan/store.ts';
import { lockTest } from './store.ts';

/** Focuspunten that a yearly test is held of. */
const TESTED = new Set(['set', 'council_informed', 'running']);

/**
 * Prepares the yearly test of a plan's focuspunt ten weeks ahead (C4): trekker, wijkregisseur and wijkteam hear that a
 * new measurement is needed. While one is prepared, and of what has ended, nothing happens.
 */
export const prepareTest = async (context: Context, planId: string): Promise<void> => {
  const { focuspunt, facts } = await lockPlan(context, planId);
  if (!TESTED.has(focuspunt.state) || focuspunt.next_test_on === null) return;
  const { db, gemeente, now } = context;
  const id = newId();
  await db
    .insertInto('yearly_test')
    .values({
      gemeente,
      id,
      focuspunt_id: focuspunt.id,
      due_on: focuspunt.next_test_on,
      state: 'prepared',
      created_at: now,
    })
    .execute();
  const after = { focuspunt_id: focuspunt.id, due_on: focuspunt.next_test_on };
  context.record({ noun: 'yearly_test', objectId: id, action: 'prepared', after });
  const running =
    focuspunt.state === 'council_informed' ? await moveFocuspunt(context, focuspunt, 'start') : focuspunt;
  if (running.state === 'running') await moveFocuspunt(context, running, 'test');
  await startTerm(context, 'test_due', { kind: 'yearly_test', id }, endOfDay(focuspunt.next_test_on));
  const team = await membersOf(db, gemeente, focuspunt.area_id, context.today);
  const people = [
    ...(await carriersOf(context, focuspunt, facts)),
    ...(await regisseursOf(context, facts)),
    ...team.flatMap(({ accountId }) => accountId ?? []),
  ];
  await notify(context, people, 'test_prepared', 'yearly_test', id);
  context.emit('yearly_test.prepared', id);
};

/** The day of the test has passed without a decision: its people see it, and the page of the raad says "niet getoetst". */
export const testIsLate = async (context: Context, id: string): Promise<void> => {
  const { test, focuspunt, facts } = await lockTest(context, id);
  if (test.state !== 'prepared') return;
  const people = [...(await carriersOf(context, focuspunt, facts)), ...(await regisseursOf(context, facts))];
  await notify(context, people, 'test_due', 'yearly_test', id);
};
