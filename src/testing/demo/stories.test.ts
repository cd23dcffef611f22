import { afterAll, beforeAll, expect, it } from 'vitest';
import { regieSubscriptions } from '#regie/index.ts';
import { asOwner, type TestWorld, testWorld } from '../world.ts';
import { loadDemoTown } from './load.ts';

let tw: TestWorld;
beforeAll(async () => {
  tw = await testWorld({
    start: '2026-11-23T12:00:00+01:00',
    subscriptions: regieSubscriptions,
  });
  await loadDemoTown(tw.world, tw.urls.ownerUrl);
  await tw.drain();
}, 60_000);
afterAll(() => tw.close());

const rows = (sql: string) => asOwner<Record<string, unknown>>(tw.urls, 'GM0637', sql);

it('tells of twelve focuspunten in six areas, set in March 2016, none with a goal', async () => {
  const found = await rows(
    `select a.name, count(*)::int as n, min(f.besluit_on)::text as day from focuspunt f join area a on a.id = f.area_id
     group by 1 order by 1`,
  );
  expect(found.map(({ name, n }) => [name, n])).toEqual([
    ['Buytenwegh De Leyens', 3],
    ['Centrum', 3],
    ['Meerzicht', 1],
    ['Noordhove Seghwaert', 2],
    ['Oosterheem', 2],
    ['Rokkeveen', 1],
  ]);
  expect(new Set(found.map(({ day }) => day))).toEqual(new Set(['2016-03-08']));
  expect(await rows('select 1 from goal where object_kind = $$focuspunt$$')).toEqual([]);
  const [news] = await rows(
    `select council_told_at::date::text as council, press_told_at is not null as press from news_release`,
  );
  expect(news).toEqual({ council: '2016-03-09', press: true });
});

it('has a signaal that two departments sent back, with a knot, and a group that went back once and is offered again', async () => {
  const [knot] = await rows(
    `select k.cause, k.state, s.returns from knot k join signaal s on s.id = k.object_id where s.street = 'Cesar Franckrode'`,
  );
  expect(knot).toEqual({ cause: 'returned_twice', state: 'reported', returns: 2 });
  const [group] = await rows(
    `select g.returns, m.state from residents_group g join group_move m on m.group_id = g.id order by m.offered_at desc limit 1`,
  );
  expect(group).toEqual({ returns: 1, state: 'offered' });
});

/** Each knelpunt with its focuspunt, how many signalen lie in it, and of how many the reporter said last that it was solved. */
const KNELPUNTEN = `
  select k.title, f.title as focuspunt, count(*)::int as n,
    count(*) filter (where (select x.verdict from feedback x where x.signaal_id = s.id and x.verdict is not null
      order by x.created_at desc, x.id desc limit 1) = 'solved')::int as solved,
    count(*) filter (where s.received_at < date_trunc('year', $$2026-11-23$$::timestamptz))::int as before
  from knelpunt k join focuspunt_knelpunt l on l.knelpunt_id = k.id join focuspunt f on f.id = l.focuspunt_id
  join knelpunt_signaal x on x.knelpunt_id = k.id join signaal s on s.id = x.signaal_id
  group by 1, 2 order by 1`;

it('has fourteen at Meerzicht this year in one knelpunt, nine solved according to the reporter', async () => {
  const found = await rows(KNELPUNTEN);
  expect(found).toEqual([
    {
      title: 'Donker rond de flats van Palenstein',
      focuspunt: expect.stringContaining('rondom de hoogbouw in Palenstein'),
      n: 3,
      solved: 1,
      before: 0,
    },
    {
      title: 'Troep rond winkelcentrum Meerzicht',
      focuspunt: expect.stringContaining('rondom het winkelcentrum Meerzicht'),
      n: 14,
      solved: 9,
      before: 0,
    },
  ]);
  const onStreet =
    await rows(`select count(*)::int as n from signaal s join category c on c.id = s.category_id
    where s.street = 'Meerzichtlaan' and not c.sensitive`);
  expect(onStreet).toEqual([{ n: 14 }]);
});

it('has a dark path that six neighbours told of by four doors, in the knelpunt of the flats of Palenstein', async () => {
  const [path] = await rows(
    `select s.state, k.title, count(j.id)::int as joined, count(distinct j.channel)::int as doors
     from signaal s join signaal j on j.duplicate_of = s.id and j.joined
     join knelpunt_signaal x on x.signaal_id = s.id join knelpunt k on k.id = x.knelpunt_id
     where s.text like 'Het is donker op het pad%' group by 1, 2`,
  );
  expect(path).toEqual({
    state: 'planned',
    title: 'Donker rond de flats van Palenstein',
    joined: 5,
    doors: 4,
  });
});

it('has 38 of 60 hours gone from the pot of the wijkregisseur of the orchard', async () => {
  expect(await rows(`select sum(hours)::int as hours from bandwidth where state = 'within_pot'`)).toEqual([
    { hours: 38 },
  ]);
});

it('tells the raad what the report dates: moties, a settled toezegging, papers and the next steps of the plans', async () => {
  const items = await rows(`select kind, count(*)::int as n from council_item group by 1 order by 1`);
  expect(items).toEqual([
    { kind: 'motion', n: 3 },
    { kind: 'toezegging', n: 2 },
  ]);
  expect((await rows('select 1 from document')).length).toBeGreaterThanOrEqual(6);
  const [plans] = await rows(
    `select (select count(*)::int from plan_action) as actions, (select sum(euro)::int from commitment) as euro,
       (select sum(euro)::int from commitment where state = 'confirmed') as confirmed`,
  );
  expect(plans).toEqual({ actions: 2, euro: 9_500, confirmed: 5_500 });
});
