import { reachesObject } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { hashToken } from '#platform/secrets/index.ts';
import { refuse } from '../errors.ts';
import { guardTexts } from '../guarded.ts';

/** What somebody finds of a proposal. */
export type Stance = 'agree' | 'partly' | 'against';

/** All stances, in the order in which forms show them. */
export const stances: readonly Stance[] = ['agree', 'partly', 'against'];

interface Advice {
  readonly id: string;
  readonly focuspuntId: string;
  readonly accountId: string | null;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly state: string;
}

const ADVICE = `select a.id, a.focuspunt_id as "focuspuntId", m.account_id as "accountId", a.expires_at as "expiresAt",
    a.answered_at as "answeredAt", f.state
  from focuspunt_advice a
  join wijkteam_member m on m.gemeente = a.gemeente and m.id = a.member_id
  join focuspunt f on f.gemeente = a.gemeente and f.id = a.focuspunt_id
  where a.gemeente = $1`;

/** By the link of the mail, or by the row itself for whoever signed in; one of both. */
export type AdviceKey = { readonly token: string } | { readonly adviceId: string };

const lockAdvice = async ({ db, gemeente }: Context, key: AdviceKey): Promise<Advice> => {
  if ('adviceId' in key && !isId(key.adviceId)) throw notFound();
  const [rows] = [
    'token' in key
      ? await runSql<Advice>(db, `${ADVICE} and a.token_hash = $2 for update of a`, [
          gemeente,
          hashToken(key.token),
        ])
      : await runSql<Advice>(db, `${ADVICE} and a.id = $2 for update of a`, [gemeente, key.adviceId]),
  ];
  const [advice] = rows;
  if (!advice) throw notFound();
  return advice;
};

/**
 * Somebody of the wijkteam answers, by the link of the mail or in the app (0.2 D4). Once: who changes his mind calls the
 * wijkregisseur. Throws `advice_link_over`, `advice_given`, `stance_missing`, `text_has_person`.
 */
export const adviseFocuspunt = defineCommand<
  { readonly key: AdviceKey; readonly stance: Stance | null; readonly text: string },
  { readonly focuspuntId: string }
>({
  name: 'focuspunt.advise',
  action: 'focuspunt.advise',
  run: async (context, { key, stance, text }) => {
    const advice = await lockAdvice(context, key);
    const own = reachesObject(context.principal, {
      accountIds: advice.accountId ? [advice.accountId] : [],
    });
    context.allow((holding, reach) => (reach === 'code' ? 'token' in key : own(holding, reach)));
    if (advice.state !== 'consulting' || context.now > advice.expiresAt) {
      throw refuse('advice_link_over', { status: 409 });
    }
    if (advice.answeredAt) throw refuse('advice_given', { status: 409 });
    if (stance === null) throw refuse('stance_missing', { fields: { stance: 'stance_missing' } });
    guardTexts({ text });
    await context.db
      .updateTable('focuspunt_advice')
      .set({ stance, text: text.trim(), answered_at: context.now })
      .where('gemeente', '=', context.gemeente)
      .where('id', '=', advice.id)
      .execute();
    context.record({
      noun: 'focuspunt',
      objectId: advice.focuspuntId,
      action: 'advise',
      after: { stance, advice: advice.id },
    });
    return { focuspuntId: advice.focuspuntId };
  },
});
