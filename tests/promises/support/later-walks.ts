import { consultFocuspunt } from '#focuspunt/index.ts';
import { execute } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { open } from '#platform/secrets/index.ts';
import { codePlace } from '#signaal/store/insert.ts';
import { asOwner } from '#testing/world.ts';
import { filesOfAreas } from './area-file-walk.ts';
import { type Visit, walkAs } from './crawl.ts';
import { follower } from './follower-walk.ts';
import type { House } from './house.ts';
import { takenOver } from './import-walks.ts';
import { anyObjectOf } from './objects.ts';

/** A page that is looked at after something became so: `$id` is the first id that is found. */
interface Look {
  readonly who: string;
  readonly role: string;
  readonly path: string;
  readonly find: string;
  readonly first?: readonly string[];
}

const WOUT = { who: 'wout.regie', role: 'wijkregisseur' };
const WANDA = { who: 'wanda.regie', role: 'wijkregisseur' };
const AICHA = { who: 'aicha.afval', role: 'department_worker' };
const SACHA = { who: 'sacha.secretaris', role: 'municipal_secretary' };
const RIK = { who: 'rik.raadslid', role: 'councillor' };
const GREET = { who: 'greet.griffie', role: 'council_clerk' };
const FATIMA = { who: 'fatima.privacy', role: 'privacy_officer' };
const WILLEM = { who: 'willem.wegen', role: 'department_worker' };

const MEERZICHT = `(select k.id from knelpunt k join knelpunt_placement p on p.knelpunt_id = k.id join department d on d.id = p.department_id
     where d.name like 'Afval%' order by k.id limit 1)`;
const KNELPUNT = { path: '/knelpunten/$id', find: `select ${MEERZICHT} as id` };
const placement = (state: string, more: string): readonly string[] => [
  `update knelpunt set state = 'placed' where id = ${MEERZICHT}`,
  `update knelpunt_placement set state = '${state}', settled_at = null${more} where knelpunt_id = ${MEERZICHT}`,
];
const QUESTION = { path: '/raad/vragen/$id', find: 'select id from technical_question order by id limit 1' };
const question = (state: string): readonly string[] => [
  `update technical_question set state = '${state}', department_id = case when '${state}' = 'asked' then null
     else (select id from department where name = 'Wegen en verkeer') end`,
];
const UNSIGNED = `update news_release set signed_by_mayor = null, mayor_signed_at = null, signed_by_secretary = null,
  secretary_signed_at = null, released_at = null, council_told_at = null, partners_told_at = null,
  reporters_told_at = null, followers_told_at = null, press_told_at = null, embargo_until = '2027-01-01'`;
const SIGNED = `update news_release set signed_by_mayor = made_by, mayor_signed_at = made_at,
  signed_by_secretary = made_by, secretary_signed_at = made_at`;
const MEMO = { path: '/raadsmemo/$id', find: 'select id from news_release order by id limit 1' };
const LIST = 'select id from destruction_list order by id limit 1';
const GOAL = `select id from goal where object_kind = 'focuspunt' order by id limit 1`;

