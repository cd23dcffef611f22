import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import { withoutPersons } from '../public/parts/found-persons.tsx';

/** Which of them are shown. */
export const stands = ['open', 'reviewed', 'all'] as const;

/** One text that the desk kept, as the privacy officer sees it: everything that identifies a person is dots. */
export interface Override {
  readonly id: string;
  readonly version: number;
  readonly at: Date;
  readonly number: number;
  readonly kinds: readonly string[];
  readonly by: string;
  readonly reason: string;
  /** Null when it was wiped meanwhile. */
  readonly text: string | null;
  readonly place: string;
  /** Whether anything was found to put dots on, so that there is still something to remove. */
  readonly hasPersons: boolean;
  readonly verdict: 'may_stay' | 'removed' | null;
  readonly remark: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
}

/** What the list is narrowed to; `until` not included. */
export interface OverrideFilter {
  readonly stand: (typeof stands)[number];
  readonly from: Date | null;
  readonly until: Date | null;
}

/** How many stand on one page. */
export const PAGE_SIZE = 20;

const COLUMNS = `
  select o.id, o.version, o.at, s.number::int as number, o.kinds, a.name as by, o.reason, s.text,
    s.place_note, s.street, o.verdict, o.remark, r.name as "reviewedBy", o.reviewed_at as "reviewedAt"
  from guard_override o
  join signaal s on s.gemeente = $1 and s.id = o.signaal_id
  join account a on a.gemeente = $1 and a.id = o.account_id
  left join account r on r.gemeente = $1 and r.id = o.reviewed_by
  where o.gemeente = $1`;

type Row = Omit<Override, 'place' | 'hasPersons'> & {
  readonly place_note: string | null;
  readonly street: string | null;
};

/** Nothing of a person leaves the database's words: what the guard sees becomes dots here. */
const shown = ({ place_note, street, text, reason, ...row }: Row): Override => {
  const place = [street, place_note].filter((part) => part).join(', ');
  const [maskedText, maskedPlace] = [text === null ? null : withoutPersons(text), withoutPersons(place)];
  return {
    ...row,
    text: maskedText,
    place: maskedPlace,
    reason: withoutPersons(reason),
    hasPersons: maskedText !== text || maskedPlace !== place,
  };
};

const CONDITION: Readonly<Record<OverrideFilter['stand'], string>> = {
  open: 'and o.verdict is null',
  reviewed: 'and o.verdict is not null',
  all: '',
};

/** What the desk kept, latest first; one page. */
export const readOverrides = async (
  db: TenantDb,
  gemeente: string,
  { stand, from, until }: OverrideFilter,
  after: Cursor | null,
): Promise<ListPage<Override>> => {
  const values: unknown[] = [gemeente];
  const give = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [CONDITION[stand]];
  if (from) conditions.push(`and o.at >= ${give(from)}`);
  if (until) conditions.push(`and o.at < ${give(until)}`);
  if (after) conditions.push(`and (o.at, o.id) < (${give(after.at)}, ${give(after.id)})`);
  const sql = `${COLUMNS} ${conditions.join(' ')} order by o.at desc, o.id desc limit ${PAGE_SIZE + 1}`;
  const rows = await runSql<Row>(db, sql, values);
  return listPage(rows.map(shown), PAGE_SIZE, ({ at, id }) => ({ at, id }));
};

/** One of them. Throws `not_found`. */
export const readOverride = async (db: TenantDb, gemeente: string, id: string): Promise<Override> => {
  const rows = isId(id) ? await runSql<Row>(db, `${COLUMNS} and o.id = $2`, [gemeente, id]) : [];
  const [row] = rows;
  if (!row) throw notFound();
  return shown(row);
};
