import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuseField } from '../errors.ts';
import type { About } from './types.ts';

const MOST = 40;

const KNOWN = `
  select 'focuspunt' as kind, id from focuspunt where gemeente = $1 and id = any ($2::uuid[])
  union all select 'knelpunt', id from knelpunt where gemeente = $1 and id = any ($2::uuid[])
  union all select 'area', id from area where gemeente = $1 and id = any ($2::uuid[])
  union all select 'category', id from category where gemeente = $1 and id = any ($2::uuid[])
  union all select 'document', id from document where gemeente = $1 and id = any ($2::uuid[])
  union all select 'council_item', id from council_item where gemeente = $1 and id = any ($2::uuid[])`;

/** Stores what a record is about, in the place of what was stored. Throws `object_unknown` for what is not there. */
export const storeAbout = async (
  context: Context,
  fromKind: 'document' | 'council_item' | 'question',
  fromId: string,
  about: readonly About[],
): Promise<void> => {
  const { db, gemeente } = context;
  const wanted = [...new Map(about.map((one) => [`${one.kind}:${one.id}`, one])).values()];
  if (wanted.length > MOST) throw refuseField('about', 'object_unknown');
  await mustExist(context, wanted);
  await db
    .deleteFrom('council_link')
    .where('gemeente', '=', gemeente)
    .where('from_id', '=', fromId)
    .execute();
  if (wanted.length === 0) return;
  await db
    .insertInto('council_link')
    .values(
      wanted.map(({ kind, id }) => ({
        gemeente,
        from_kind: fromKind,
        from_id: fromId,
        object_kind: kind,
        object_id: id,
      })),
    )
    .execute();
};

const mustExist = async ({ db, gemeente }: Context, wanted: readonly About[]): Promise<void> => {
  if (wanted.length === 0) return;
  const rows = await runSql<About>(db, KNOWN, [gemeente, wanted.map(({ id }) => id)]);
  const known = new Set(rows.map(({ kind, id }) => `${kind}:${id}`));
  if (wanted.some(({ kind, id }) => !known.has(`${kind}:${id}`)))
    throw refuseField('about', 'object_unknown');
};

/** What a record is about in one text, for the history. */
export const aboutInHistory = (about: readonly About[]): string =>
  about
    .map(({ kind, id }) => `${kind}:${id}`)
    .sort()
    .join(' ');
