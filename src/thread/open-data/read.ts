import { areasOf } from '#gemeente/index.ts';
import { isoDate, startOfDay } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { cellCentre } from '#platform/geo/cell-centre.ts';
import { coarseCell } from '#platform/geo/index.ts';
import { type Keyring, keyedHash } from '#platform/secrets/index.ts';
import { type MonthCount, publishCounts } from './counts.ts';
import type { OpenCount, OpenMelding } from './records.ts';

/** Where open data is read from. */
export interface OpenDataSource {
  readonly gemeente: string;
  readonly keyring: Keyring;
  readonly now: Date;
  /** One look at the database; a stream looks many times, so that no transaction waits for a slow reader. */
  readonly read: <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>;
}

const PAGE = 500;
const MOST_BUURTEN = 5_000;

interface Buurt {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

type Place = Pick<OpenMelding, 'buurtCode' | 'buurtNaam' | 'wijkCode' | 'wijkNaam'>;

const BUURTEN = `select id::text, code, name from buurt where gemeente = $1 order by code, valid_from limit ${MOST_BUURTEN}`;

/** Every buurt there ever was, with the wijk in which it lies today. */
const placesOf = ({ gemeente, now, read }: OpenDataSource): Promise<(readonly [string, Place])[]> =>
  read(async (db) => {
    const buurten = await runSql<Buurt>(db, BUURTEN, [gemeente]);
    const wijken = await areasOf(db, gemeente, isoDate(now), 'wijk');
    return buurten.map(({ id, code, name }) => {
      const wijk = wijken.find(({ buurtIds }) => buurtIds.includes(id));
      const place = {
        buurtCode: code,
        buurtNaam: name,
        wijkCode: wijk?.code ?? null,
        wijkNaam: wijk?.name ?? null,
      };
      return [id, place] as const;
    });
  });

interface ClearedRow {
  readonly id: string;
  readonly text: string | null;
  readonly clearedAt: Date;
  readonly receivedAt: Date;
  readonly ended: boolean;
  readonly category: string | null;
  readonly theme: string | null;
  readonly cell: string | null;
}

const NOT_SENSITIVE = `s.kind <> 'complaint' and not coalesce(c.sensitive, false) and not coalesce(g.sensitive, false)`;
const JOINS = `
  left join category c on c.gemeente = $1 and c.id = s.category_id
  left join category g on g.gemeente = $1 and g.id = c.parent_id`;

const CLEARED = `
  select s.id::text, s.public_text as text, s.cleared_at as "clearedAt", s.received_at as "receivedAt",
    s.outcome is not null and s.state <> 'reopened' as ended, c.name as category, g.name as theme, s.cell
  from signaal s ${JOINS}
  where s.gemeente = $1 and s.buurt_id = $2 and s.cleared_at is not null and s.state <> 'withdrawn' and ${NOT_SENSITIVE}
    and (s.cleared_at, s.id) > ($3, $4::uuid)
  order by s.cleared_at, s.id limit ${PAGE}`;

const START = { clearedAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** Whether anything was ever cleared for everybody. */
export const hasCleared = async (db: TenantDb, gemeente: string): Promise<boolean> => {
  const rows = await runSql(
    db,
    'select 1 from signaal where gemeente = $1 and cleared_at is not null limit 1',
    [gemeente],
  );
  return rows.length > 0;
};

/** The meldingen that a person cleared for everybody, in pieces; complaints, sensitive subjects and what was withdrawn never. */
export async function* openMeldingen(source: OpenDataSource): AsyncGenerator<OpenMelding[]> {
  const { gemeente, read } = source;
  for (const [buurtId, place] of await placesOf(source)) {
    let last: Pick<ClearedRow, 'clearedAt' | 'id'> | undefined = START;
    while (last) {
      const after: unknown[] = [last.clearedAt, last.id];
      const rows: ClearedRow[] = await read((db) => runSql(db, CLEARED, [gemeente, buurtId, ...after]));
      if (rows.length > 0) yield rows.map((row) => meldingOf(source, row, place));
      last = rows.length < PAGE ? undefined : rows.at(-1);
    }
  }
}

const meldingOf = ({ gemeente, keyring }: OpenDataSource, row: ClearedRow, place: Place): OpenMelding => {
  const centre = row.cell === null ? null : cellCentre(coarseCell(row.cell));
  return {
    id: keyedHash(keyring, gemeente, `open data ${row.id}`).slice(0, 22),
    hoofdcategorie: row.theme ?? row.category,
    subcategorie: row.theme === null ? null : row.category,
    datumMelding: isoDate(row.receivedAt),
    externeStatus: row.ended ? 'afgesloten' : 'open',
    ...place,
    latitudeVisualisatie: centre?.lat ?? null,
    longitudeVisualisatie: centre?.lon ?? null,
    tekst: row.text,
    datumVrijgave: isoDate(row.clearedAt),
    bron: `Wijkregie ${gemeente}`,
  };
};

const PER_MONTH = `
  select coalesce(g.name, c.name) as theme,
    to_char(s.received_at at time zone 'Europe/Amsterdam', 'YYYY-MM') as month, count(*)::int as n
  from signaal s ${JOINS}
  where s.gemeente = $1 and s.buurt_id = $2 and s.received_at < $3 and ${NOT_SENSITIVE}
  group by 1, 2 order by 1, 2 limit 100000`;

/** How often was told of what, buurt by buurt, up to this month; rounded down to fives and hidden where few. */
export async function* openCounts(source: OpenDataSource): AsyncGenerator<OpenCount[]> {
  const { gemeente, now, read } = source;
  const thisMonth = startOfDay(`${isoDate(now).slice(0, 7)}-01`);
  for (const [buurtId, place] of await placesOf(source)) {
    const counts = await read((db) => runSql<MonthCount>(db, PER_MONTH, [gemeente, buurtId, thisMonth]));
    const rows = publishCounts(counts).map(({ theme, ...one }) => ({
      ...one,
      ...place,
      hoofdcategorie: theme,
    }));
    if (rows.length > 0) yield rows;
  }
}
