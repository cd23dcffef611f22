import type { Context } from '#platform/command/command.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { hashToken } from '#platform/secrets/index.ts';
import { type CorrespondentPurpose, wipeCorrespondent } from './correspondents.ts';

/** Whose link this is; the address stays sealed. */
export interface TokenHolder {
  readonly id: string;
  readonly confirmed: boolean;
  /** Name and address are gone: nothing is sent any more. */
  readonly wiped: boolean;
}

/** Who holds the link of a mail, for one purpose; null when nobody does. `lock` holds the row. */
export const holderOfToken = async (
  db: TenantDb,
  gemeente: string,
  purpose: CorrespondentPurpose,
  token: string,
  lock = false,
): Promise<TokenHolder | null> => {
  const [row] = await runSql<TokenHolder>(
    db,
    `select id, confirmed_at is not null as confirmed, wiped_at is not null as wiped from correspondent
     where gemeente = $1 and token_hash = $2 and purpose = $3 ${lock ? 'for update' : ''}`,
    [gemeente, hashToken(token), purpose],
  );
  return row ?? null;
};

/** The address was shown to be theirs: its link was used. Doing it again is no fault. */
export const confirmCorrespondent = async (context: Context, id: string): Promise<void> => {
  const { gemeente, db, now } = context;
  const confirmed = await db
    .updateTable('correspondent')
    .set({ confirmed_at: now })
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('wiped_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (confirmed) context.record({ noun: 'correspondent', objectId: id, action: 'confirmed', after: {} });
};

/**
 * Wipes who never used the link of the first mail, of one purpose and added in a period, at most `most` at once: somebody
 * else may have typed the address. Gives how many.
 */
export const wipeUnconfirmed = async (
  context: Context,
  purpose: CorrespondentPurpose,
  added: { readonly from: Date; readonly before: Date },
  most: number,
): Promise<number> => {
  const rows = await context.db
    .selectFrom('correspondent')
    .select('id')
    .where('gemeente', '=', context.gemeente)
    .where('created_at', '>=', added.from)
    .where('created_at', '<', added.before)
    .where('purpose', '=', purpose)
    .where('confirmed_at', 'is', null)
    .where('wiped_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .execute();
  for (const { id } of rows) await wipeCorrespondent(context, id);
  return rows.length;
};
