import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleId } from '#people/index.ts';
import { execute } from '#platform/command/command.ts';
import { giveSignaal, type VoiceCount } from '#signaal/index.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { VOICES } from './page.tsx';
import { hideGrid, reachOfVoices, reachOfWijken } from './reckon.ts';
import { voicesRoutes } from './routes.ts';

const row = (change: Partial<VoiceCount>): VoiceCount => ({
  buurtId: 'a',
  kind: 'signaal',
  source: 'resident',
  channel: 'web',
  n: 10,
  ...change,
});

describe('what may be shown', () => {
  it('hides what is small, and a second so that nobody works it out from the total', () => {
    const rows = [
      row({ n: 20 }),
      row({ source: 'partner', n: 2 }),
      row({ source: 'group', channel: 'desk', n: 7 }),
    ];
    const { total, sources, channels, joined } = reachOfVoices(rows, 5);
    expect(total).toBe(29);
    expect(sources).toEqual([
      { key: 'resident', count: 20 },
      { key: 'group', count: null },
      { key: 'partner', count: null },
    ]);
    expect(channels).toEqual([
      { key: 'web', count: 22 },
      { key: 'desk', count: 7 },
    ]);
    expect(joined).toBe(0);
  });

  it('splits nothing of a small total, and tells no few that did not join', () => {
    expect(reachOfVoices([row({ n: 4 })], 5)).toMatchObject({ total: null, sources: [], channels: [] });
    expect(reachOfVoices([], 5)).toMatchObject({ total: 0, joined: 0, patterns: 0 });
    expect(reachOfVoices([row({ n: 2 }), row({ kind: 'joined', n: 9 })], 5).joined).toBeNull();
    expect(reachOfVoices([row({ n: 12 }), row({ kind: 'joined', n: 9 })], 5).joined).toBe(9);
    expect(reachOfVoices([row({ kind: 'care_pattern', source: 'care_network', n: 1 })], 5)).toMatchObject({
      total: 0,
      patterns: 1,
    });
  });

  it('hides a second wijk beside one that is small', () => {
    const wijken = ['a', 'b', 'c'].map((id) => ({ id, name: id, buurtIds: [id] }));
    const rows = [row({ n: 30 }), row({ buurtId: 'b', n: 3 }), row({ buurtId: 'c', n: 8 })];
    expect(reachOfWijken(rows, wijken, 5).map(({ count }) => count)).toEqual([30, null, null]);
    expect(reachOfWijken(rows, wijken, 5)[1]).toMatchObject({ sources: [], channels: [] });
  });

  it('lets no hidden cell be told by the sum of its line or of its column', () => {
    const counts = fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.nat(90)), { minLength: 3, maxLength: 3 }),
      {
        minLength: 3,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(counts, (grid) => {
        const shown = hideGrid(grid, [], 5);
        const columns = [0, 1, 2].map((column) => shown.map((line) => line[column]));
        for (const line of [...shown, ...columns]) {
          expect(line.filter((cell) => cell === null).length).not.toBe(1);
          for (const cell of line)
            expect(cell === null || cell === 0 || cell === undefined || cell >= 5).toBe(true);
        }
      }),
    );
    expect(
      hideGrid(
        [
          [30, 9],
          [20, 8],
        ],
        [true, false],
        5,
      ),
    ).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(
      hideGrid(
        [
          [30, 9],
          [20, 8],
        ],
        [],
        5,
      ),
    ).toEqual([
      [30, 9],
      [20, 8],
    ]);
  });
});

describe('the page', () => {
  let tw: TestWorld;
  let town: SmallTown;
  let site: TestSite;
  const as = async (role: RoleId) => site.client().signInAs((await staffOf(tw, town, role)).id);

  beforeAll(async () => {
    tw = await testWorld();
    town = await smallTown(tw);
    site = testSite(tw, voicesRoutes);
    const give = (change: Parameters<typeof aGift>[0]) =>
      execute(tw.world, town.gemeente, resident, giveSignaal, aGift(change));
    for (let turn = 0; turn < 6; turn += 1) await give({ text: `Tak ${turn}` });
    await give({ source: 'councillor' });
    await give({ kind: 'complaint' });
    await give({ place: { lat: 52.06, lon: 4.53, street: '', note: '', buurtId: null } });
  });
  afterAll(() => tw.close());

  it('tells who spoke and how for the municipality and for one wijk, and how it was counted', async () => {
    const councillor = await as('councillor');
    const page = await councillor.get(VOICES);
    expect(page.text).toContain('8 stemmen in hele gemeente');
    expect(page.text).toContain('Wij tellen stemmen, geen mensen');
    expect(page.text).toContain('te weinig om te tonen');
    expect(page.text).toContain('Palenstein</a>');
    expect(page.statements.length).toBeLessThanOrEqual(6);
    const wijk = await councillor.get(`${VOICES}?gebied=${town.area}`);
    // One voice lies outside it: with the total of the municipality that one would be told.
    expect(wijk.text).toContain('Te weinig stemmen om te tonen in Palenstein');
    expect((await councillor.get(`${VOICES}?periode=before`)).text).toContain('Nog geen stemmen');
    expect((await councillor.get(`${VOICES}?gebied=x&periode=%27`)).status).toBe(200);
  });

  it('is for who works with residents and for who watches, and for nobody else', async () => {
    for (const role of ['wijkregisseur', 'college', 'auditor', 'participation_coach'] as const) {
      expect([role, (await (await as(role)).get(VOICES)).status]).toEqual([role, 200]);
    }
    for (const role of ['department_worker', 'police_partner', 'functional_admin'] as const) {
      expect([role, (await (await as(role)).get(VOICES)).status]).toEqual([role, 403]);
    }
    expect((await site.client().get(VOICES)).status).toBe(401);
  });
});
