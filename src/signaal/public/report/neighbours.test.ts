import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { aGift, resident, smallTown, staffOf } from '#testing/signaal.ts';
import { MONDAY_MORNING } from '#testing/world.ts';
import { completeAssignment, planAssignment } from '../../commands/assignment.ts';
import { giveSignaal } from '../../commands/give.ts';
import { codeOn, type PublicTown, publicTown, report, toNeighbours, wordsOn } from '../visit.fixture.ts';

let house: PublicTown;
/** Each test has a street of its own, so that it meets no neighbours of another. */
let street = '';
let turn = 0;

beforeAll(async () => {
  house = await publicTown();
});
beforeEach(() => {
  house.tw.clock.set(MONDAY_MORNING);
  turn += 1;
  street = `Testlaan${'abcdefghijklmnop'[turn]}`;
});
afterAll(() => house.tw.close());

const visitor = () => house.site.client();
const give = async (change: Parameters<typeof aGift>[0] = {}): Promise<string> => {
  const place = { lat: null, lon: null, street: `${street} 3`, note: '', buurtId: house.town.buurt };
  const gift = aGift({ place, ...change });
  return (await execute(house.tw.world, house.town.gemeente, resident, giveSignaal, gift)).signaalId;
};
const told = { text: { tekst: 'Er hangt een tak los.' } };
const here = () => ({ ...told, place: { straat: street, buurt: house.town.buurt } });

const green = () => staffOf(house.tw, house.town, 'department_worker', { departmentId: house.town.green });
const partOf = async (signaalId: string) => {
  const [row] = await house.sql<{ id: string }>(
    'select id from assignment where gemeente = $1 and signaal_id = $2 order by sequence desc limit 1',
    [signaalId],
  );
  return { signaalId, assignmentId: row?.id ?? '' };
};

describe('what others told already', () => {
  it('is offered after text and place, with subject, street, since when, how many and how it stands, and nothing more', async () => {
    const secret = 'Zeldzaamwoord in de tak';
    const id = await give({
      text: secret,
      contact: { ...aGift().contact, name: 'Knoffelkees', mail: 'kees@voorbeeld.test' },
      answerChannel: 'mail',
    });
    const client = visitor();
    const page = await toNeighbours(client, here());
    const words = wordsOn(page);
    expect(words).toContain(`Boom, ${street}`);
    expect(words).toContain('Eén ander meldde dit, op maandag 7 maart 2016.');
    expect(words).toContain('Nu: bekeken, sinds maandag 7 maart 2016.');
    expect(page.text).not.toMatch(/zeldzaam|knoffel|kees@|Testlaan\w 3/i);
    expect(page.text).toContain(id);
    expect(page.statements.length).toBeLessThanOrEqual(6);
  });

  it('is joined by one button; the receipt says so, and the code follows the other', async () => {
    const root = await give();
    const client = visitor();
    const page = await toNeighbours(client, here());
    const last = await client.follow(await client.submit(page, { aansluiten: root }));
    expect(wordsOn(last)).toContain('U sluit aan bij Boom, gemeld op maandag 7 maart 2016');
    const receipt = await client.follow(
      await client.submit(last, { antwoord: 'mail', mail: 'noor@voorbeeld.test' }),
    );
    expect(wordsOn(receipt)).toContain('U bent aangesloten bij een melding van maandag 7 maart 2016.');
    const code = codeOn(receipt);
    const look = async () => wordsOn(await visitor().get(`/volg/${code}`));
    expect(await look()).toContain('U sloot zich aan bij een melding van maandag 7 maart 2016.');
    const plan = { ...(await partOf(root)), plannedOn: '2016-03-10', hearBy: null, text: 'Wij komen.' };
    const { world } = house.tw;
    await execute(world, house.town.gemeente, await green(), planAssignment, plan);
    expect(await look()).toContain('Het werk staat gepland op donderdag 10 maart 2016.');
    expect(await look()).toContain('Wij komen.');
    const done = { outcome: 'solved', executedOn: '2016-03-07', answer: 'De tak is weg.', note: '' } as const;
    await execute(world, house.town.gemeente, await green(), completeAssignment, {
      ...(await partOf(root)),
      ...done,
    });
    expect(await look()).toContain('De tak is weg.');
    const objecting = visitor();
    const form = await objecting.get(`/volg/${code}/niet-opgelost`);
    const after = await objecting.follow(await objecting.submit(form, { tekst: 'Hij hangt er nog.' }));
    expect(wordsOn(after)).toContain('opnieuw open');
    const [original] = await house.sql(
      'select state, reopenings from signaal where gemeente = $1 and id = $2',
      [root],
    );
    expect(original).toEqual({ state: 'reopened', reopenings: 1 });
    expect((await visitor().get(`/volg/${code}`)).statements.length).toBeLessThanOrEqual(6);
  });

  it('does not show one reporter what another said', async () => {
    const client = visitor();
    const first = codeOn(await report(client, here()));
    const [row] = await house.sql<{ id: string }>(
      'select id from signaal where gemeente = $1 order by number desc limit 1',
    );
    const other = visitor();
    const page = await toNeighbours(other, { ...here(), text: { tekst: 'De tak bij mijn deur zwiept.' } });
    const last = await other.follow(await other.submit(page, { aansluiten: row?.id ?? '' }));
    const second = codeOn(await other.follow(await other.submit(last)));
    expect(wordsOn(await visitor().get(`/volg/${first}`))).not.toContain('zwiept');
    const own = wordsOn(await visitor().get(`/volg/${second}`));
    expect(own).toContain('zwiept');
    expect(own).not.toContain('Er hangt een tak los.');
  });

  it('is a new report when the other ended before it was sent', async () => {
    const root = await give();
    const client = visitor();
    const page = await toNeighbours(client, here());
    const last = await client.follow(await client.submit(page, { aansluiten: root }));
    const done = { outcome: 'solved', executedOn: '2016-03-07', answer: 'Weg.', note: '' } as const;
    await execute(house.tw.world, house.town.gemeente, await green(), completeAssignment, {
      ...(await partOf(root)),
      ...done,
    });
    const receipt = await client.follow(await client.submit(last));
    expect(wordsOn(receipt)).not.toContain('aangesloten');
    const [row] = await house.sql(
      'select state, joined from signaal where gemeente = $1 order by number desc limit 1',
    );
    expect(row).toEqual({ state: 'assigned', joined: false });
  });
});

