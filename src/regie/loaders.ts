import { areaBuurten } from '#gemeente/index.ts';
import { isId } from '#platform/database/ids.ts';
import { partsOfSignaal, signaalAbout } from '#signaal/index.ts';
import { type LoadObject, registerRegieObject } from './objects.ts';
import { titleOf } from './rules/knottable.ts';
import { knotFacts } from './store/knot.ts';

const loadSignaal: LoadObject = async ({ db, gemeente }, id) => {
  const about = await signaalAbout(db, gemeente, id);
  if (!about) return null;
  const parts = await partsOfSignaal(db, gemeente, id);
  return {
    title: titleOf(about),
    href: `/signalen/${id}`,
    areaId: null,
    buurtId: about.buurtId,
    buurtIds: about.buurtId ? [about.buurtId] : [],
    departmentIds: [...new Set(parts.map(({ departmentId }) => departmentId))],
  };
};

const loadGroup: LoadObject = async ({ db, gemeente, today }, id) => {
  if (!isId(id)) return null;
  const group = await db
    .selectFrom('residents_group')
    .select(['name', 'area_id', 'home_department_id'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!group) return null;
  return {
    title: group.name,
    href: `/groepen/${id}`,
    areaId: group.area_id,
    buurtId: null,
    buurtIds: await areaBuurten(db, gemeente, today, group.area_id),
    departmentIds: group.home_department_id ? [group.home_department_id] : [],
  };
};

const loadKnot: LoadObject = async (reading, id) => {
  if (!isId(id)) return null;
  const knot = await reading.db
    .selectFrom('knot')
    .selectAll()
    .where('gemeente', '=', reading.gemeente)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!knot) return null;
  const { buurtIds = [], departmentIds = [] } = await knotFacts(reading, knot);
  const { title, area_id, buurt_id } = knot;
  return { title, href: `/knopen/${id}`, areaId: area_id, buurtId: buurt_id, buurtIds, departmentIds };
};

registerRegieObject('signaal', loadSignaal);
registerRegieObject('group', loadGroup);
registerRegieObject('knot', loadKnot);
