import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** The named divisions of a municipality: wijken, the areas of the focuspunten, the portfolios (rapport L220-222, L530-554). */
export type DivisionKind = 'wijk' | 'focus_area' | 'portfolio';

/** All kinds, in the order in which they are shown. */
export const divisionKinds: readonly DivisionKind[] = ['wijk', 'focus_area', 'portfolio'];

/** An area of a division: a set of buurten. */
export interface Area {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: DivisionKind;
  readonly divisionId: string;
  readonly divisionName: string;
  /** The number as the municipality printed it, which need not be the sum of its buurten (product.md T3). */
  readonly printedResidents: number | null;
  readonly buurtIds: readonly string[];
}

const MOST_AREAS = 500;

const holds = (table: string, day: string): string =>
  `${table}.valid_from <= ${day} and (${table}.valid_to is null or ${table}.valid_to > ${day})`;

const AREA = `select a.id, a.code, a.name, d.kind, d.id as "divisionId", d.name as "divisionName",
    a.printed_residents as "printedResidents",
    array(select ab.buurt_id::text from area_buurt ab
      where ab.gemeente = $1 and ab.area_id = a.id and ${holds('ab', '$2')}
      order by ab.buurt_id) as "buurtIds"
  from area a
  join division d on d.gemeente = a.gemeente and d.id = a.division_id
  where a.gemeente = $1 and d.gemeente = $1 and ${holds('a', '$2')} and ${holds('d', '$2')}`;

/** The areas of one kind (or of all) on a day, with their buurten; at most 500, by code. */
export const areasOf = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  kind?: DivisionKind,
): Promise<Area[]> =>
  runSql<Area>(
    db,
    `${AREA} and ($3::text is null or d.kind = $3) order by d.kind, a.code limit ${MOST_AREAS}`,
    [gemeente, day, kind ?? null],
  );

/** The areas that a buurt belongs to on a day: usually one of each kind. */
export const areasOfBuurt = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  buurtId: string,
): Promise<Area[]> =>
  runSql<Area>(
    db,
    `${AREA} and a.id = any(array(select m.area_id from area_buurt m
        where m.gemeente = $1 and m.buurt_id = $3 and ${holds('m', '$2')}))
      order by d.kind, a.code limit ${MOST_AREAS}`,
    [gemeente, day, buurtId],
  );
