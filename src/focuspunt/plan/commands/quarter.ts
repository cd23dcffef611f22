import { endOfTerm } from '#gemeente/index.ts';
import { endOfDay, isoDate } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { endTerms } from '#platform/terms.ts';
import { guardTexts } from '../../focuspunt/guarded.ts';
import { type Focuspunt, factsOf, lockFocuspunt, moveFocuspunt, settingsOf } from '../../focuspunt/store.ts';
import { refuseField } from '../errors.ts';
import { askedQuarter, lastDayOf, type Quarter } from '../rules/quarter.ts';
import { planTerms } from '../settings.ts';
import { authorOf, reachesPlan } from '../store.ts';

/** How a focuspunt goes: loopt, hapert, klaar (0.2 D12). */
export type LightWord = 'runs' | 'falters' | 'done';

/** One click, and a sentence if somebody wants to. */
export interface SayQuarter {
  readonly focuspuntId: string;
  readonly light: LightWord | null;
  readonly sentence: string;
}

/**
 * Says how a focuspunt goes this quarter: "loopt, hapert, klaar", at the meeting or on Mijn maandag (D12). It is of the
 * quarter that has just ended while that may still be said, else of the present one; what is said later holds. Gives that
 * quarter. Throws `light_missing`, `not_found` before there is a besluit.
 */
export const sayQuarter = defineCommand<SayQuarter, Quarter>({
  name: 'quarter.say',
  action: 'quarter.say',
  run: async (context, { focuspuntId, light, sentence }) => {
    const focuspunt = await lockFocuspunt(context, focuspuntId);
    context.allow(reachesPlan(context, await factsOf(context, focuspunt)));
    if (focuspunt.besluit_on === null) throw notFound();
    if (light === null) throw refuseField('light', 'light_missing');
    guardTexts({ sentence });
    const quarter = await quarterNow(context, focuspunt, focuspunt.besluit_on);
    const { db, gemeente, now } = context;
    await db
      .insertInto('quarter_status')
      .values({
        gemeente,
        id: newId(),
        focuspunt_id: focuspunt.id,
        quarter,
        light,
        sentence: sentence.trim(),
        said_by: authorOf(context),
        said_at: now,
      })
      .execute();
    context.record({
      noun: 'focuspunt',
      objectId: focuspunt.id,
      action: 'quarter_said',
      after: { quarter, light },
    });
    // Whoever says how it goes says that it goes.
    if (focuspunt.state === 'council_informed') await moveFocuspunt(context, focuspunt, 'start');
    const plan = await db
      .selectFrom('plan')
      .select('id')
      .where('gemeente', '=', gemeente)
      .where('focuspunt_id', '=', focuspunt.id)
      .executeTakeFirst();
    if (plan) await endTerms(context, [plan.id], ['quarter_late'], 'met');
    context.emit('quarter.said', focuspunt.id);
    return quarter;
  },
});

const quarterNow = async (context: Context, { id }: Focuspunt, besluitOn: string): Promise<Quarter> => {
  const settings = await settingsOf(context);
  const said = await saidQuarters(context, id);
  return askedQuarter(context.today, besluitOn, said, (quarter) => graceOf(settings, quarter));
};

/** The last day on which the status of a quarter can be said. */
export const graceOf = (settings: Parameters<typeof endOfTerm>[0], quarter: Quarter): string =>
  isoDate(endOfTerm(settings, planTerms.quarter, endOfDay(lastDayOf(quarter))));

/** The quarters of which a status was said. */
export const saidQuarters = async (
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  focuspuntId: string,
): Promise<Quarter[]> => {
  const rows = await db
    .selectFrom('quarter_status')
    .select('quarter')
    .distinct()
    .where('gemeente', '=', gemeente)
    .where('focuspunt_id', '=', focuspuntId)
    .orderBy('quarter', 'desc')
    .limit(40)
    .execute();
  return rows.map(({ quarter }) => quarter);
};
