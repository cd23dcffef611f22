import { areasOf, type DivisionKind } from '#gemeente/index.ts';
import { grantsFor } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { Rq } from '#platform/web/request.ts';
import { fallbackFor } from '../../staff/scope.ts';
import { type CarePattern, patternReach } from './store.ts';

/** A pattern as its page and its lists show it. It names no person but the role that gave it. */
export interface PatternRow {
  readonly id: string;
  readonly number: number;
  readonly theme: string;
  readonly themeEn: string | null;
  readonly area: string;
  readonly areaId: string;
  readonly sizeClass: CarePattern['size_class'];
  readonly note: string | null;
  readonly state: CarePattern['state'];
  readonly question: string | null;
  readonly answer: string | null;
  readonly decisionNote: string | null;
  readonly givenBy: string;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
  readonly dueAt: Date | null;
  readonly version: number;
}

const COLUMNS = `
  select p.id, p.number::int as number, c.name as theme, c.name_en as "themeEn", a.name as area, p.area_id as "areaId",
    p.size_class as "sizeClass", p.note, p.state, p.question, p.answer, p.decision_note as "decisionNote",
    p.given_by as "givenBy", p.created_at as "createdAt", p.decided_at as "decidedAt", p.version,
    (select t.due_at from term t where t.gemeente = $1 and t.object_id = p.id and t.kind = 'care_pattern'
      and t.state = any (array['open', 'passed']) and p.state = 'offered' order by t.due_at desc limit 1) as "dueAt"
  from care_pattern p
  join category c on c.gemeente = $1 and c.id = p.category_id
  join area a on a.gemeente = $1 and a.id = p.area_id
  where p.gemeente = $1`;

interface ListScope {
  /** Null: all of them. */
  readonly buurtIds: readonly string[] | null;
  readonly accountId: string | null;
}

const scopeFor = async (db: TenantDb, rq: Rq): Promise<ListScope> => {
  const grants = grantsFor(rq.principal, 'care_pattern.read');
  const isEverywhere = grants.some(
    ({ holding, reach }) =>
      reach === 'all' || (reach === 'area' && holding !== null && holding.buurtIds === null),
  );
  if (isEverywhere) return { buurtIds: null, accountId: null };
  const own = grants.some(({ reach }) => reach === 'own') ? rq.principal.id : null;
  const inArea = grants.flatMap(({ holding, reach }) => (reach === 'area' ? (holding?.buurtIds ?? []) : []));
  const fallback = await fallbackFor(db, rq.gemeente, isoDate(rq.now), rq.principal);
  return { buurtIds: [...new Set([...inArea, ...fallback.buurtIds])], accountId: own };
};

const IN_SCOPE = ` and ($2::uuid[] is null or p.given_by = $3 or p.area_id = any (array(
    select ab.area_id from area_buurt ab where ab.gemeente = $1 and ab.buurt_id = any ($2::uuid[])
      and ab.valid_from <= $4 and (ab.valid_to is null or ab.valid_to > $4))))`;

/** The patterns that this visitor may see, newest first, one page of them. */
export const readPatterns = async (
  db: TenantDb,
  rq: Rq,
  after: Cursor | null,
  size: number,
): Promise<ListPage<PatternRow>> => {
  const { buurtIds, accountId } = await scopeFor(db, rq);
  const rows = await runSql<PatternRow>(
    db,
    `${COLUMNS} ${IN_SCOPE} ${after ? 'and (p.created_at, p.id) < ($6, $7::uuid)' : ''}
     order by p.created_at desc, p.id desc limit $5`,
    [rq.gemeente, buurtIds, accountId, isoDate(rq.now), size + 1, ...(after ? [after.at, after.id] : [])],
  );
  return listPage(rows, size, ({ createdAt, id }) => ({ at: createdAt, id }));
};

/** One pattern and what this visitor may do with it. */
export interface PatternView {
  readonly pattern: PatternRow;
  readonly mayDecide: boolean;
  readonly mayReply: boolean;
}

/** Reads one pattern; "not found" for whoever it does not concern. */
export const readPattern = async (db: TenantDb, rq: Rq, id: string): Promise<PatternView> => {
  if (!isId(id)) throw notFound();
  const [pattern] = await runSql<PatternRow>(db, `${COLUMNS} and p.id = $2`, [rq.gemeente, id]);
  if (!pattern) throw notFound();
  const { gemeente, principal, world } = rq;
  const where = { db, gemeente, today: isoDate(rq.now), principal };
  const fits = await patternReach(where, { area_id: pattern.areaId, given_by: pattern.givenBy });
  if (!world.gate(principal, 'care_pattern.read', fits).ok) throw notFound();
  return {
    pattern,
    mayDecide: world.gate(principal, 'care_pattern.decide', fits).ok,
    mayReply: world.gate(principal, 'care_pattern.give', fits).ok,
  };
};

/** What can be chosen in the form of the gate. */
export interface PatternChoices {
  readonly themes: readonly { readonly id: string; readonly name: string; readonly nameEn: string | null }[];
  readonly areas: readonly { readonly id: string; readonly name: string; readonly kind: DivisionKind }[];
}

const THEMES = `select id, name, name_en as "nameEn" from category
  where gemeente = $1 and parent_id is null and valid_from <= $2 and (valid_to is null or valid_to > $2)
  order by name collate "nl-x-icu", id limit 200`;

/** Themes and areas of today; portfolios of a wijkregisseur are no places. */
export const readPatternChoices = async (db: TenantDb, rq: Rq): Promise<PatternChoices> => {
  const today = isoDate(rq.now);
  const areas = await areasOf(db, rq.gemeente, today);
  return {
    themes: await runSql(db, THEMES, [rq.gemeente, today]),
    areas: areas.filter(({ kind }) => kind !== 'portfolio'),
  };
};
