import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { DivisionKind } from './areas.ts';
import type { Department, Location } from './departments.ts';

const MOST = 500;
const byName = new Intl.Collator('nl');
const DAYS = 'valid_from as "validFrom", valid_to as "validTo"';

const COLUMNS = {
  department: `id, name, kind, public_contact as "publicContact", ${DAYS}`,
  location: `id, name, address, opening_hours as "openingHours", phone, buurt_id as "buurtId", ${DAYS}`,
  division: `id, name, kind, ${DAYS}`,
  area: `id, division_id as "divisionId",
    (select d.name from division d where d.gemeente = $1 and d.id = division_id) as "divisionName", code, name, printed_residents as "printedResidents", ${DAYS}`,
  buurt: `id, code, name, official_wijk_code as "officialWijkCode", official_wijk_name as "officialWijkName",
    residents, residents_at as "residentsAt", ${DAYS}`,
} as const;

/** A division as it is stored. */
export interface Division {
  readonly id: string;
  readonly name: string;
  readonly kind: DivisionKind;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** An area as it is stored, without its buurten. */
export interface StoredArea {
  readonly id: string;
  readonly divisionId: string;
  readonly divisionName: string;
  readonly code: string;
  readonly name: string;
  readonly printedResidents: number | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A buurt as it is stored, without its outline. */
export interface StoredBuurt {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly officialWijkCode: string | null;
  readonly officialWijkName: string | null;
  readonly residents: number | null;
  readonly residentsAt: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

interface Stored {
  department: Department;
  location: Location;
  division: Division;
  area: StoredArea;
  buurt: StoredBuurt;
}

/** One row of any day by id; throws `not_found`, also for a row of another municipality. */
export const storedRow = async <Table extends keyof Stored>(
  db: TenantDb,
  gemeente: string,
  table: Table,
  id: string,
): Promise<Stored[Table]> => {
  const [row] = await runSql<Stored[Table]>(
    db,
    `select ${COLUMNS[table]} from ${table} where gemeente = $1 and id = $2`,
    [gemeente, id],
  );
  if (!row) throw notFound();
  return row;
};

/** All rows of all days by name; at most 500. */
export const storedRows = async <Table extends keyof Stored>(
  db: TenantDb,
  gemeente: string,
  table: Table,
): Promise<Stored[Table][]> => {
  const rows = await runSql<Stored[Table]>(
    db,
    `select ${COLUMNS[table]} from ${table} where gemeente = $1 order by id limit ${MOST}`,
    [gemeente],
  );
  return rows.sort((a, b) => byName.compare(a.name, b.name));
};

/** A buurt's days in an area. */
export interface Membership {
  readonly buurtId: string;
  readonly buurtName: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** All sets of buurten that an area has, had and will have; at most 2,000 rows, oldest first. */
export const membershipsOf = async (db: TenantDb, gemeente: string, areaId: string): Promise<Membership[]> =>
  runSql<Membership>(
    db,
    `select m.buurt_id as "buurtId", b.name as "buurtName", m.valid_from as "validFrom", m.valid_to as "validTo"
     from area_buurt m join buurt b on b.gemeente = m.gemeente and b.id = m.buurt_id
     where m.gemeente = $1 and b.gemeente = $1 and m.area_id = $2
     order by m.valid_from, b.code limit 2000`,
    [gemeente, areaId],
  );

/** One area in the overview of all divisions; the area's own columns are null for a division without areas. */
export interface OverviewRow {
  readonly divisionId: string;
  readonly divisionName: string;
  readonly kind: DivisionKind;
  readonly divisionFrom: string;
  readonly divisionTo: string | null;
  readonly id: string | null;
  readonly name: string | null;
  readonly printedResidents: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The buurten of the asked day. */
  readonly buurtIds: readonly string[];
}

/** All divisions with all their areas, of any day, and the buurten of one day; at most 1,000 rows. */
export const areaOverview = async (db: TenantDb, gemeente: string, day: string): Promise<OverviewRow[]> =>
  runSql<OverviewRow>(
    db,
    `select d.id as "divisionId", d.name as "divisionName", d.kind, d.valid_from as "divisionFrom",
       d.valid_to as "divisionTo", a.id, a.name, a.printed_residents as "printedResidents",
       a.valid_from as "validFrom", a.valid_to as "validTo",
       array(select m.buurt_id::text from area_buurt m where m.gemeente = $1 and m.area_id = a.id
         and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)) as "buurtIds"
     from division d left join area a on a.gemeente = d.gemeente and a.division_id = d.id
     where d.gemeente = $1 order by d.valid_from, d.id, a.code, a.valid_from limit 1000`,
    [gemeente, day],
  );
