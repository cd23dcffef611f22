import { asOwner } from '#testing/world.ts';
import { type Visit, walkAs } from './crawl.ts';
import type { House } from './house.ts';

/** What somebody looks at, after something became so in the demonstration: `$id` in the path is the first id that is found. */
interface Look {
  readonly who: string;
  readonly role: string;
  readonly path: string;
  readonly find: string;
  readonly first?: readonly string[];
}

const knot = (state: string): readonly string[] => [
  `update knot set state = '${state}' where id = (select id from knot order by id limit 1)`,
];
const knelpunt = (state: string): readonly string[] => [
  `update knelpunt set state = '${state}', public_reason = 'verzonnen' where id = (select id from knelpunt order by id limit 1)`,
];
const focuspunt = (state: string, more = ''): readonly string[] => [
  `update focuspunt set state = '${state}'${more} where id = (select id from focuspunt order by number limit 1)`,
];
const plan = (state: string): readonly string[] => [
  `update plan set state = '${state}' where focuspunt_id = (select focuspunt_id from plan_action a join plan p on p.id = a.plan_id
     order by p.id limit 1)`,
];
const round = (state: string): readonly string[] => [
  `update focus_round set state = '${state}' where id = (select id from focus_round order by id limit 1)`,
];

const GUARD = { who: 'paula.proces', role: 'process_guard' };
const REGIE = { who: 'wanda.regie', role: 'wijkregisseur' };
const KNOT = { path: '/knopen/$id', find: 'select id from knot order by id limit 1' };
const KNELPUNT = { path: '/knelpunten/$id', find: 'select id from knelpunt order by id limit 1' };
const FOCUS = 'select id from focuspunt order by number limit 1';
const GROUP =
  'select g.id from residents_group g join group_move m on m.group_id = g.id order by g.id limit 1';
const group = (state: string): readonly string[] => [
  `update group_move set state = '${state}', settled_at = offered_at, reason = 'verzonnen' where state = 'offered'`,
];
const REACTING = focuspunt('consulting', `, reaction_until = timestamptz '2027-01-01'`);
const ROUND = { path: '/rondes/$id', find: 'select id from focus_round order by id limit 1' };
const PLAN = {
  path: '/plannen/$id',
  find: 'select p.id from plan p join plan_action a on a.plan_id = p.id order by p.id limit 1',
};
const ITEM = {
  path: '/raad/register/$id',
  find: `select id from council_item where state = 'open' order by id limit 1`,
};
const OPENED = [`update council_item set state = 'open' where state = 'proposed_settled'`];

/** Pages of objects in a state that no object of the demonstration is in, each by whoever has the next step. */
const LOOKS: readonly Look[] = [
  { ...GUARD, ...KNOT, first: knot('with_guard') },
  { ...GUARD, ...KNOT, first: knot('heard') },
  { who: 'dirk.directie', role: 'director', ...KNOT, first: knot('escalated_to_director') },
  { ...GUARD, ...KNOT, first: knot('decided') },
  { who: 'willem.wegen', role: 'department_worker', path: '/groepen/$id', find: GROUP },
  { who: 'wies.regie', role: 'wijkregisseur', path: '/groepen/$id', find: GROUP, first: group('accepted') },
  {
    who: 'wies.regie',
    role: 'wijkregisseur',
    path: '/groepen/$id',
    find: GROUP,
    first: [`update group_move set state = 'returned', reason = 'verzonnen'`],
  },
  {
    who: 'tina.team',
    role: 'team_manager',
    path: '/ruimte',
    find: 'select id from bandwidth limit 1',
    first: [`update bandwidth set state = 'asked', decided_at = null, decided_by = null`],
  },
  { who: 'bea.balie', role: 'desk_worker', path: '/focuspunten/$id', find: FOCUS, first: REACTING },
  { who: 'bea.balie', role: 'desk_worker', path: '/focuspunten/$id/invoeren', find: FOCUS },
  { who: '', role: 'visitor', path: '/focuspunten/$id/papier', find: FOCUS },
  { ...REGIE, ...KNELPUNT, first: knelpunt('noticed') },
  { ...REGIE, ...KNELPUNT, first: knelpunt('investigated') },
  { ...REGIE, ...KNELPUNT, first: knelpunt('insufficient') },
  { ...REGIE, ...KNELPUNT, first: knelpunt('no_action') },
  { ...REGIE, path: '/focuspunten/$id/werk', find: FOCUS, first: focuspunt('proposed') },
  { ...REGIE, path: '/focuspunten/$id/werk', find: FOCUS, first: focuspunt('consulting') },
  { ...REGIE, ...PLAN, first: plan('agreed') },
  { ...REGIE, ...PLAN, first: plan('active') },
  { ...REGIE, ...PLAN, first: plan('finished') },
  { who: '', role: 'visitor', path: '/focuspunten/$id', find: FOCUS, first: REACTING },
  {
    who: 'coby.college',
    role: 'college',
    path: '/focuspunten/$id/werk',
    find: FOCUS,
    first: focuspunt('with_college'),
  },
  { who: 'sacha.secretaris', role: 'municipal_secretary', ...ROUND, first: round('gathering') },
  { who: 'coby.college', role: 'college', ...ROUND, first: round('proposed') },
  { who: 'sacha.secretaris', role: 'municipal_secretary', ...ROUND, first: round('decided') },
  { who: 'greet.griffie', role: 'council_clerk', ...ITEM, first: OPENED },
  { who: 'coby.college', role: 'college', ...ITEM },
  { who: 'sacha.secretaris', role: 'municipal_secretary', ...ITEM },
];

/** Looks at each of them once; what changed for it stays so. */
export const behindTheStates = async (house: House): Promise<Visit[]> => {
  const visits: Visit[] = [];
  const { test, town } = house;
  for (const { who, role, path, find, first = [] } of LOOKS) {
    for (const sql of first) await asOwner(test.urls, town.gemeente, sql);
    const [row] = await asOwner<{ id: string }>(test.urls, town.gemeente, find);
    if (!row) throw new Error(`Nothing to look at for ${path}`);
    const walk = await walkAs(house, role, who === '' ? undefined : `${who}@zoetermeer.voorbeeld`);
    await walk.look(path.replace('$id', row.id));
    visits.push(...walk.visits);
  }
  return visits;
};
