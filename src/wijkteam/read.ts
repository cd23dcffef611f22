import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** Somebody in the wijkteam of an area: an organisation in a function, from a day until another (rapport L270-275). */
export interface Member {
  readonly id: string;
  readonly areaId: string;
  readonly departmentId: string;
  readonly organisation: string;
  readonly function: string;
  readonly accountId: string | null;
  readonly correspondentId: string | null;
  /** What residents may know of the organisation; its own, else that of the department. */
  readonly publicContact: string | null;
  readonly standing: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const MOST_MEMBERS = 100;

const MEMBERS = `
  select m.id, m.area_id as "areaId", m.department_id as "departmentId", d.name as organisation, m.function,
    m.account_id as "accountId", m.correspondent_id as "correspondentId",
    coalesce(m.public_contact, d.public_contact) as "publicContact", m.standing,
    m.valid_from as "validFrom", m.valid_to as "validTo"
  from wijkteam_member m
  join department d on d.gemeente = m.gemeente and d.id = m.department_id
  where m.gemeente = $1 and m.area_id = $2 and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)
  order by m.standing desc, d.name collate "nl-x-icu", m.function, m.id
  limit ${MOST_MEMBERS}`;

/** The wijkteam of an area on a day (`YYYY-MM-DD`), standing members first; at most 100. */
export const membersOf = (db: TenantDb, gemeente: string, areaId: string, day: string): Promise<Member[]> =>
  runSql<Member>(db, MEMBERS, [gemeente, areaId, day]);

/** What a note of the memory is about. */
export type MemoryKind =
  | 'rondgang'
  | 'closed_street'
  | 'whom_to_call'
  | 'sensitive'
  | 'who_does_what'
  | 'note';

/** All kinds, in the order in which forms show them. */
export const memoryKinds: readonly MemoryKind[] = [
  'rondgang',
  'closed_street',
  'whom_to_call',
  'who_does_what',
  'sensitive',
  'note',
];

/** One note of the memory of a wijk. */
export interface Memory {
  readonly id: string;
  readonly areaId: string;
  readonly areaName: string;
  readonly kind: MemoryKind;
  readonly text: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly public: boolean;
  readonly madeBy: string;
}

const MOST_NOTES = 50;

const MEMORY = `
  select n.id, n.area_id as "areaId", a.name as "areaName", n.kind, n.text, n.starts_on as "startsOn",
    n.ends_on as "endsOn", n.public, n.made_by as "madeBy"
  from wijk_memory n
  join area a on a.gemeente = n.gemeente and a.id = n.area_id
  where n.gemeente = $1 and n.area_id = any ($2::uuid[]) and n.ended_at is null
    and (n.ends_on is null or n.ends_on >= $3) and ($4::boolean or n.starts_on <= $3)
  order by n.starts_on, n.id
  limit ${MOST_NOTES}`;

/**
 * The notes of some areas that hold on a day, and with `ahead` those that begin later; earliest first, at most 50.
 * What has ended, by its day or by hand, is not among them.
 */
export const memoryOf = (
  db: TenantDb,
  gemeente: string,
  areaIds: readonly string[],
  day: string,
  ahead = false,
): Promise<Memory[]> => runSql<Memory>(db, MEMORY, [gemeente, [...areaIds], day, ahead]);
