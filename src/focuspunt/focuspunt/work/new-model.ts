import { areasOf, departments, storedFields, type Typed } from '#gemeente/index.ts';
import { choosablePeople } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';

/** What the form can choose from. */
export interface Choices {
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

/** What can be chosen. Three queries. */
export const readChoices = (rq: Rq): Promise<Choices> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    return {
      areas: await areasOf(db, rq.gemeente, today, 'focus_area'),
      people: await choosablePeople(db, rq.gemeente, today),
      departments: await departments(db, rq.gemeente, today),
    };
  });

const FROM = `select title, origin, category_id as "category", area_id as "area", hypothesis as problem, effort,
    effort_by, effort_since, effort_why_not, what_is_added, public_sentence as public_summary
  from knelpunt where gemeente = $1 and id = $2 and state = 'candidate'`;

/** A candidate knelpunt fills the form with what was found out about it. */
export const fromKnelpunt = async (rq: Rq, id: string): Promise<Typed> => {
  if (!isId(id)) return storedFields({ origin: 'chance' });
  const [row] = await rq.read((db) => runSql<Record<string, string | null>>(db, FROM, [rq.gemeente, id]));
  return storedFields(row ? { ...row, knelpunten: id } : { origin: 'problem' });
};
