import { fallbackArea, readSettings, type Settings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { ListPage } from '#platform/paging.ts';
import type { Rq } from '#platform/web/request.ts';
import { OPEN_STATES } from '../../rules/signaal-states.ts';
import { countSql, type ListQuestion, readList, type SignaalRow } from '../list.ts';
import { type Fallback, fallbackWith, type ScopeBranch, scopeOf } from '../scope.ts';
import { type Parameters, parameters } from '../sql.ts';

/** At most this many decisions a day (0.2 D1). */
const MOST_DECISIONS = 7;

/** What stands beside the decisions: how much goes on without the wijkregisseur, and what the forms offer. */
export interface PileSide {
  /** Open signalen of the area that departments and desk handle themselves. */
  readonly without: number;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** The last line among staff, by signaal: why the desk or a department sent it. */
  readonly notes: readonly { readonly id: string; readonly text: string }[];
  /** Where a signaal most likely belongs: what the last department said, else that of its subject. */
  readonly suggestions: readonly { readonly id: string; readonly departmentId: string }[];
}

/** What only a wijkregisseur can decide, and how much goes on without him. */
export interface Pile extends PileSide {
  readonly page: ListPage<SignaalRow>;
}

/** The question behind the pile of this visitor, in all his areas or in the buurten of one. */
export const pileQuestion = (
  rq: Rq,
  fallback: Fallback,
  buurtIds: readonly string[] | null = null,
): ListQuestion => ({
  gemeente: rq.gemeente,
  accountId: rq.principal.id,
  branches: scopeOf(rq.principal, fallback).flatMap((branch) => within(branch, buurtIds)),
  filter: { queue: 'wijkregisseur', states: ['received', 'reopened'], notPostponedOn: isoDate(rq.now) },
  order: 'oldest',
  after: null,
  size: MOST_DECISIONS,
});

const within = (branch: ScopeBranch, buurtIds: readonly string[] | null): ScopeBranch[] => {
  if (buurtIds === null) return [branch];
  const { complaints } = branch;
  if (branch.kind === 'all') return [{ kind: 'buurten', buurtIds, unplaced: false, complaints }];
  if (branch.kind !== 'buurten') return [branch];
  const both = branch.buurtIds.filter((id) => buurtIds.includes(id));
  return [{ kind: 'buurten', buurtIds: both, unplaced: false, complaints }];
};

/** The decisions themselves: at most seven, oldest first. */
export const readDecisions = (db: TenantDb, question: ListQuestion): Promise<ListPage<SignaalRow>> =>
  readList(db, question);

const gathered = (facts: string, from: string): string =>
  `array(select jsonb_build_object(${facts}) from ${from})`;

/**
 * The columns of a {@link PileSide} for a statement that may read more besides; `rowIds` are the decisions shown. The
 * count goes through the same scope as the list, without the wijkregisseur's own queue.
 */
export const pileColumns = (
  p: Parameters,
  question: ListQuestion,
  today: string,
  rowIds: readonly string[],
): string => {
  const [gemeente, day, ids] = [p.add(question.gemeente), p.add(today), `${p.add([...rowIds])}::uuid[]`];
  const holds = (table: string) =>
    `${table}.valid_from <= ${day} and (${table}.valid_to is null or ${table}.valid_to > ${day})`;
  const open = { ...question, filter: { states: OPEN_STATES } };
  const departments = `department d where d.gemeente = ${gemeente} and d.kind = any (array['vakafdeling', 'partner'])
    and ${holds('d')} order by d.name collate "nl-x-icu", d.id limit 500`;
  const notes = `unnest(${ids}) as w (id) join lateral (select text from (
      (select f.text, f.created_at as at from feedback f
        where f.gemeente = ${gemeente} and f.signaal_id = w.id and f.direction = 'internal'
          and f.text_wiped_at is null order by f.created_at desc, f.id desc limit 1)
      union all
      (select a.return_note, a.state_since from assignment a
        where a.gemeente = ${gemeente} and a.signaal_id = w.id and a.return_note is not null
        order by a.sequence desc limit 1)) said order by at desc limit 1) n on true`;
  const suggestions = `unnest(${ids}) as w (id)
    join signaal s on s.gemeente = ${gemeente} and s.id = w.id
    left join category c on c.gemeente = ${gemeente} and c.id = s.category_id
    left join lateral (select a.suggested_department_id from assignment a
      where a.gemeente = ${gemeente} and a.signaal_id = w.id order by a.sequence desc limit 1) l on true
    where coalesce(l.suggested_department_id, c.department_id) is not null`;
  return `${gathered(`'id', d.id, 'name', d.name`, departments)} as departments,
    ${gathered(`'id', w.id, 'text', n.text`, notes)} as notes,
    ${gathered(`'id', w.id, 'departmentId', coalesce(l.suggested_department_id, c.department_id)`, suggestions)} as suggestions,
    ${countSql(p, open, 'wijkregisseur')} as without`;
};

/** What falls to the fallback area, from settings that were read already. */
export const pileFallback = (rq: Rq, db: TenantDb, settings: Settings): Promise<Fallback> =>
  fallbackWith(db, rq.gemeente, isoDate(rq.now), rq.principal, settings.get(fallbackArea));

/** Reads the pile of the areas of this visitor, in six queries at most. */
export const readPile = (rq: Rq): Promise<Pile> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const settings = await readSettings(db, rq.gemeente, today);
    const question = pileQuestion(rq, await pileFallback(rq, db, settings));
    const page = await readDecisions(db, question);
    const p = parameters();
    const columns = pileColumns(
      p,
      question,
      today,
      page.rows.map(({ id }) => id),
    );
    const [side] = await runSql<PileSide>(db, `select ${columns}`, [...p.values]);
    return { page, ...(side ?? { without: 0, departments: [], notes: [], suggestions: [] }) };
  });
