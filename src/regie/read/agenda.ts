import { grantsFor } from '#people/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { Principal } from '#platform/policy/principal.ts';
import type { RegieObjectKind } from '../objects.ts';

/** One thing on the agenda of a wijkwethouder. */
export interface AgendaRow {
  readonly id: string;
  readonly objectKind: RegieObjectKind;
  readonly objectId: string;
  readonly title: string;
  readonly area: string | null;
  readonly sentence: string;
  readonly putBy: string;
  readonly putAt: Date;
  readonly discussedAt: Date | null;
  readonly result: string | null;
}

/** The buurten whose agenda somebody may read; `all` for a holding without an area. */
export const agendaScope = (principal: Principal): { all: boolean; buurtIds: readonly string[] } => {
  const holdings = grantsFor(principal, 'agenda.read').flatMap(({ holding }) => (holding ? [holding] : []));
  return {
    all: holdings.some(({ buurtIds }) => buurtIds === null),
    buurtIds: holdings.flatMap(({ buurtIds }) => buurtIds ?? []),
  };
};

const ROWS = `
  select g.id, g.object_kind as "objectKind", g.object_id as "objectId", g.title, a.name as area, g.sentence,
    w.name as "putBy", g.put_at as "putAt", g.discussed_at as "discussedAt", g.result
  from alderman_agenda g
  join account w on w.gemeente = $1 and w.id = g.put_by
  left join area a on a.gemeente = $1 and a.id = g.area_id
  where g.gemeente = $1 and ($2 or exists (select 1 from area_buurt m
      where m.gemeente = $1 and m.area_id = g.area_id and m.buurt_id = any ($3::uuid[])))`;

/** How many things one page of the agenda shows. */
export const AGENDA_ON_PAGE = 25;

/** What must still be discussed, the longest waiting first; one page. */
export const openAgenda = async (
  db: TenantDb,
  gemeente: string,
  scope: ReturnType<typeof agendaScope>,
  after: Cursor | null,
): Promise<ListPage<AgendaRow>> => {
  const values = [gemeente, scope.all, [...scope.buurtIds]];
  const rows = await runSql<AgendaRow>(
    db,
    `${ROWS} and g.discussed_at is null ${after ? 'and (g.put_at, g.id) > ($4, $5)' : ''}
     order by g.put_at, g.id limit ${AGENDA_ON_PAGE + 1}`,
    after ? [...values, after.at, after.id] : values,
  );
  return listPage(rows, AGENDA_ON_PAGE, ({ putAt, id }) => ({ at: putAt, id }));
};

/** The last ten that were discussed, the newest first. */
export const discussedAgenda = (
  db: TenantDb,
  gemeente: string,
  scope: ReturnType<typeof agendaScope>,
): Promise<AgendaRow[]> =>
  runSql<AgendaRow>(db, `${ROWS} and g.discussed_at is not null order by g.put_at desc, g.id desc limit 10`, [
    gemeente,
    scope.all,
    [...scope.buurtIds],
  ]);
