import { areasOf, departmentOfKind, listBuurten, pointLocator, type Settings } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Point } from '#platform/geo/index.ts';
import { type Route, type RouteReason, routeOf } from '../../rules/routing.ts';
import { snapMetres } from '../../settings.ts';
import { settingsOf } from '../../store/terms.ts';
import { type LabelVerdict, labelJudge, type NamedBuurt } from '../rules/area-label.ts';
import { type OurSubject, subjectFinder } from '../rules/subjects.ts';

interface Subject extends OurSubject {
  readonly complex: boolean;
  readonly departmentId: string | null;
}

/** Where a signaal goes, as the rules of today say. */
export interface Owned {
  readonly queue: 'desk' | 'wijkregisseur' | 'department';
  readonly departmentId: string;
  readonly reason: RouteReason;
}

/** What every row of a batch is placed and routed with; read once for all of them. */
export interface Town {
  readonly settings: Settings;
  readonly locate: (point: Point) => { buurtId: string; snapped: boolean } | 'outside';
  readonly subjectOf: (theme: string, category: string) => Subject | null;
  readonly judge: (label: string, buurtId: string | null) => LabelVerdict;
  readonly buurtName: (buurtId: string) => string;
  readonly route: (subject: Subject | null, buurtId: string | null, outside: boolean) => Owned;
}

const SUBJECTS = `
  select c.id, c.slug, c.name, c.complex, c.department_id as "departmentId", p.slug as "themeSlug", p.name as "themeName"
  from category c join category p on p.gemeente = $1 and p.id = c.parent_id
  where c.gemeente = $1 and c.valid_from <= $2 and (c.valid_to is null or c.valid_to > $2)
  order by c.name, c.id limit 500`;

/** The subjects that can be chosen today; at most 500. */
export const subjectsToday = ({
  db,
  gemeente,
  today,
}: Pick<Context, 'db' | 'gemeente' | 'today'>): Promise<Subject[]> =>
  runSql<Subject>(db, SUBJECTS, [gemeente, today]);

/** For each subject and buurt the department of its narrowest rule, as `routableCategories` finds it for one. */
const RULES = `
  select distinct on (r.category_id, ab.buurt_id) r.category_id as "categoryId", ab.buurt_id as "buurtId",
    r.department_id as "departmentId"
  from routing_rule r
  join area_buurt ab on ab.gemeente = $1 and ab.area_id = r.area_id
    and ab.valid_from <= $2 and (ab.valid_to is null or ab.valid_to > $2)
  where r.gemeente = $1 and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
  order by r.category_id, ab.buurt_id,
    (select count(*) from area_buurt n where n.gemeente = $1 and n.area_id = r.area_id), r.id
  limit 100000`;

interface Rule {
  readonly categoryId: string;
  readonly buurtId: string;
  readonly departmentId: string;
}

/** Reads what a batch needs of its municipality, in some ten queries. */
export const readTown = async (context: Context, chosen: Readonly<Record<string, string>>): Promise<Town> => {
  const { db, gemeente, today, world } = context;
  const settings = await settingsOf(context);
  const locate = await pointLocator(world, db, gemeente, today, settings.get(snapMetres));
  const subjects = await subjectsToday(context);
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const find = subjectFinder(subjects, chosen);
  const named = await namedBuurten(context);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    settings,
    locate,
    subjectOf: (theme, category) => byId.get(find(theme, category)?.id ?? '') ?? null,
    judge: labelJudge(named),
    buurtName: (buurtId) => names.get(buurtId) ?? '',
    route: await readRouter(context),
  };
};

const namedBuurten = async ({ db, gemeente, today }: Context): Promise<NamedBuurt[]> => {
  const areas = await areasOf(db, gemeente, today);
  const buurten = await listBuurten(db, gemeente, today);
  return buurten.map(({ id, code, name, officialWijkCode, officialWijkName }) => ({
    id,
    name,
    labels: [
      ...[code, name, officialWijkCode, officialWijkName].filter((label) => label !== null),
      ...areas.flatMap((area) => (area.buurtIds.includes(id) ? [area.code, area.name] : [])),
    ],
  }));
};

const readRouter = async (context: Context): Promise<Town['route']> => {
  const { db, gemeente, today } = context;
  const rows = await runSql<Rule>(db, RULES, [gemeente, today]);
  const rules = new Map(rows.map((rule) => [`${rule.categoryId} ${rule.buurtId}`, rule.departmentId]));
  const desk = await departmentOfKind(db, gemeente, today, 'desk');
  if (!desk) throw new Error('This municipality has no department of kind desk');
  const wijkregie = await departmentOfKind(db, gemeente, today, 'wijkregie');
  return (subject, buurtId, outside) =>
    owned(
      routeOf({
        kind: 'report',
        outside,
        category: subject,
        ruleDepartmentId: rules.get(`${subject?.id} ${buurtId}`) ?? null,
      }),
      desk.id,
      wijkregie?.id ?? null,
    );
};

const owned = (route: Route, desk: string, wijkregie: string | null): Owned => {
  if (route.queue === 'department') return route;
  if (route.queue === 'wijkregisseur' && wijkregie !== null) {
    return { queue: 'wijkregisseur', departmentId: wijkregie, reason: route.reason };
  }
  return { queue: 'desk', departmentId: desk, reason: route.reason };
};

const STREETS = `
  select search_name as search, min(buurt_id::text) as "buurtId" from street
  where gemeente = $1 and search_name = any ($2::text[])
  group by search_name having count(distinct buurt_id) = 1`;

/** The buurten of streets by their searchable names, of those that lie in one buurt. */
export const buurtenOfStreets = async (
  { db, gemeente }: Context,
  streets: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (streets.length === 0) return new Map();
  const rows = await runSql<{ search: string; buurtId: string }>(db, STREETS, [
    gemeente,
    [...new Set(streets)],
  ]);
  return new Map(rows.map(({ search, buurtId }) => [search, buurtId]));
};
