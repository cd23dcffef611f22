import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { ListPage } from '#platform/paging.ts';
import type { Rq } from '#platform/web/request.ts';
import { OPEN_STATES } from '../../rules/signaal-states.ts';
import { countList, type ListQuestion, readList, type SignaalRow } from '../list.ts';
import { fallbackFor, scopeOf } from '../scope.ts';

/** At most this many decisions a day (0.2 D1). */
const MOST_DECISIONS = 7;

/** What only a wijkregisseur can decide, and how much goes on without him. */
export interface Pile {
  readonly page: ListPage<SignaalRow>;
  /** Open signalen of the area that departments and desk handle themselves. */
  readonly without: number;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** The last line among staff, by signaal: why the desk or a department sent it. */
  readonly notes: ReadonlyMap<string, string>;
}

const SIDE = `
  select
    array(select jsonb_build_object('id', d.id, 'name', d.name) from department d
      where d.gemeente = $1 and d.kind = any (array['vakafdeling', 'partner'])
        and d.valid_from <= $2 and (d.valid_to is null or d.valid_to > $2)
      order by d.name collate "nl-x-icu", d.id limit 500) as departments,
    array(select jsonb_build_object('id', w.id, 'text', n.text) from unnest($3::uuid[]) as w (id)
      join lateral (
        select text from (
          (select f.text, f.created_at as at from feedback f
            where f.gemeente = $1 and f.signaal_id = w.id and f.direction = 'internal'
              and f.text_wiped_at is null order by f.created_at desc, f.id desc limit 1)
          union all
          (select a.return_note, a.state_since from assignment a
            where a.gemeente = $1 and a.signaal_id = w.id and a.return_note is not null
            order by a.sequence desc limit 1)) said
        order by at desc limit 1) n on true) as notes`;

/** Reads the pile of the areas of this visitor, in six queries at most. */
export const readPile = (rq: Rq): Promise<Pile> =>
  rq.read(async (db) => {
    const { gemeente, principal } = rq;
    const today = isoDate(rq.now);
    const question: ListQuestion = {
      gemeente,
      accountId: principal.id,
      branches: scopeOf(principal, await fallbackFor(db, gemeente, today, principal)),
      filter: { queue: 'wijkregisseur', states: ['received', 'reopened'], notPostponedOn: today },
      order: 'oldest',
      after: null,
      size: MOST_DECISIONS,
    };
    const page = await readList(db, question);
    const open = await countList(db, { ...question, filter: { states: OPEN_STATES } }, 'wijkregisseur');
    return { page, without: open, ...(await readSide(db, gemeente, today, page.rows)) };
  });

const readSide = async (
  db: TenantDb,
  gemeente: string,
  today: string,
  rows: readonly SignaalRow[],
): Promise<Pick<Pile, 'departments' | 'notes'>> => {
  const [side] = await runSql<{
    departments: Pile['departments'];
    notes: { id: string; text: string }[];
  }>(db, SIDE, [gemeente, today, rows.map(({ id }) => id)]);
  return {
    departments: side?.departments ?? [],
    notes: new Map(side?.notes.map(({ id, text }) => [id, text])),
  };
};