describe('nobody is offered', () => {
  const isOffered = async (filled = here()): Promise<boolean> =>
    (await toNeighbours(visitor(), filled)).text.includes('name="aansluiten"');

  it('a complaint, a question, what ended, what is old, or what is sensitive', async () => {
    await give({ kind: 'complaint' });
    await give({ kind: 'question' });
    expect(await isOffered()).toBe(false);
    const root = await give();
    expect(await isOffered()).toBe(true);
    await house.sql('update category set sensitive = true where gemeente = $1 and id = $2', [
      house.town.tree,
    ]);
    expect(await isOffered()).toBe(false);
    await house.sql('update category set sensitive = false where gemeente = $1 and id = $2', [
      house.town.tree,
    ]);
    house.tw.clock.set('2016-03-21T10:00:01+01:00');
    expect(await isOffered()).toBe(false);
    house.tw.clock.set('2016-03-21T09:59:59+01:00');
    expect(await isOffered()).toBe(true);
    await house.sql(
      "update signaal set state = 'withdrawn', outcome = 'withdrawn' where gemeente = $1 and id = $2",
      [root],
    );
    expect(await isOffered()).toBe(false);
  });

  it('something in another municipality, in another buurt, or with another subject', async () => {
    const other = await smallTown(house.tw, 'GM0106').catch(() => null);
    if (other) {
      const place = { lat: null, lon: null, street, note: '', buurtId: other.buurt };
      await execute(house.tw.world, other.gemeente, resident, giveSignaal, aGift({ place }));
    }
    expect(await isOffered()).toBe(false);
    await give();
    expect(await isOffered({ ...here(), place: { straat: street, buurt: house.town.lonelyBuurt } })).toBe(
      false,
    );
    expect(await isOffered({ ...here(), text: { tekst: 'Iets zonder bekend onderwerp.' } })).toBe(false);
  });
});

describe('an attacker', () => {
  it('joins only what was offered: no stranger, no complaint, no id of elsewhere, and no other form', async () => {
    const root = await give();
    const complaint = await give({ kind: 'complaint' });
    const client = visitor();
    const page = await toNeighbours(client, here());
    for (const id of [complaint, house.town.tree, 'x'.repeat(5_000), "' or 1=1 --"]) {
      const answer = await client.submit(page, { aansluiten: id });
      expect([303, 422]).toContain(answer.status);
    }
    const [none] = await house.sql<{ count: number }>(
      'select count(*)::int as count from signaal where gemeente = $1 and duplicate_of = any ($2)',
      [[root, complaint]],
    );
    expect(none?.count).toBe(0);
    const stranger = await visitor().post(`/melden/ook?formulier=${'0'.repeat(36)}`, { aansluiten: root });
    expect(stranger.status).toBe(410);
  });

  it('sends the last page twice and has joined once', async () => {
    const root = await give();
    const client = visitor();
    const page = await toNeighbours(client, here());
    const last = await client.follow(await client.submit(page, { aansluiten: root }));
    await Promise.all([client.submit(last), client.submit(last), client.submit(last)]);
    await client.submit(page, { aansluiten: root });
    const joined = await house.sql('select id from signaal where gemeente = $1 and duplicate_of = $2', [
      root,
    ]);
    expect(joined).toHaveLength(1);
  });
});
