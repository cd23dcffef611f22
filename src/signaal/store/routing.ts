import type { Department } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { type Route, type RouteReason, routeOf } from '../rules/routing.ts';
import { suggestCategory, withoutStreet } from '../rules/suggest-category.ts';

/** A category as routing needs it. */
export interface RoutableCategory {
  readonly id: string;
  /** The group it belongs to (thema). */
  readonly themeId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly keywords: string;
  readonly complex: boolean;
  readonly sensitive: boolean;
  readonly crowd: boolean;
  readonly departmentId: string | null;
  /** The department of the rule for this category in the asked buurt, if any. */
  readonly ruleDepartmentId: string | null;
}

type Place = Pick<Context, 'db' | 'gemeente' | 'today'>;

const CATEGORIES = `
  select c.id, c.parent_id as "themeId", c.name, c.name_en as "nameEn", c.keywords, c.complex, c.sensitive, c.crowd,
    c.department_id as "departmentId",
    (select r.department_id from routing_rule r
      join area_buurt ab on ab.gemeente = r.gemeente and ab.area_id = r.area_id and ab.buurt_id = $3::uuid
        and ab.valid_from <= $2 and (ab.valid_to is null or ab.valid_to > $2)
      where r.gemeente = c.gemeente and r.category_id = c.id
        and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
      order by (select count(*) from area_buurt n where n.gemeente = r.gemeente and n.area_id = r.area_id), r.id
      limit 1) as "ruleDepartmentId"
  from category c
  where c.gemeente = $1 and c.parent_id is not null
    and c.valid_from <= $2 and (c.valid_to is null or c.valid_to > $2)
  order by c.name collate "nl-x-icu", c.id limit 500`;

/** The categories that can be chosen today, each with the department it leads to in this buurt; at most 500. */
export const routableCategories = (place: Place, buurtId: string | null): Promise<RoutableCategory[]> =>
  runSql<RoutableCategory>(place.db, CATEGORIES, [place.gemeente, place.today, buurtId]);

/** Where a signaal goes, resolved to a department that exists: it never lacks an owner (law 4). */
export interface ResolvedRoute {
  readonly queue: 'desk' | 'wijkregisseur' | 'department';
  readonly departmentId: string;
  readonly reason: RouteReason;
  readonly category: RoutableCategory | null;
}

/** What is known when a route is asked for. */
export interface RouteQuestion {
  readonly kind: 'report' | 'question' | 'complaint' | 'idea';
  readonly text: string;
  /** Left out of the words that tell the subject: a street may be called after a tree. */
  readonly street: string;
  readonly categoryId: string | null;
  readonly buurtId: string | null;
  readonly outside: boolean;
}

/** Finds the category (told, or suggested by the words) and the department by the municipality's rules. */
export const resolveRoute = async (place: Place, question: RouteQuestion): Promise<ResolvedRoute> => {
  const { category, route } = routeAmong(await routableCategories(place, question.buurtId), question);
  return { ...(await resolveOwner(place, route)), category };
};

/** The category and the rule of a question among the categories of its buurt, without asking the database again. */
export const routeAmong = (
  categories: readonly RoutableCategory[],
  question: Omit<RouteQuestion, 'buurtId'>,
): { category: RoutableCategory | null; route: Route } => {
  const told = categories.find(({ id }) => id === question.categoryId);
  const category = told ?? suggestCategory(withoutStreet(question.text, question.street), categories);
  const { kind, outside } = question;
  const ruleDepartmentId = category?.ruleDepartmentId ?? null;
  return { category, route: routeOf({ kind, outside, category, ruleDepartmentId }) };
};

/** The department that owns a route. Each municipality has a desk, so the search for an owner always ends. */
export const resolveOwner = async (place: Place, route: Route): Promise<Omit<ResolvedRoute, 'category'>> => {
  if (route.queue === 'department') return route;
  const owners = await runSql<Owner>(place.db, OWNERS, [place.gemeente, place.today]);
  return ownerAmong(owners, route);
};

/** A department that may own what no rule placed. */
export type Owner = Pick<Department, 'id' | 'kind'>;

/** The oldest of each kind has the fixed part in the work. */
const OWNERS = `
  select distinct on (kind) id, kind from department
  where gemeente = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
    and kind = any (array['desk', 'wijkregie', 'complaints'])
  order by kind, id`;

/** The owner of a route among the departments of today. Throws when there is no desk: each municipality has one. */
export const ownerAmong = (owners: readonly Owner[], route: Route): Omit<ResolvedRoute, 'category'> => {
  if (route.queue === 'department') return route;
  const oldest = (kind: Owner['kind']) =>
    owners.filter((one) => one.kind === kind).reduce<Owner | null>(older, null);
  const { queue, reason } = route;
  const complaints = queue === 'complaints' ? oldest('complaints') : null;
  if (complaints) return { queue: 'department', departmentId: complaints.id, reason };
  const wijkregie = queue === 'wijkregisseur' ? oldest('wijkregie') : null;
  if (wijkregie) return { queue: 'wijkregisseur', departmentId: wijkregie.id, reason };
  const desk = oldest('desk');
  if (!desk) throw new Error('This municipality has no department of kind desk');
  return { queue: 'desk', departmentId: desk.id, reason };
};

const older = (one: Owner | null, other: Owner): Owner => (one && one.id < other.id ? one : other);
