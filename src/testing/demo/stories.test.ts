import { afterAll, beforeAll, expect, it } from 'vitest';
import { asOwner, type TestWorld, testWorld } from '../world.ts';
import { loadDemoTown } from './load.ts';

let tw: TestWorld;
beforeAll(async () => {
  tw = await testWorld({ start: '2026-11-23T12:00:00+01:00' });
  await loadDemoTown(tw.world, tw.urls.ownerUrl);
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
