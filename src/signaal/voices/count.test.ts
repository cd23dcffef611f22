import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { testSite } from '#testing/web.ts';
import { asOwner, MONDAY_MORNING, type TestWorld, testWorld } from '#testing/world.ts';
import { giveSignaal } from '../commands/give.ts';
import { staffSignaalRoutes } from '../staff/index.ts';
import { countVoices } from './count.ts';
import { acceptPattern, givePattern } from './pattern/commands.ts';

let tw: TestWorld;
let town: SmallTown;
const give = (change: Parameters<typeof aGift>[0]) =>
  execute(tw.world, town.gemeente, resident, giveSignaal, aGift(change));

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
});
afterAll(() => tw.close());

const count = (from: string, to: string, buurtIds = [town.buurt]) =>
  tenantTransaction(tw.world.pool, town.gemeente, (db) =>
    countVoices(db, town.gemeente, buurtIds, new Date(from), new Date(to)),
  );

it('counts every door in the same totals, joined voices and patterns as lines of their own', async () => {
  await give({});
  await give({ text: 'Nog een tak.' });
  await give({ source: 'councillor', channel: 'web' });
  await give({ source: 'staff', channel: 'rondgang' });
  await give({ kind: 'complaint' });
  await give({ place: { lat: 52.06, lon: 4.53, street: '', note: '', buurtId: null } });
  const { signaalId } = await give({ source: 'resident', channel: 'desk' });
  await asOwner(tw.urls, town.gemeente, 'update signaal set joined = true where id = $1', [signaalId]);
  await acceptedPattern();
  const buurtId = town.buurt;
  const now = '2016-03-07T10:00:00+01:00';
  const after = '2016-03-07T10:00:00.001+01:00';
  expect(await count(now, after)).toEqual([
    { buurtId, kind: 'signaal', source: 'resident', channel: 'web', n: 2 },
    { buurtId, kind: 'signaal', source: 'councillor', channel: 'web', n: 1 },
    { buurtId, kind: 'signaal', source: 'staff', channel: 'rondgang', n: 1 },
    { buurtId, kind: 'joined', source: 'resident', channel: 'desk', n: 1 },
    { buurtId: null, kind: 'care_pattern', source: 'care_network', channel: 'web', n: 1 },
  ]);
  expect(await count('2016-03-01T00:00:00+01:00', now)).toEqual([]);
  expect(await count(after, '2016-04-01T00:00:00+01:00')).toEqual([]);
  expect(await count(now, after, [town.lonelyBuurt])).toEqual([
    { buurtId: town.lonelyBuurt, kind: 'signaal', source: 'resident', channel: 'web', n: 1 },
  ]);
});

const acceptedPattern = async (): Promise<void> => {
  const lead = await staffOf(tw, town, 'care_network_lead');
  const decider = await staffOf(tw, town, 'wijkregisseur');
  const [group] = await asOwner<{ id: string }>(
    tw.urls,
    town.gemeente,
    'select id from category where parent_id is null',
  );
  const pattern = { themeId: group?.id ?? '', areaId: town.area, sizeClass: '5_to_10', note: '' } as const;
  const carePatternId = await execute(tw.world, town.gemeente, lead, givePattern, pattern);
  await execute(tw.world, town.gemeente, lead, givePattern, pattern);
  await execute(tw.world, town.gemeente, decider, acceptPattern, { carePatternId, version: 1, text: '' });
};

it('shows who and how in the lists of staff, and narrows by either', async () => {
  tw.clock.set(MONDAY_MORNING);
  const client = testSite(tw, staffSignaalRoutes).client();
  await client.signInAs((await staffOf(tw, town, 'wijkregisseur')).id);
  const all = await client.get('/werk');
  expect(all.text).toContain('raadslid, website');
  expect(all.text).toContain('medewerker, rondgang');
  const staff = await client.get('/werk?wie=staff');
  expect(staff.text).toContain('medewerker, rondgang');
  expect(staff.text).not.toContain('raadslid, website');
  const web = await client.get('/werk?hoe=rondgang&wie=councillor');
  expect(web.text).not.toContain('medewerker, rondgang');
  const department = testSite(tw, staffSignaalRoutes).client();
  await department.signInAs((await staffOf(tw, town, 'department_worker', { departmentId: town.green })).id);
  expect((await department.get('/werk?wie=councillor')).text).toContain('raadslid, website');
  expect((await department.get('/werk?wie=group')).text).not.toContain('raadslid, website');
});
