import { afterAll, beforeAll, expect, it } from 'vitest';
import { roles } from '#people/index.ts';
import { asOwner, type TestWorld, testWorld } from '../world.ts';
import { loadDemoTown } from './load.ts';
import { demoPeople } from './people.ts';
import { demoSignalen } from './signalen.ts';
import { darkPathVoices, storySignalen } from './story-signalen.ts';

let tw: TestWorld;
beforeAll(async () => {
  tw = await testWorld({ start: '2026-11-23T12:00:00+01:00' });
  await loadDemoTown(tw.world, tw.urls.ownerUrl);
});
afterAll(() => tw.close());

const count = async (sql: string): Promise<Record<string, number>> => {
  const rows = await asOwner<{ key: string; n: number }>(tw.urls, 'GM0637', sql);
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
};

it('has somebody in every role that signs in', () => {
  const held = new Set(demoPeople.map(({ role }) => role));
  expect(roles.filter(({ id, signsIn }) => signsIn && !held.has(id))).toEqual([]);
});

it('shows signalen in every way they can stand, through the real commands', async () => {
  const states = await count('select state as key, count(*)::int as n from signaal group by 1');
  expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(
    demoSignalen.length + storySignalen.length + darkPathVoices.length,
  );
  for (const state of ['received', 'assigned', 'planned', 'done', 'closed', 'reopened']) {
    expect(states[state] ?? 0, state).toBeGreaterThan(0);
  }
  const queues = await count('select queue as key, count(*)::int as n from signaal group by 1');
  expect(Object.keys(queues).sort()).toEqual(['department', 'desk', 'wijkregisseur']);
});

it('changes nothing the second time', async () => {
  const before = await count(`select 'n' as key, count(*)::int as n from history`);
  await loadDemoTown(tw.world, tw.urls.ownerUrl);
  expect(await count(`select 'n' as key, count(*)::int as n from history`)).toEqual(before);
});
