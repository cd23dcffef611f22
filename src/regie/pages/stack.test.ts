import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { open } from '#platform/secrets/index.ts';
import { giveSignaal, signaalRoutes, sweepTenant } from '#signaal/index.ts';
import { aGift, resident, staffOf } from '#testing/signaal.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { makeStacks } from '../commands/stack.ts';
import { regieRoutes } from '../index.ts';
import { complexSignaal, type RegieTown, regieTown } from '../regie.fixture.ts';

let regie: RegieTown;
let site: TestSite;
const NOBODY = { name: '', mail: '', phone: '', street: '', houseNumber: '', postcode: '', town: '' };

beforeAll(async () => {
  regie = await regieTown();
  site = testSite(regie.test, [...regieRoutes, ...signaalRoutes]);
});
afterAll(() => regie.test.close());

/** The code that a reporter holds. */
const codeOf = async (signaalId: string): Promise<string> => {
  const [row] = await regie.rows<{ code_sealed: Buffer }>('select code_sealed from signaal where id = $1', [
    signaalId,
  ]);
  const { world } = regie.test;
  return open(world.keyring, row?.code_sealed ?? Buffer.alloc(0), {
    gemeente: regie.town.gemeente,
    row: `signaal/${signaalId}/code`,
  });
};

describe('the weekly stack', () => {
  it('is answered once for all, so that each reporter hears; directie sees only counts', async () => {
    const { test, town, greenHead, run, rows } = regie;
    const contact = { ...NOBODY, mail: 'jansje@voorbeeld.test' };
    for (let turn = 0; turn < 3; turn += 1)
      await run(resident, giveSignaal, aGift({ categoryId: town.tree, contact, answerChannel: 'mail' }));
    test.clock.set(new Date('2016-03-21T09:00:00+01:00'));
    await sweepTenant(test.world, town.gemeente);
    await run(systemPrincipal, makeStacks, undefined);
    const head = await site.client().signInAs(greenHead.id);
    const page = await head.get('/stapel');
    expect(page.text).toContain('3 meldingen wachten');
    expect(page.statements.length).toBeLessThanOrEqual(5);
    const director = await site.client().signInAs(regie.director.id);
    const ranking = (await director.get('/stapel')).text;
    expect(ranking).toMatch(/Groen.*>3</s);
    expect(ranking).not.toContain('/signalen/');
    const roads = await site.client().signInAs(regie.roadsHead.id);
    expect((await roads.get('/stapel')).text).toContain('Er ligt geen stapel');
    const path = /action="(\/stapel\/[^"]*)"/.exec(page.text)?.[1] ?? '';
    expect((await roads.post(path, { version: '1', sentence: 'x' })).status).toBe(403);
    expect((await director.post(path, { version: '1', sentence: 'x' })).status).toBe(403);
    const wrong = await head.submit(page, { sentence: 'Bel 06-12345678.' }, path);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Bel 06-12345678.');
    const sent = await head.submit(page, { sentence: 'De storm gaf veel werk.' }, path);
    expect((await head.follow(sent)).text).toContain('De melders krijgen bericht');
    const messages = await rows(`select id from message where template = 'signaal.planned'`);
    expect(messages).toHaveLength(3);
    expect(await rows(`select distinct hear_by::text as day from signaal`)).toEqual([{ day: '2016-03-28' }]);
    expect((await head.submit(page, { sentence: 'Nog eens.' }, path)).status).toBe(409);
    const worker = await staffOf(test, town, 'department_worker', { departmentId: town.green });
    const other = await site.client().signInAs(worker.id);
    expect((await other.get('/stapel')).status).toBe(403);
  });
});

describe('"dit duurt te lang"', () => {
  it('can be said from thirty days on, and makes a knot of what is complex', async () => {
    const { test, rows } = regie;
    test.clock.set(new Date('2016-04-01T10:00:00+02:00'));
    const gift = aGift({ text: 'Er hangt elke avond een groep.', categoryId: regie.town.complex });
    const { signaalId } = await regie.run(resident, giveSignaal, gift);
    const code = await codeOf(signaalId);
    const path = `/volg/${code}`;
    const visitor = site.client();
    const pressed = () => visitor.post(`${path}/duurt-te-lang`);
    test.clock.set(new Date('2016-05-01T23:59:59+02:00'));
    expect((await visitor.get(path)).text).not.toContain('Dit duurt te lang');
    expect((await pressed()).status).toBe(409);
    test.clock.set(new Date('2016-05-02T00:00:01+02:00'));
    const page = await visitor.get(path);
    expect(page.text).toContain('Dit duurt te lang');
    const sent = await visitor.submit(page, {}, `${path}/duurt-te-lang`);
    expect((await visitor.follow(sent)).text).toContain('Wij kijken er opnieuw naar');
    await pressed();
    await test.drain();
    expect(await rows('select cause, raised_by from knot')).toEqual([{ cause: 'raised', raised_by: null }]);
  });
});

describe('the page of a signaal', () => {
  it('offers to raise a knot to whoever may, and the agenda to the wijkregisseur', async () => {
    const signaalId = await complexSignaal(regie);
    const wijkregisseur = await site.client().signInAs(regie.wijkregisseur.id);
    const page = await wijkregisseur.get(`/signalen/${signaalId}`);
    expect(page.text).toContain(`/knopen/meld?soort=signaal&amp;onderwerp=${signaalId}`);
    expect(page.text).toContain('/agenda-wethouder/zet');
    expect(page.statements.length).toBeLessThanOrEqual(6);
  });
});
