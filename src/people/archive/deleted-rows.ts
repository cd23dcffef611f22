import { isoDate, startOfDay } from '#platform/calendar/index.ts';
import type { Context } from '#platform/command/command.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { PassingClass, PastRecord } from './record-class.ts';

/** Records that go whole: rows of one table, with what hangs under them. All parts are SQL of the room itself. */
interface DeletedRows {
  readonly table: string;
  /** The column in which their time to be kept begins. */
  readonly started: string;
  readonly startedIs: 'moment' | 'day';
  /** What people call one, as an expression over `t`. */
  readonly label: string;
  /** Which of them have come to their end, as a condition over `t`. */
  readonly fits: string;
  /** Deletes first what points at the row; `$1` is the municipality, `$2` the id. */
  readonly under?: readonly string[];
}

interface PastRow {
  readonly id: string;
  readonly label: string;
  readonly started: Date | string;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Makes the two halves of a class whose rows are deleted: what is past, and the deleting. */
export const deletedRows = (about: DeletedRows): Pick<PassingClass, 'past' | 'destroy'> => ({
  past: pastOf(about),
  destroy: destroyOf(about),
});

const momentFor = ({ startedIs }: DeletedRows, moment: Date): Date | string =>
  startedIs === 'day' ? isoDate(moment) : moment;

const pastOf = (about: DeletedRows): PassingClass['past'] => {
  const { table, started, label, fits } = about;
  const sql = `select t.id, ${label} as label, t.${started} as started from ${table} t
    where t.gemeente = $1 and t.${started} <= $2 and (t.${started}, t.id) > ($3, $4) and ${fits}
    order by t.${started}, t.id`;
  return async (
    db: TenantDb,
    gemeente: string,
    until: Date,
    after: PastRecord | null,
    limit: number,
  ): Promise<PastRecord[]> => {
    const from = momentFor(about, after?.startedAt ?? new Date(0));
    const rows = await runSql<PastRow>(db, `${sql} limit ${limit}`, [
      gemeente,
      momentFor(about, until),
      from,
      after?.id ?? NOBODY,
    ]);
    return rows.map((row) => ({
      id: row.id,
      label: row.label,
      startedAt: typeof row.started === 'string' ? startOfDay(row.started) : row.started,
    }));
  };
};

const destroyOf = (about: DeletedRows): PassingClass['destroy'] => {
  const { table, started, fits, under = [] } = about;
  return async (context: Context, id: string, until: Date): Promise<boolean> => {
    const { db, gemeente } = context;
    const held = await runSql(
      db,
      `select t.id from ${table} t
       where t.gemeente = $1 and t.id = $2 and t.${started} <= $3 and ${fits} for update of t`,
      [gemeente, id, momentFor(about, until)],
    );
    if (held.length === 0) return false;
    for (const sql of under) await runSql(db, sql, [gemeente, id]);
    await runSql(db, `delete from ${table} where gemeente = $1 and id = $2`, [gemeente, id]);
    context.record({ noun: table, objectId: id, action: 'destroyed' });
    return true;
  };
};
