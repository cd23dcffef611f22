import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { Refusal } from '#platform/errors.ts';
import { type Bundleable, bundleable } from '#signaal/index.ts';
import { refuse } from '../errors.ts';

/** More signalen than this are more than one matter. */
export const MOST_SIGNALEN = 300;

const ELSEWHERE = `
  select s.number, k.title, k.number as "knelpuntNumber"
  from knelpunt_signaal ks
  join knelpunt k on k.gemeente = $1 and k.id = ks.knelpunt_id
  join signaal s on s.gemeente = $1 and s.id = ks.signaal_id
  where ks.gemeente = $1 and ks.signaal_id = any ($2::uuid[]) and ks.removed_at is null
  order by s.number limit 1`;

/**
 * Holds the signalen that go into a bundle. Throws `signaal_unknown` for what this person may not read, and
 * `signaal_in_other_knelpunt` with the number and the title of that knelpunt when one is bundled already (C2.4: one at
 * a time).
 */
export const freeSignalen = async (
  context: Context,
  signaalIds: readonly string[],
): Promise<Bundleable[]> => {
  if (signaalIds.length > MOST_SIGNALEN) throw refuse('too_many_signalen');
  const signalen = await readable(context, signaalIds);
  const ids = signalen.map(({ id }) => id);
  const [taken] = await runSql<{ number: number; title: string; knelpuntNumber: number }>(
    context.db,
    ELSEWHERE,
    [context.gemeente, ids],
  );
  if (!taken) return signalen;
  throw refuse('signaal_in_other_knelpunt', {
    status: 409,
    values: { number: taken.number, knelpunt: taken.knelpuntNumber, title: taken.title },
  });
};

const readable = async (context: Context, signaalIds: readonly string[]): Promise<Bundleable[]> => {
  try {
    return await bundleable(context, signaalIds);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) throw refuse('signaal_unknown');
    throw error;
  }
};

/** Puts signalen into a knelpunt; one that had been taken out comes back. */
export const insertSignalen = async (
  { db, gemeente, now, principal, record }: Context,
  knelpuntId: string,
  signaalIds: readonly string[],
): Promise<void> => {
  if (signaalIds.length === 0) return;
  await runSql(
    db,
    `insert into knelpunt_signaal (gemeente, knelpunt_id, signaal_id, added_at, added_by)
     select $1, $2, s.id, $4, $5 from unnest($3::uuid[]) as s (id)
     on conflict (gemeente, knelpunt_id, signaal_id)
       do update set added_at = $4, added_by = $5, removed_at = null, removed_reason = null`,
    [gemeente, knelpuntId, [...signaalIds], now, principal.id],
  );
  for (const id of signaalIds) {
    record({ noun: 'signaal', objectId: id, action: 'bundled', after: { knelpunt_id: knelpuntId } });
  }
};

/** The signalen that are in a knelpunt now. */
export const signalenIn = async (
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  knelpuntId: string,
): Promise<string[]> => {
  const rows = await runSql<{ id: string }>(
    db,
    `select signaal_id as id from knelpunt_signaal
     where gemeente = $1 and knelpunt_id = $2 and removed_at is null order by added_at, signaal_id`,
    [gemeente, knelpuntId],
  );
  return rows.map(({ id }) => id);
};
