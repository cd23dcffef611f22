import { z } from 'zod';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { blindIndex, hashToken, open, randomToken, seal } from '#platform/secrets/index.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import type { World } from '#platform/world.ts';

/** Why the municipality may write to somebody who has no account and reported nothing. */
export type CorrespondentPurpose = 'follow' | 'advice' | 'press';

/** Somebody who is written to, as opened for sending. */
export interface Correspondent {
  readonly id: string;
  readonly purpose: CorrespondentPurpose;
  readonly name: string;
  readonly mail: string;
  readonly lang: Lang;
  /** For the link with which the person answers, or stops the mail. */
  readonly token: string;
}

const content = z.object({ name: z.string(), mail: z.string() });

const placeOf = (gemeente: string, id: string, column: 'sealed' | 'token') => ({
  gemeente,
  row: `correspondent/${id}/${column}`,
});

/**
 * Keeps a name and a mail address, sealed, for one purpose; somebody known for that purpose is found again. `confirmed`
 * is false where the address still has to be shown to be theirs. Gives the id.
 */
export const addCorrespondent = async (
  context: Context,
  person: { purpose: CorrespondentPurpose; name: string; mail: string; lang: Lang; confirmed: boolean },
): Promise<string> => {
  const { world, gemeente, db, now } = context;
  const mailIndex = blindIndex(world.keyring, gemeente, 'mail', person.mail) ?? null;
  // Two who give the same address at once become one.
  const lock = `correspondent ${gemeente} ${person.purpose} ${mailIndex}`;
  await runSql(db, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
  const known = await findCorrespondent(context, person.purpose, person.mail);
  if (known) return known;
  const [id, token] = [newId(), randomToken()];
  const kept = JSON.stringify({ name: person.name, mail: person.mail });
  await db
    .insertInto('correspondent')
    .values({
      gemeente,
      id,
      purpose: person.purpose,
      sealed: seal(world.keyring, kept, placeOf(gemeente, id, 'sealed')),
      mail_index: mailIndex,
      lang: person.lang,
      token_hash: hashToken(token),
      token_sealed: seal(world.keyring, token, placeOf(gemeente, id, 'token')),
      created_at: now,
      confirmed_at: person.confirmed ? now : null,
      wiped_at: null,
    })
    .execute();
  context.record({
    noun: 'correspondent',
    objectId: id,
    action: 'added',
    after: { purpose: person.purpose, lang: person.lang },
  });
  return id;
};

/** Who is known by a mail address for one purpose; null when nobody is. */
export const findCorrespondent = async (
  { world, gemeente, db }: Pick<Context, 'world' | 'gemeente' | 'db'>,
  purpose: CorrespondentPurpose,
  mail: string,
): Promise<string | null> => {
  const row = await db
    .selectFrom('correspondent')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('mail_index', '=', blindIndex(world.keyring, gemeente, 'mail', mail) ?? null)
    .where('purpose', '=', purpose)
    .where('wiped_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
};

/** Somebody to write to; null once the address is wiped. */
export const readCorrespondent = async (
  world: World,
  db: TenantDb,
  gemeente: string,
  id: string,
): Promise<Correspondent | null> => {
  const row = await db
    .selectFrom('correspondent')
    .select(['sealed', 'token_sealed', 'lang', 'purpose'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .where('wiped_at', 'is', null)
    .executeTakeFirst();
  if (!row?.sealed) return null;
  const kept = content.parse(JSON.parse(open(world.keyring, row.sealed, placeOf(gemeente, id, 'sealed'))));
  const token = open(world.keyring, row.token_sealed, placeOf(gemeente, id, 'token'));
  return { id, purpose: row.purpose, ...kept, lang: row.lang, token };
};

/** Forgets name and address; what was asked of the person stays, without who it was. Doing it again is no fault. */
export const wipeCorrespondent = async (context: Context, id: string): Promise<void> => {
  const { gemeente, db, now } = context;
  const wiped = await db
    .updateTable('correspondent')
    .set({ sealed: null, mail_index: null, wiped_at: now })
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .where('wiped_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (wiped) context.record({ noun: 'correspondent', objectId: id, action: 'wiped', after: {} });
};
