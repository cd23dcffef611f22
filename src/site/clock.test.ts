import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { giveSignaal } from '#signaal/index.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import type { Site } from './compose.ts';
import { testHouse } from './house.fixture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let tw: TestWorld;
let town: SmallTown;
let house: Site;
beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  house = testHouse(tw);
  await house.jobs.open();
});
afterAll(() => tw.close());

const give = (change: Parameters<typeof aGift>[0] = {}) =>
  execute(house.world, town.gemeente, resident, giveSignaal, aGift(change));

const ask = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  asOwner<T & Record<string, unknown>>(tw.urls, town.gemeente, sql, values);

/**
 * What the work of the background left behind: twice the same step would show. Without the stack of late work, which is
 * made for each day that the clock shows.
 */
const effects = () =>
  ask<Record<string, unknown>>(`select
    (select count(*)::int from message) as messages, (select count(*)::int from history where action <> 'filled') as history,
    (select count(*)::int from term where state = 'passed') as passed, (select count(*)::int from term) as terms,
    (select count(*)::int from handled_event) as handled,
    (select array_agg(action order by action) from history where action <> 'filled') as actions`);

/** All that is due is done, and what that brings about. */
const work = async (): Promise<void> => {
  await house.jobs.drain(house.world);
  await house.jobs.runRecurring(house.world);
  await house.jobs.drain(house.world);
};

describe('a clock that is put back an hour', () => {
  it('gives one signaal for one form, and the next number to the next one', async () => {
    const gift = aGift();
    const first = await execute(house.world, town.gemeente, resident, giveSignaal, gift);
    tw.clock.advance(-HOUR);
    const again = await execute(house.world, town.gemeente, resident, giveSignaal, gift);
    expect(again).toEqual({ signaalId: first.signaalId, repeated: true });
    const next = await give();
    const rows = await ask<{ id: string; number: number }>(
      'select id, number::int from signaal order by number',
    );
    expect(rows.map(({ id }) => id)).toEqual([first.signaalId, next.signaalId]);
    await work();
    expect(await ask("select id from term where state = 'passed'")).toEqual([]);
  });

  it('keeps who works here signed in', async () => {
    const worker = await staffOf(tw, town, 'department_worker', { departmentId: town.green });
    const client = await testSite(tw, house.routes)
      .client(town.gemeente)
      .signInAs(worker.id ?? '');
    tw.clock.advance(-HOUR);
    expect((await client.get('/werk')).status).toBe(200);
    tw.clock.advance(DAY + HOUR);
    expect((await client.get('/werk')).status, 'a day later nobody is').not.toBe(200);
    tw.clock.advance(-DAY);
  });
});

describe('a clock that jumps forward and is put back', () => {
  it('lets terms pass once, loses no signaal, and takes no step twice', async () => {
    await give({ text: 'Een tak op het pad bij de klok.' });
    await work();
    const count = await ask<{ n: number }>('select count(*)::int as n from signaal');
    tw.clock.advance(60 * DAY);
    // What one job brings about may be the next one's work.
    await work();
    await work();
    const jumped = await effects();
    expect(jumped[0]?.passed).toBeGreaterThan(0);
    tw.clock.advance(-60 * DAY);
    await work();
    await work();
    tw.clock.advance(60 * DAY);
    await work();
    expect(await effects()).toEqual(jumped);
    expect(await ask('select count(*)::int as n from signaal')).toEqual(count);
    tw.clock.advance(-60 * DAY);
  });
});
