import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { eraseReporter } from '#signaal/commands/contact.ts';
import { giveSignaal } from '#signaal/commands/give.ts';
import { markDuplicate } from '#signaal/commands/merge.ts';
import { answerSignaal, askReporter, categoriseSignaal } from '#signaal/commands/triage.ts';
import { openConnections } from '#testing/at-once.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { type House, openHouse } from '../promises/support/house.ts';

/** What an attacker or two hasty colleagues tried, and must not succeed in again. */
describe('two people at once', () => {
  let test: TestWorld;
  let town: SmallTown;
  let wijkregisseur: Principal;
  let desk: Principal;

  beforeAll(async () => {
    test = await testWorld();
    town = await smallTown(test);
    wijkregisseur = await staffOf(test, town, 'wijkregisseur', { areaId: town.area, buurtIds: [town.buurt] });
    desk = await staffOf(test, town, 'desk_worker', { departmentId: town.desk });
  });
  afterAll(() => test.close());

  const run = <Input, Output>(
    who: Principal,
    command: Parameters<typeof execute<Input, Output>>[3],
    input: Input,
  ) => execute(test.world, town.gemeente, who, command, input);
  const give = async (change: Parameters<typeof aGift>[0] = {}) =>
    (await run(resident, giveSignaal, aGift(change))).signaalId;
  const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[]) =>
    asOwner<Row>(test.urls, town.gemeente, sql, values);

  it('cannot join two signalen to each other, which would leave both without a holder', async () => {
    await openConnections(test);
    const text = 'Wij kijken naar de andere melding.';
    for (let turn = 0; turn < 3; turn += 1) {
      const [one, other] = [await give(), await give()];
      await Promise.allSettled([
        run(wijkregisseur, markDuplicate, { signaalId: one, originalId: other, text }),
        run(wijkregisseur, markDuplicate, { signaalId: other, originalId: one, text }),
      ]);
      const sql = 'select id from signaal where id = any ($1) and duplicate_of is not null';
      expect(await rows(sql, [[one, other]])).toHaveLength(1);
    }
  });

  it('do not ask about or rename what has ended, also not with a form of their own making', async () => {
    const signaalId = await give({ kind: 'question' });
    await run(desk, answerSignaal, { signaalId, text: 'Op dinsdag.' });
    const refused = { code: 'step_not_allowed', status: 409 };
    await expect(run(desk, askReporter, { signaalId, text: 'Waar?' })).rejects.toMatchObject(refused);
    await expect(run(desk, categoriseSignaal, { signaalId, categoryId: town.tree })).rejects.toMatchObject(
      refused,
    );
  });

  it('at one desk lose no story when the next one is typed into a form that was sent', async () => {
    const form = { idempotencyKey: 'one form', channel: 'desk' } as const;
    const first = await run(desk, giveSignaal, aGift({ ...form, text: 'De lamp is stuk.' }));
    const again = await run(desk, giveSignaal, aGift({ ...form, text: 'De lamp is stuk.' }));
    const next = await run(desk, giveSignaal, aGift({ ...form, text: 'De bank is nat.' }));
    expect(again).toEqual({ signaalId: first.signaalId, repeated: true });
    expect(next.repeated).toBe(false);
  });

  it('erase a person also from the street, when the desk had kept one there', async () => {
    const place = { lat: 52.06, lon: 4.49, note: '', buurtId: null };
    const kept = { channel: 'desk', override: 'de melder vroeg het' } as const;
    const person = 'meneer Jansen, Dorpsstraat 12';
    const text = 'Er ligt een tak.';
    const named = await run(desk, giveSignaal, aGift({ ...kept, text, place: { ...place, street: person } }));
    const plain = await run(desk, giveSignaal, aGift({ text, place: { ...place, street: 'Dorpsstraat' } }));
    const street = async ({ signaalId }: { signaalId: string }) => {
      await run(desk, eraseReporter, { signaalId });
      return rows<{ street: string | null; street_search: string | null }>(
        'select street, street_search from signaal where id = $1',
        [signaalId],
      );
    };
    expect(await street(named)).toEqual([{ street: null, street_search: null }]);
    expect(await street(plain).catch(() => 'not theirs')).not.toEqual([
      { street: null, street_search: null },
    ]);
  });
});

describe('the desk', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  }, 60_000);
  afterAll(() => house.close());

  const counted = () =>
    asOwner<{ used: number }>(house.test.urls, house.town.gemeente, 'select used from gate_count');

  it('opens the card for one person or family to staff who hand over, and to nobody else', async () => {
    const before = await counted();
    const visitor = await house.visit();
    expect((await visitor.get('/balie/zorg')).location).toMatch(/^\/aanmelden/);
    expect((await visitor.post('/balie/zorg', { partner: 'other', warm: 'ja' })).status).toBe(401);
    const auditor = await house.visit('ruud.rekenkamer@zoetermeer.voorbeeld');
    expect((await auditor.get('/balie/zorg')).status).toBe(403);
    expect(await counted()).toEqual(before);
  });

  it('shows the code of a complaint about conduct to its registrar only', async () => {
    const clerk = await house.visit('bea.balie@zoetermeer.voorbeeld');
    const colleague = await house.visit('bilal.balie@zoetermeer.voorbeeld');
    const slipOf = async (soort: string) => {
      const told = { tekst: 'Iemand aan de balie was kortaf.', soort, kanaal: 'desk', doe: 'send' };
      const sent = await clerk.submit(await clerk.get('/balie'), told, '/balie');
      return sent.location ?? '';
    };
    const [complaint, report] = [await slipOf('complaint'), await slipOf('report')];
    expect(complaint).toMatch(/^\/balie\/bewijs\//);
    const seenBy = async (who: typeof clerk) => [
      (await who.get(complaint)).status,
      (await who.get(report)).status,
    ];
    expect(await seenBy(clerk)).toEqual([200, 200]);
    expect(await seenBy(colleague)).toEqual([404, 200]);
  });
});
