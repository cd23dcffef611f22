import { type Context, defineCommand } from '#platform/command/command.ts';
import { refuse as refuseAll } from '#platform/errors.ts';
import { logAccess } from '../access-log.ts';
import { plus, TRIES, TRY_WINDOW } from '../session-rules.ts';
import { closeSession, openSession } from '../session-store.ts';
import { openSecret, stepOfCode } from './secret.ts';

/** What a code gave: the token of a full session, or why not. A wrong code is an answer, for its count must stay. */
export type CodeOutcome =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly reason: 'code_wrong' | 'too_many_tries' };

interface CodeInput {
  /** Six digits. */
  readonly code: string;
  /** The session that still lacks its second factor; it makes way for a new one. */
  readonly session: string;
}

/** Checks a code of the authenticator app, confirms the app at the first right one, and changes the session's token. */
export const giveSecondFactor = defineCommand({
  name: 'people.give_second_factor',
  action: 'session.use',
  run: async (context, { code, session }: CodeInput): Promise<CodeOutcome> => {
    context.allow();
    const { db, gemeente, now } = context;
    const accountId = ownAccount(context);
    const account = await lockAccount(context, accountId);
    if ((await wrongCodes(context, accountId)) >= TRIES) {
      await logAccess(db, gemeente, now, { kind: 'second_factor_blocked', accountId });
      return { ok: false, reason: 'too_many_tries' };
    }
    const step = account.totp_sealed && rightStep(context, accountId, account.totp_sealed, code);
    if (step === null || step <= (account.totp_last_step ?? -1)) {
      const reason = step === null ? 'wrong' : 'used_before';
      await logAccess(db, gemeente, now, { kind: 'second_factor_refused', accountId, reason });
      return { ok: false, reason: 'code_wrong' };
    }
    await keepStep(context, accountId, step, account.totp_confirmed_at);
    return { ok: true, token: await renewSession(context, accountId, session) };
  },
});

const ownAccount = ({ principal }: Context): string => {
  if (principal.id === null) throw refuseAll('sign_in_needed', { status: 401 });
  return principal.id;
};

/** Two codes at once wait for each other here, so that neither the count nor the last step can be passed by. */
const lockAccount = async ({ db, gemeente }: Context, accountId: string) =>
  db
    .selectFrom('account')
    .select(['totp_sealed', 'totp_confirmed_at', 'totp_last_step'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();

const wrongCodes = async ({ db, gemeente, now }: Context, accountId: string): Promise<number> => {
  const rows = await db
    .selectFrom('access_log')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('account_id', '=', accountId)
    .where('at', '>', plus(now, -TRY_WINDOW))
    .where('kind', '=', 'second_factor_refused')
    .limit(TRIES)
    .execute();
  return rows.length;
};

const rightStep = (
  { world, gemeente, now }: Context,
  accountId: string,
  sealed: Buffer,
  code: string,
): number | null => stepOfCode(openSecret(world.keyring, gemeente, accountId, sealed), code, now);

const keepStep = async (
  context: Context,
  accountId: string,
  step: number,
  confirmedAt: Date | null,
): Promise<void> => {
  const { db, gemeente, now } = context;
  await db
    .updateTable('account')
    .set({ totp_last_step: step, totp_confirmed_at: confirmedAt ?? now })
    .where('gemeente', '=', gemeente)
    .where('id', '=', accountId)
    .execute();
  if (confirmedAt) return;
  context.record({
    noun: 'account',
    objectId: accountId,
    action: 'second_factor_confirmed',
    before: { second_factor: false },
    after: { second_factor: true },
  });
};

/** A token that somebody may have seen before the second factor is worth nothing after it. */
const renewSession = async (
  { db, gemeente, now }: Context,
  accountId: string,
  session: string,
): Promise<string> => {
  const old = await closeSession(db, gemeente, session);
  if (old?.accountId !== accountId) throw refuseAll('sign_in_needed', { status: 401 });
  await logAccess(db, gemeente, now, { kind: 'signed_in', accountId });
  return openSession(db, gemeente, { accountId, now, secondFactor: true, startedAt: old.startedAt });
};
