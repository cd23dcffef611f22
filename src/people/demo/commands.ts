import { defineCommand } from '#platform/command/command.ts';
import { logAccess } from '../access-log.ts';
import { closeSession, openSession } from '../session-store.ts';
import { accountById, whyNotIn } from '../sign-in/accounts.ts';

interface StepIn {
  readonly accountId: string;
  readonly oldSession: string;
}

/**
 * Begins a demo session as an invented person, without mail and without second factor; gives its token. Null, and a
 * line in the access log, for anybody who is not invented or may not come in: a real account can never be entered so.
 */
export const stepIn = defineCommand({
  name: 'people.step_in',
  action: 'session.begin',
  run: async (context, { accountId, oldSession }: StepIn): Promise<string | null> => {
    context.allow();
    const { db, gemeente, now, today } = context;
    const account = await accountById(db, gemeente, today, accountId);
    const reason = account?.invented ? whyNotIn(account) : 'not_invented';
    if (!account || reason) {
      const entry = { kind: 'demo_refused', accountId: account?.id ?? null, reason };
      await logAccess(db, gemeente, now, entry);
      return null;
    }
    if (oldSession) await closeSession(db, gemeente, oldSession);
    await logAccess(db, gemeente, now, { kind: 'demo_signed_in', accountId });
    return openSession(db, gemeente, { accountId, now, secondFactor: true, demo: true });
  },
});
