import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDays } from '#platform/calendar/index.ts';
import { execute } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { giveSignaal, signaalRoutes, sweepTenant } from '../index.ts';
import { askDesk, declineNow, postponeSignaal } from './decide.ts';
import { passToWijkregisseur } from './triage.ts';

let test: TestWorld;
let town: SmallTown;
let wijkregisseur: Principal & { id: string };
let desk: Principal;

beforeAll(async () => {
  test = await testWorld();
  town = await smallTown(test);
  wijkregisseur = await staffOf(test, town, 'wijkregisseur', { areaId: town.area, buurtIds: [town.buurt] });
  desk = await staffOf(test, town, 'desk_worker', { departmentId: town.desk });
});
afterAll(() => test.close());

const run = <I, O>(who: Principal, command: Parameters<typeof execute<I, O>>[3], input: I) =>
  execute(test.world, town.gemeente, who, command, input);

/** A complex signaal that waits for the wijkregisseur. */
const waiting = async (): Promise<string> => {
  const { signaalId } = await run(resident, giveSignaal, aGift({ categoryId: town.complex }));
  return signaalId;
};

const stored = async (id: string) => {
  const [row] = await asOwner<{
    state: string;
    queue: string;
    outcome: string | null;
    postponed_until: string | null;
    hear_by: string | null;
  }>(
    test.urls,
    town.gemeente,
    'select state, queue, outcome, postponed_until::text, hear_by::text from signaal where id = $1',
    [id],
  );
  return row;
};

const listed = async (): Promise<string> => {
  const client = await testSite(test, signaalRoutes).client().signInAs(wijkregisseur.id);
  return (await client.get('/wijk-werk')).text;
};

describe('what a wijkregisseur decides besides forwarding', () => {
  it('asks the desk, and gets it back with the answer of the desk', async () => {
    const id = await waiting();
    await expect(run(wijkregisseur, askDesk, { signaalId: id, line: ' ' })).rejects.toMatchObject({
      code: 'reason_missing',
    });
    await run(wijkregisseur, askDesk, { signaalId: id, line: 'Is mevrouw vaker geweest?' });
    expect(await stored(id)).toMatchObject({ queue: 'desk', state: 'received' });
    await expect(run(wijkregisseur, askDesk, { signaalId: id, line: 'Nog iets' })).rejects.toMatchObject({
      code: 'step_not_allowed',
    });
    await run(desk, passToWijkregisseur, { signaalId: id, line: 'Ja, drie keer' });
    expect(await stored(id)).toMatchObject({ queue: 'wijkregisseur' });
  });

  it('says "nu niet" only with words for the reporter, and that is the outcome', async () => {
    const id = await waiting();
    await expect(run(wijkregisseur, declineNow, { signaalId: id, text: '' })).rejects.toMatchObject({
      code: 'answer_missing',
    });
    await run(wijkregisseur, declineNow, {
      signaalId: id,
      text: 'Dit jaar is er geen geld voor een bankje.',
    });
    expect(await stored(id)).toMatchObject({ state: 'answered', outcome: 'not_with_explanation' });
    await expect(run(wijkregisseur, declineNow, { signaalId: id, text: 'Nog eens' })).rejects.toMatchObject({
      status: 409,
    });
  });

  it('puts off to a day: off the list until then, on it again, and late on the day after', async () => {
    const id = await waiting();
    const today = '2016-03-07';
    for (const [until, code] of [
      ['morgen', 'date_missing'],
      [today, 'date_in_past'],
      [plusDays(today, 31), 'postponed_too_far'],
    ] as const) {
      await expect(run(wijkregisseur, postponeSignaal, { signaalId: id, until })).rejects.toMatchObject({
        code,
      });
    }
    await run(wijkregisseur, postponeSignaal, { signaalId: id, until: '2016-03-14' });
    expect(await stored(id)).toMatchObject({
      postponed_until: '2016-03-14',
      hear_by: '2016-03-14',
      state: 'received',
    });
    expect(await listed()).not.toContain(id);
    test.clock.set('2016-03-13T12:00:00+01:00');
    expect(await listed()).not.toContain(id);
    test.clock.set('2016-03-14T09:00:00+01:00');
    expect(await listed()).toContain(id);
    await sweepTenant(test.world, town.gemeente);
    const notices = () =>
      asOwner(
        test.urls,
        town.gemeente,
        `select 1 from notice where object_id = $1 and kind = 'term_hear_by' and account_id = $2`,
        [id, wijkregisseur.id],
      );
    expect(await notices()).toHaveLength(0);
    test.clock.set('2016-03-15T00:00:01+01:00');
    await sweepTenant(test.world, town.gemeente);
    expect(await notices()).toHaveLength(1);
  });

  it('is not the desk’s, nor of another area', async () => {
    const id = await waiting();
    await expect(run(desk, declineNow, { signaalId: id, text: 'Nee' })).rejects.toMatchObject({
      status: 404,
    });
    const far = await staffOf(test, town, 'wijkregisseur', {
      areaId: town.area,
      buurtIds: [town.lonelyBuurt],
    });
    await expect(run(far, postponeSignaal, { signaalId: id, until: '2016-03-20' })).rejects.toMatchObject({
      status: 404,
    });
  });
});
