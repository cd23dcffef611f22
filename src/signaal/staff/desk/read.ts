import type { Department, Location } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import { DESK_CHANNELS } from '../../policy.ts';
import type { Signaal } from '../../store/load.ts';
import { buurtOfStreet } from '../../store/place.ts';
import { type RoutableCategory, routableCategories } from '../../store/routing.ts';
import type { Tellable } from './sentences.ts';

/** A buurt to choose when the street does not tell. */
interface Choice {
  readonly id: string;
  readonly name: string;
}

/** A place where people can walk in today. */
export type DeskLocation = Pick<Location, 'id' | 'name' | 'openingHours' | 'phone'>;

/** A department or organisation of today. */
export type DeskDepartment = Pick<Department, 'id' | 'name' | 'kind'>;

/** What stands around the desk's form. */
export interface DeskView {
  readonly locations: readonly DeskLocation[];
  readonly departments: readonly DeskDepartment[];
  /** Those of the buurt that the form tells, when it was asked where it goes. */
  readonly categories: readonly RoutableCategory[];
  readonly buurten: readonly Choice[];
  /** What this desk handed out today, by product. */
  readonly handedOut: ReadonlyMap<string, number>;
}

const SIDE = `
  select array(select jsonb_build_object('id', b.id, 'name', b.name) from buurt b
      where b.gemeente = $1 and b.valid_from <= $2 and (b.valid_to is null or b.valid_to > $2)
      order by b.name collate "nl-x-icu" limit 1000) as buurten,
    array(select jsonb_build_object('product', p.product, 'used', p.used) from counter_product p
      where p.gemeente = $1 and p.day = $2 and p.department_id = any ($3::uuid[]) limit 50) as products,
    array(select jsonb_build_object('id', l.id, 'name', l.name, 'openingHours', l.opening_hours, 'phone', l.phone)
      from location l
      where l.gemeente = $1 and l.valid_from <= $2 and (l.valid_to is null or l.valid_to > $2)
      order by l.name collate "nl-x-icu", l.id limit 100) as locations,
    array(select jsonb_build_object('id', d.id, 'name', d.name, 'kind', d.kind) from department d
      where d.gemeente = $1 and d.valid_from <= $2 and (d.valid_to is null or d.valid_to > $2)
      order by d.name collate "nl-x-icu", d.id limit 1000) as departments`;

interface Side {
  readonly buurten: readonly Choice[];
  readonly products: readonly { readonly product: string; readonly used: number }[];
  readonly locations: readonly DeskLocation[];
  readonly departments: readonly DeskDepartment[];
}

/**
 * Reads what stands around the form, in two queries; in three when `typed` tells a street, whose buurt then settles where
 * each subject goes.
 */
export const readDesk = (rq: Rq, typed?: (name: string) => string): Promise<DeskView> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const { gemeente } = rq;
    const [side] = await runSql<Side>(db, SIDE, [gemeente, today, desksOf(rq)]);
    const place = { db, gemeente, today };
    return {
      locations: side?.locations ?? [],
      departments: side?.departments ?? [],
      categories: await routableCategories(place, typed ? await buurtTold(place, typed) : null),
      buurten: side?.buurten ?? [],
      handedOut: countByProduct(side?.products ?? []),
    };
  });

/** The buurt that the form tells: the chosen one, or that of its street. */
export const buurtTold = async (
  place: { readonly db: TenantDb; readonly gemeente: string },
  typed: (name: string) => string,
): Promise<string | null> => {
  const chosen = typed('buurt');
  const street = typed('plek_straat').slice(0, 200);
  return isId(chosen) ? chosen : street === '' ? null : buurtOfStreet(place, street);
};

const countByProduct = (rows: readonly { product: string; used: number }[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { product, used } of rows) counts.set(product, (counts.get(product) ?? 0) + used);
  return counts;
};

/** The departments for which somebody works. */
export const desksOf = (rq: Pick<Rq, 'principal'>): string[] =>
  rq.principal.holdings.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId]));

/** An open signaal in a street, as anybody at the desk may know it: never its words, never whose it is. */
export interface StreetSignaal extends Tellable {
  readonly id: string;
  readonly number: number;
  readonly category: string | null;
  readonly categoryEn: string | null;
  readonly state: Signaal['state'];
  readonly kind: Signaal['kind'];
  readonly themeId: string | null;
  /** Compared with what is being told, to set the likest first; never shown. */
  readonly text: string | null;
  /** How many told it, the first included. */
  readonly voices: number;
  /** The desk may open it: it lies at the desk or was registered there. */
  readonly mayOpen: boolean;
}

const IN_STREET = `
  select s.id, s.number, s.state, s.outcome, s.queue, d.name as owner, s.received_at as "receivedAt",
    s.state_since as "stateSince", s.planned_on as "plannedOn", s.hear_by as "hearBy",
    c.name as category, c.name_en as "categoryEn", s.kind, coalesce(c.parent_id, c.id) as "themeId", s.text,
    1 + (select count(*)::int from signaal v where v.gemeente = $1 and v.duplicate_of = s.id) as voices,
    (s.queue = 'desk' or s.registered_by is not null and s.channel = any ($3::text[])) as "mayOpen"
  from signaal s
  join department d on d.gemeente = $1 and d.id = s.owner_department_id
  left join category c on c.gemeente = $1 and c.id = s.category_id
  where s.gemeente = $1 and s.street_search = $2
    and s.state = any (array['received', 'reopened', 'assigned', 'planned'])
    and s.kind <> 'complaint' and coalesce(c.sensitive, false) = false
  order by s.received_at desc, s.id desc limit 30`;

/** What is open in a street, the thirty newest first; complaints and sensitive subjects are left out (C5.7, 0.2 D17). */
export const openInStreet = (db: TenantDb, gemeente: string, street: string): Promise<StreetSignaal[]> =>
  runSql<StreetSignaal>(db, IN_STREET, [gemeente, street, [...DESK_CHANNELS]]);
