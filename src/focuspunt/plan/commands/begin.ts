import { endOfTerm } from '#gemeente/index.ts';
import { endOfDay, parseTerm, plusDays } from '#platform/calendar/index.ts';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { startTerm } from '#platform/terms.ts';
import { type Focuspunt, settingsOf } from '../../focuspunt/store.ts';
import { lastDayOf, quarterOf } from '../rules/quarter.ts';
import { planTerms } from '../settings.ts';

/**
 * What a besluit sets going, inside the command of the college: an empty plan that is due (S6: eight weeks, a reminder at
 * six), the question after this quarter, and the preparation of the first yearly test. Doing it again changes nothing.
 */
export const beginPlan = async (context: Context, focuspunt: Focuspunt): Promise<void> => {
  const { db, gemeente, now, principal } = context;
  const id = newId();
  const made = await db
    .insertInto('plan')
    .values({
      gemeente,
      id,
      focuspunt_id: focuspunt.id,
      state: 'draft',
      created_by: principal.id,
      created_at: now,
      state_since: now,
    })
    .onConflict((conflict) => conflict.columns(['gemeente', 'focuspunt_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return;
  context.record({
    noun: 'plan',
    objectId: id,
    action: 'begun',
    after: { state: 'draft', focuspunt_id: focuspunt.id },
  });
  const settings = await settingsOf(context);
  const about = { kind: 'plan', id };
  await startTerm(context, 'plan_reminder', about, endOfTerm(settings, planTerms.reminder, now));
  if (focuspunt.plan_due_on !== null)
    await startTerm(context, 'plan_due', about, endOfDay(focuspunt.plan_due_on));
  await startTerm(context, 'quarter_ask', about, endOfDay(lastDayOf(quarterOf(context.today))));
  if (focuspunt.next_test_on !== null) await askTest(context, id, focuspunt.next_test_on);
};

/** Starts the term on which a yearly test is prepared: so long before its day as the settings say. */
export const askTest = async (context: Context, planId: string, testOn: string): Promise<void> => {
  const settings = await settingsOf(context);
  const term = parseTerm(settings.get(planTerms.testPrepare));
  if (!term) throw new Error('The term of the yearly test cannot be read');
  // The Dutch calendar counts days and weeks alike; workdays before a day are taken as days.
  const days = term.amount * (term.unit === 'week' ? 7 : 1);
  await startTerm(context, 'test_prepare', { kind: 'plan', id: planId }, endOfDay(plusDays(testOn, -days)));
};
