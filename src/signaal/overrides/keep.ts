import { accountsHolding, notify } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { OVERRIDE_MADE } from './paths.ts';

/** A text that the desk keeps although the guard saw something in it. */
interface Kept {
  readonly signaalId: string;
  /** The kinds of what the guard saw; only a hint needs no keeping. */
  readonly kinds: readonly string[];
  readonly reason: string;
}

/** Keeps why a marked text stays as it is (C5.2), and puts it before the privacy officers. */
export const keepOverride = async (context: Context, { signaalId, kinds, reason }: Kept): Promise<void> => {
  const { db, gemeente, now, today, principal } = context;
  if (!principal.id || kinds.every((kind) => kind === 'hint')) return;
  const id = newId();
  await db
    .insertInto('guard_override')
    .values({
      gemeente,
      id,
      signaal_id: signaalId,
      account_id: principal.id,
      kinds: [...kinds],
      reason,
      at: now,
    })
    .execute();
  const officers = await accountsHolding(db, gemeente, today, { role: 'privacy_officer' });
  await notify(context, officers, OVERRIDE_MADE, 'guard_override', id);
};
