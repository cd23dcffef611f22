import { readSettings } from '#gemeente/index.ts';
import { endOfDay, isoDate, plusMonths } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuse } from './errors.ts';
import { isPassing, type PassingClass, type PastRecord, recordClasses } from './record-class.ts';
import { listLength } from './settings.ts';

const PAGE = 500;

/** The last moment at which the time of a record may have begun, so that its years are over on this day. */
export const untilFor = (today: string, years: number): Date => endOfDay(plusMonths(today, -12 * years));

/**
 * Draws up the destruction list of today: everything whose years are over, oldest first, class by class, at most the
 * setting's number of lines. What an earlier list kept stays out until its day. One list at a time.
 * Refuses with `destruction_list_open` or `destruction_nothing`.
 */
export const drawList = defineCommand({
  name: 'destruction.draw',
  action: 'destruction.draw',
  run: async (context: Context): Promise<string> => {
    context.allow();
    const { db, gemeente, today } = context;
    const listId = await insertList(context);
    const settings = await readSettings(db, gemeente, today);
    let room = settings.get(listLength);
    const counted: Record<string, number> = {};
    for (const one of recordClasses().filter(isPassing)) {
      const lines = room > 0 ? await listClass(context, listId, one, settings.get(one.keep), room) : 0;
      room -= lines;
      if (lines > 0) counted[one.id] = lines;
    }
    if (Object.keys(counted).length === 0) throw refuse('destruction_nothing');
    context.record({ noun: 'destruction_list', objectId: listId, action: 'drawn_up', after: counted });
    return listId;
  },
});

const insertList = async ({ db, gemeente, now, today, principal }: Context): Promise<string> => {
  const id = newId();
  const made = await runSql(
    db,
    `insert into destruction_list (gemeente, id, number, state, reference_day, drawn_by, drawn_at)
     select $1, $2, 1 + coalesce((select max(number) from destruction_list where gemeente = $1), 0),
       'drawn_up', $3, $4, $5
     on conflict do nothing returning id`,
    [gemeente, id, today, principal.id, now],
  );
  if (made.length === 0) throw refuse('destruction_list_open');
  return id;
};

/** Writes the lines of one class; gives how many came. */
const listClass = async (
  context: Context,
  listId: string,
  recordClass: PassingClass,
  years: number,
  room: number,
): Promise<number> => {
  const until = untilFor(context.today, years);
  let after: PastRecord | null = null;
  for (let written = 0; ; ) {
    const limit: number = Math.min(PAGE, room - written);
    if (limit <= 0) return written;
    const page: PastRecord[] = await recordClass.past(context.db, context.gemeente, until, after, limit);
    written += await insertLines(context, listId, recordClass.id, years, page);
    after = page.at(-1) ?? null;
    if (page.length < limit) return written;
  }
};

const insertLines = async (
  { db, gemeente, today }: Context,
  listId: string,
  recordClass: string,
  years: number,
  records: readonly PastRecord[],
): Promise<number> => {
  if (records.length === 0) return 0;
  const started = records.map(({ startedAt }) => isoDate(startedAt));
  const rows = await runSql(
    db,
    `insert into destruction_item (gemeente, id, list_id, class, object_id, label, started_on, keep_until, state)
     select $1, n.id, $2, $3, n.object_id, n.label, n.started_on, n.keep_until, 'listed'
     from unnest($4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::date[])
       as n (id, object_id, label, started_on, keep_until)
     where not exists (select 1 from destruction_item k where k.gemeente = $1 and k.class = $3
       and k.object_id = n.object_id and k.state = 'kept' and k.kept_until >= $9)
     returning id`,
    [
      gemeente,
      listId,
      recordClass,
      records.map(() => newId()),
      records.map(({ id }) => id),
      records.map(({ label }) => label.replaceAll('\t', ' ')),
      started,
      started.map((day) => plusMonths(day, 12 * years)),
      today,
    ],
  );
  return rows.length;
};
