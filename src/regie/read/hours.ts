import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { BandwidthState } from '../rules/other-states.ts';
import type { Knot } from '../store/knot.ts';

/** Hours beside the line, as everybody inside sees them: the case, never the person (C5.9). */
export interface HoursRow {
  readonly id: string;
  readonly objectKind: Knot['object_kind'] | 'other';
  readonly objectId: string | null;
  readonly title: string;
  readonly sentence: string;
  readonly hours: number;
  readonly whatIsDropped: string;
  readonly endsOn: string;
  readonly state: BandwidthState;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** The same with its person: for himself and for the team manager only. */
export interface OwnHoursRow extends HoursRow {
  readonly accountId: string;
  readonly name: string;
}

const COLUMNS = `b.id, b.object_kind as "objectKind", b.object_id as "objectId", b.title, b.sentence, b.hours,
  b.what_is_dropped as "whatIsDropped", b.ends_on as "endsOn", b.state, b.decision_reason as reason,
  b.created_at as "createdAt", b.version`;

/** How many cases one page shows. */
export const HOURS_ON_PAGE = 25;

/** The cases of everybody, the newest first, without their persons; one page. */
export const listHours = async (
  db: TenantDb,
  gemeente: string,
  after: Cursor | null,
): Promise<ListPage<HoursRow>> => {
  const rows = await runSql<HoursRow>(
    db,
    `select ${COLUMNS} from bandwidth b where b.gemeente = $1
       ${after ? 'and (b.created_at, b.id) < ($2, $3)' : ''}
     order by b.created_at desc, b.id desc limit ${HOURS_ON_PAGE + 1}`,
    after ? [gemeente, after.at, after.id] : [gemeente],
  );
  return listPage(rows, HOURS_ON_PAGE, ({ createdAt, id }) => ({ at: createdAt, id }));
};

/** What runs or waits of one person, or of everybody for the team manager (`accountId` null); at most 50. */
export const runningHours = (
  db: TenantDb,
  gemeente: string,
  accountId: string | null,
): Promise<OwnHoursRow[]> =>
  runSql<OwnHoursRow>(
    db,
    `select ${COLUMNS}, b.account_id as "accountId", w.name
     from bandwidth b join account w on w.gemeente = $1 and w.id = b.account_id
     where b.gemeente = $1 and b.state = any (array['asked', 'within_pot', 'approved'])
       and ($2::uuid is null or b.account_id = $2)
     order by b.created_at, b.id limit 50`,
    [gemeente, accountId],
  );

/** One wijkregisseur's hours of a year; for the team manager only. */
export interface PersonHours {
  readonly accountId: string;
  readonly name: string;
  readonly used: number;
}

/** The hours used in a year by each who used any; at most 100. */
export const hoursPerPerson = (db: TenantDb, gemeente: string, year: number): Promise<PersonHours[]> =>
  runSql<PersonHours>(
    db,
    `select b.account_id as "accountId", w.name, sum(b.hours)::float8 as used
     from bandwidth b join account w on w.gemeente = $1 and w.id = b.account_id
     where b.gemeente = $1 and b.year = $2 and b.state = any (array['within_pot', 'approved', 'ended'])
     group by b.account_id, w.name order by w.name, b.account_id limit 100`,
    [gemeente, year],
  );