/** Pages whose links and forms stand behind something that the demonstration has not come to. */
const LOOKS: readonly Look[] = [
  {
    who: 'willy.wethouder',
    role: 'wijk_wethouder',
    path: '/agenda-wethouder',
    find: 'select id from alderman_agenda limit 1',
    first: [
      `update alderman_agenda set area_id = (select area_id from focuspunt f join area a on a.id = f.area_id
         where a.code = 'meerzicht' limit 1)`,
    ],
  },
  {
    who: 'henk.hoofd',
    role: 'department_head',
    path: '/stapel',
    find: 'select id from late_stack limit 1',
    first: [
      `update late_stack set department_id = (select id from department where name = 'Groen'), answer = null`,
      `insert into late_stack_item (gemeente, stack_id, assignment_id, signaal_id, late_since)
       select s.gemeente, s.id, a.id, a.signaal_id, s.made_at from late_stack s join assignment a
         on a.department_id = s.department_id and a.state = any (array['offered', 'accepted', 'planned']) on conflict do nothing`,
    ],
  },
  // The one pattern of the demonstration lies in Oosterheem.
  { ...WOUT, path: '/patronen', find: 'select id from pattern_suggestion limit 1' },
  { ...WOUT, path: '/focuspunten/$id/werk', find: `select object_id as id from goal where id = (${GOAL})` },
  { ...WOUT, path: '/doelen/$id', find: GOAL },
  { ...WOUT, path: '/doelen/$id/wijzigen', find: GOAL },
  { ...WOUT, path: '/doelen/$id/meten', find: GOAL },
  {
    who: 'ria.raad',
    role: 'raad',
    path: '/doelen/$id',
    find: `select id from goal where object_kind = 'gemeente' order by id limit 1`,
    first: [
      `insert into goal (gemeente, id, object_kind, kind, title, made_by, created_at)
       select gemeente, '0198c0de-0000-7000-8000-0000000000d0', 'gemeente', 'milestone', 'Verzonnen', made_by, created_at
       from goal order by id limit 1`,
    ],
  },
  { ...AICHA, ...KNELPUNT, first: placement('offered', '') },
  { ...AICHA, ...KNELPUNT, first: placement('accepted', `, planned_on = date '2026-12-20'`) },
  {
    ...WANDA,
    path: '/focuspunten/$id/werk',
    find: `select f.id from focuspunt f join knelpunt k on k.area_id = f.area_id where k.id = ${MEERZICHT} limit 1`,
    first: ['delete from focuspunt_knelpunt'],
  },
  {
    ...WOUT,
    path: '/focuspunten/$id/werk',
    find: 'select focuspunt_id as id from focuspunt_reaction order by id limit 1',
  },
  {
    ...WANDA,
    path: '/signalen/$id',
    find: `select id from signaal where duplicate_of is not null and text like 'Weg %' limit 1`,
    first: [
      `update signaal set joined = false, text = 'Weg samengevoegd' where id = (select id from signaal
         where duplicate_of is not null order by id limit 1)`,
    ],
  },
  { who: 'burcu.burgemeester', role: 'mayor', ...MEMO, first: [UNSIGNED] },
  { ...SACHA, ...MEMO },
  { ...SACHA, ...MEMO, first: [SIGNED] },
  {
    ...SACHA,
    path: '/rondes/$id',
    find: 'select id from focus_round order by id limit 1',
    first: [
      'update document set release_id = null',
      'delete from news_release',
      `update focus_round set state = 'decided'`,
      `update focuspunt set state = 'set', besluit_on = '2016-03-08', outcome_public_at = null
         where round_id is not null`,
    ],
  },
  { ...SACHA, path: '/raadsmemo/nieuw?ronde=$id', find: 'select id from focus_round order by id limit 1' },
  {
    who: 'wim.wijkagent',
    role: 'police_partner',
    path: '/plannen/$id',
    find: 'select plan_id as id from plan_view limit 1',
    first: [
      `insert into plan_view (gemeente, id, plan_id, member_id, asked_at)
       select p.gemeente, '0198c0de-0000-7000-8000-0000000000d1', p.id, m.id, p.created_at
       from plan p join focuspunt f on f.id = p.focuspunt_id join wijkteam_member m on m.area_id = f.area_id
       join account a on a.id = m.account_id where a.email like 'wim.wijkagent@%' order by p.id, m.id limit 1`,
      `update plan set state = 'draft' where id = (select plan_id from plan_view limit 1)`,
    ],
  },
  { ...GREET, path: '/raad/register/$id', find: 'select id from document order by id limit 1' },
  { ...RIK, ...QUESTION, first: question('asked') },
  { ...GREET, ...QUESTION },
  { ...WILLEM, ...QUESTION, first: question('forwarded') },
  { ...GREET, ...QUESTION, first: question('drafted') },
  { ...FATIMA, path: '/beheer/toch-bewaard/$id', find: 'select id from guard_override order by id limit 1' },
  { ...FATIMA, path: '/beheer/vernietiging/$id', find: LIST },
  {
    ...FATIMA,
    path: '/beheer/vernietiging/$id',
    find: `select list_id || '/bewaren/' || id as id from destruction_item order by id limit 1`,
  },
  {
    ...FATIMA,
    path: '/beheer/vernietiging/$id',
    find: LIST,
    first: [
      `update destruction_list set state = 'executed', executed_at = drawn_at, digest = 'verzonnen', first_approved_by = drawn_by,
         first_approved_at = drawn_at, approved_at = drawn_at,
         approved_by = (select id from account where email like 'fatima.privacy@%')`,
    ],
  },
  { ...RIK, path: '/raad/gevolgd', find: 'select id from follow limit 1' },
  {
    ...RIK,
    path: '/raad/patroon?gebied=$id',
    find: `select a.id from area a join division d on d.id = a.division_id
      where d.kind = 'focus_area' and a.code = 'meerzicht'`,
  },
];

