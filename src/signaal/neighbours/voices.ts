import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { newTerm } from '#platform/terms.ts';

/** So many voices are handled at a time: a storm brings hundreds. */
const BATCH = 100;

interface VoiceRow {
  readonly id: string;
  readonly received_at: Date;
}

const PAGE = `
  select id, received_at from signaal
  where gemeente = $1 and duplicate_of = $2 and (received_at, id) > ($3, $4::uuid)
  order by received_at, id limit ${BATCH}`;

const FIRST: VoiceRow = { id: '00000000-0000-0000-0000-000000000000', received_at: new Date(0) };

/** Goes past everybody who joined a root or was merged into it, in the order in which they came, so many at a time. */
export const eachBatchOfVoices = async (
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  rootId: string,
  work: (ids: readonly string[]) => Promise<void>,
): Promise<void> => {
  for (let last: VoiceRow = FIRST; ; ) {
    const rows = await runSql<VoiceRow>(db, PAGE, [gemeente, rootId, last.received_at, last.id]);
    if (rows.length > 0) await work(rows.map(({ id }) => id));
    const end = rows.at(-1);
    if (rows.length < BATCH || !end) return;
    last = end;
  }
};

/** Whether somebody else stands behind this signaal, and whether one of them waits for a letter. */
export const othersOf = async (
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  rootId: string,
): Promise<{ some: boolean; letter: boolean }> => {
  const [row] = await runSql<{ some: boolean; letter: boolean }>(
    db,
    `select exists (select 1 from signaal where gemeente = $1 and duplicate_of = $2) as some,
       exists (select 1 from signaal where gemeente = $1 and duplicate_of = $2 and answer_channel = 'letter') as letter`,
    [gemeente, rootId],
  );
  return row ?? { some: false, letter: false };
};

/**
 * Lets everybody who followed one signaal follow its new root, so that nobody follows a dead end. Call it with both rows
 * held. What each had joined itself is kept, for taking the merge back.
 */
export const moveVoices = (context: Context, fromId: string, toId: string): Promise<void> =>
  redirect(
    context,
    `update signaal set duplicate_of = $3 where gemeente = $1 and id in (
       select id from signaal where gemeente = $1 and duplicate_of = $2 order by received_at, id limit ${BATCH})
     returning id`,
    fromId,
    toId,
  );

/** Gives a signaal that stands on its own again the voices that came with it, however many merges ago. */
export const takeBackVoices = (context: Context, rootId: string, ownId: string): Promise<void> =>
  redirect(
    context,
    `with recursive own as (
       select id from signaal where gemeente = $1 and duplicate_of = $2 and merged_into = $3
       union select s.id from signaal s join own on s.merged_into = own.id where s.gemeente = $1 and s.duplicate_of = $2)
     update signaal set duplicate_of = $3 where gemeente = $1 and id in (select id from own limit ${BATCH})
     returning id`,
    rootId,
    ownId,
  );

const redirect = async (context: Context, sql: string, fromId: string, toId: string): Promise<void> => {
  for (;;) {
    const moved = await runSql<{ id: string }>(context.db, sql, [context.gemeente, fromId, toId]);
    for (const { id } of moved) {
      context.record({
        noun: 'signaal',
        objectId: id,
        action: 'follows_other',
        before: { duplicate_of: fromId },
        after: { duplicate_of: toId },
      });
    }
    if (moved.length < BATCH) return;
  }
};

/** When a root closes, everybody who followed it closes with it, and the retention clock of each contact starts (C5.5). */
export const closeVoices = (context: Context, rootId: string, wipeAt: Date): Promise<void> =>
  eachBatchOfVoices(context, rootId, async (ids) => {
    const { db, gemeente, now } = context;
    const closed = await runSql<{ id: string }>(
      db,
      `update signaal set state = 'closed', state_since = $3, closed_at = $3, version = version + 1
       where gemeente = $1 and id = any ($2::uuid[]) and state = 'duplicate' returning id`,
      [gemeente, ids, now],
    );
    for (const { id } of closed) {
      context.record({
        noun: 'signaal',
        objectId: id,
        action: 'close',
        before: { state: 'duplicate' },
        after: { state: 'closed', closed_at: now },
      });
    }
    const terms = ids.map((id) => newTerm(context, 'contact_wipe', { kind: 'signaal', id }, wipeAt));
    await db.insertInto('term').values(terms).execute();
  });

/** A root that opens again keeps what it knows of those who follow it: their retention clocks stop. */
export const keepVoices = (context: Context, rootId: string): Promise<void> =>
  eachBatchOfVoices(context, rootId, async (ids) => {
    await runSql(
      context.db,
      `update term set state = 'cancelled', settled_at = $3
       where gemeente = $1 and object_id = any ($2::uuid[]) and state = 'open' and kind = 'contact_wipe'`,
      [context.gemeente, ids, context.now],
    );
  });
