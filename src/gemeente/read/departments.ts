import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** What a department is for; a partner is an organisation beside the municipality. */
export type DepartmentKind = 'desk' | 'vakafdeling' | 'wijkregie' | 'complaints' | 'partner';

/** All kinds, in the order in which they are shown. */
export const departmentKinds: readonly DepartmentKind[] = [
  'desk',
  'wijkregie',
  'complaints',
  'vakafdeling',
  'partner',
];

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly kind: DepartmentKind;
  /** Telephone or address that residents may know. */
  readonly publicContact: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A place where people can walk in, such as a wijkpost (rapport L338). */
export interface Location {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly openingHours: string;
  readonly phone: string | null;
  readonly buurtId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const MOST = 500;
const byName = new Intl.Collator('nl');

const DEPARTMENTS = `select id, name, kind, public_contact as "publicContact",
    valid_from as "validFrom", valid_to as "validTo"
  from department
  where gemeente = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
    and ($3::text is null or kind = $3)
  order by id limit ${MOST}`;

/** The departments of a day by name, of one kind or of all; at most 500. */
export const departments = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  kind?: DepartmentKind,
): Promise<Department[]> => {
  const rows = await runSql<Department>(db, DEPARTMENTS, [gemeente, day, kind ?? null]);
  return rows.sort((a, b) => byName.compare(a.name, b.name));
};

/** The one department with a fixed part in the work: the oldest of its kind; null when the municipality has none yet. */
export const departmentOfKind = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  kind: 'desk' | 'wijkregie' | 'complaints',
): Promise<Department | null> => {
  const rows = await runSql<Department>(db, DEPARTMENTS, [gemeente, day, kind]);
  return rows[0] ?? null;
};

const LOCATIONS = `select id, name, address, opening_hours as "openingHours", phone, buurt_id as "buurtId",
    valid_from as "validFrom", valid_to as "validTo"
  from location
  where gemeente = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
  order by id limit ${MOST}`;

/** The places of a day by name; at most 500. */
export const locations = async (db: TenantDb, gemeente: string, day: string): Promise<Location[]> => {
  const rows = await runSql<Location>(db, LOCATIONS, [gemeente, day]);
  return rows.sort((a, b) => byName.compare(a.name, b.name));
};