/** A resident whose melding is still open after a month: he may say that it takes too long. */
const impatient = async (house: House): Promise<readonly Visit[]> => {
  const { test, town } = house;
  const [row] = await asOwner<{ id: string; code_sealed: Buffer }>(
    test.urls,
    town.gemeente,
    `update signaal set received_at = timestamptz '2026-09-01' where id = (select id from signaal
       where state = any (array['assigned', 'received']) and duplicate_of is null and kind = 'report' order by id limit 1)
     returning id, code_sealed`,
  );
  if (!row) throw new Error('Nothing of the demo is open');
  const { visits, look } = await walkAs(house, 'visitor');
  await look(`/volg/${open(test.world.keyring, row.code_sealed, codePlace(town.gemeente, row.id))}`);
  return visits;
};

/** A request for advice, by mail to who has no account and in the program to who has one. */
const asked = async (house: House): Promise<readonly Visit[]> => {
  const { test, town, site } = house;
  const sql = <Row extends Record<string, unknown>>(text: string) =>
    asOwner<Row>(test.urls, town.gemeente, text);
  const [focuspunt] = await sql<{ id: string }>(
    `update focuspunt set state = 'proposed' where id = (select f.id from focuspunt f join area a on a.id = f.area_id
       where a.code = 'rokkeveen' order by f.id limit 1) returning id`,
  );
  await sql(`delete from focuspunt_advice`);
  const wijkregisseur: Principal = {
    kind: 'staff',
    id: town.accounts['wout.regie@zoetermeer.voorbeeld'] ?? null,
    holdings: [{ role: 'wijkregisseur', departmentId: null, areaId: null, buurtIds: null, onBehalfOf: null }],
  };
  const focuspuntId = focuspunt?.id ?? '';
  await execute(site.world, town.gemeente, wijkregisseur, consultFocuspunt, { focuspuntId });
  await site.jobs.drain(site.world);
  const partner = await walkAs(house, 'police_partner', 'wim.wijkagent@zoetermeer.voorbeeld');
  await partner.look('/advies');
  const [mail] = await sql<{ id: string }>(
    `select id from message where template = 'focuspunt.advice' order by created_at desc, id desc limit 1`,
  );
  const reader = await walkAs(house, 'visitor');
  const shown = await reader.look(`/demo/post/${mail?.id}`);
  const link = /\/advies\/[\w-]{20,}/.exec(shown.text)?.[0];
  if (!link) throw new Error('The mail that asks for advice shows no link');
  await reader.look(link);
  return [...partner.visits, ...reader.visits];
};

/** Looks at each of them once; what changed for it stays so. */
export const laterInTheLife = async (house: House): Promise<Visit[]> => {
  const { test, town } = house;
  await anyObjectOf(house);
  const visits: Visit[] = [
    ...(await impatient(house)),
    ...(await asked(house)),
    ...(await follower(house)),
    ...(await takenOver(house)),
    ...(await filesOfAreas(house)),
  ];
  for (const { who, role, path, find, first = [] } of LOOKS) {
    for (const sql of first) await asOwner(test.urls, town.gemeente, sql);
    const [row] = await asOwner<{ id: string }>(test.urls, town.gemeente, find);
    if (!row) throw new Error(`Nothing to look at for ${path}`);
    const walk = await walkAs(house, role, `${who}@zoetermeer.voorbeeld`);
    await walk.look(path.replace('$id', row.id));
    visits.push(...walk.visits);
  }
  return visits;
};
