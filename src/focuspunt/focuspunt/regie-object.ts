import { areaBuurten } from '#gemeente/index.ts';
import { isId } from '#platform/database/ids.ts';
import { type LoadObject, registerRegieObject } from '#regie/index.ts';
import { workHref } from './paths.ts';

/** What the room of regie may know of a focuspunt: for knots and for the agenda of the wijkwethouder. */
const loadFocuspunt: LoadObject = async ({ db, gemeente, today }, id) => {
  if (!isId(id)) return null;
  const row = await db
    .selectFrom('focuspunt')
    .select(['title', 'area_id', 'trekker_department_id', 'trekker_account_id'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    title: row.title,
    href: workHref(id),
    areaId: row.area_id,
    buurtId: null,
    buurtIds: await areaBuurten(db, gemeente, today, row.area_id),
    departmentIds: row.trekker_department_id ? [row.trekker_department_id] : [],
    accountIds: row.trekker_account_id ? [row.trekker_account_id] : [],
  };
};

registerRegieObject('focuspunt', loadFocuspunt);
