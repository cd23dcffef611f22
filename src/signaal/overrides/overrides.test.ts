import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { makePerson } from '#testing/people.ts';
import { aGift, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { giveSignaal } from '../commands/give.ts';
import { OVERRIDES, overridePath } from './paths.ts';
import { overrideRoutes } from './routes.ts';

const TEXT = 'Vuilnis voor de deur, bel de eigenaar op 06 12345678 want hij weet ervan.';

let tw: TestWorld;
let town: SmallTown;
let site: TestSite;
let officer: TestClient;
let officerId: string;
let desk: Principal & { id: string };

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);

const keep = async (change: Parameters<typeof aGift>[0] = {}): Promise<{ signaalId: string; id: string }> => {
  const input = aGift({ text: TEXT, override: 'De eigenaar wil het zo', channel: 'desk', ...change });
  const { signaalId } = await execute(tw.world, town.gemeente, desk, giveSignaal, input);
  const [row] = await sql<{ id: string }>('select id from guard_override where signaal_id = $1', [signaalId]);
  return { signaalId, id: row?.id ?? '' };
};
const cards = (html: string): number => html.match(/toch-bewaard\/[0-9a-f-]{36}/g)?.length ?? 0;

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  tw.clock.set('2016-03-07T10:00:00+01:00');
  site = testSite(tw, overrideRoutes);
  desk = await staffOf(tw, town, 'desk_worker', { departmentId: town.desk });
  officerId = await makePerson(tw, { name: 'Puk Privacy', holdings: [{ role: 'privacy_officer' }] });
  officer = await site.client().signInAs(officerId);
});
afterAll(() => tw.close());

describe('what the desk kept in spite of the guard', () => {
  it('is seen by the privacy officer, who hears of it, and by nobody else', async () => {
    const { id } = await keep();
    const [notice] = await sql<{ kind: string }>(
      'select kind from notice where account_id = $1 and object_id = $2',
      [officerId, id],
    );
    expect(notice?.kind).toBe('guard_override');
    expect((await officer.get(OVERRIDES)).text).toContain(overridePath(id));
    for (const role of ['functional_admin', 'auditor', 'desk_worker', 'wijkregisseur'] as const) {
      const other = await site.client().signInAs((await staffOf(tw, town, role)).id);
      expect((await other.get(OVERRIDES)).status).toBe(403);
      expect((await other.get(overridePath(id))).status).toBe(403);
    }
    expect((await site.client().get(OVERRIDES)).status).toBe(401);
  });

  it('shows who, when, why and what was seen, with dots on the persons', async () => {
    const place = {
      lat: 52.06,
      lon: 4.49,
      street: 'Dorpsstraat',
      note: 'mail jan@voorbeeld.nl',
      buurtId: null,
    };
    const { id } = await keep({ place, override: 'Hij zei: bel 06 87654321' });
    const both = [await officer.get(OVERRIDES), await officer.get(overridePath(id))];
    for (const { text, statements } of both) {
      expect(text).toContain('Vuilnis voor de deur, bel de eigenaar op •••');
      expect(text).toContain('Een telefoonnummer');
      expect(text).toContain('Jansje Verzonnen');
      expect(text).toContain('Hij zei: bel •••');
      expect(text).not.toMatch(/12345678|87654321|jan@/);
      expect(statements.length).toBeLessThanOrEqual(5);
    }
    expect(both[1]?.text).toContain('7 maart 2016');
  });

  it('counts no reason that was typed beside a text without persons', async () => {
    expect((await keep({ text: 'Er ligt een tak', override: 'voor de zekerheid' })).id).toBe('');
  });

  it('may stay: then it leaves the open list, the words stay, and a remark reaches the desk', async () => {
    const { id, signaalId } = await keep();
    const form = await officer.get(overridePath(id));
    const sent = await officer.submit(form, { oordeel: 'may_stay', opmerking: 'Nummer van de winkel' });
    expect(sent.location).toContain(overridePath(id));
    const after = await officer.follow(sent);
    expect(after.text).toMatch(/Bekeken door Puk Privacy op .*: mag blijven staan/);
    expect((await officer.get(OVERRIDES)).text).not.toContain(overridePath(id));
    expect((await officer.get(`${OVERRIDES}?stand=reviewed`)).text).toContain(overridePath(id));
    const [kept] = await sql<{ text: string }>('select text from signaal where id = $1', [signaalId]);
    expect(kept?.text).toBe(TEXT);
    const [note] = await sql<{ text: string }>('select text from feedback where signaal_id = $1', [
      signaalId,
    ]);
    expect(note?.text).toBe('Nummer van de winkel');
    const [told] = await sql<{ account_id: string }>(
      `select account_id from notice where kind = 'guard_override_reviewed' and object_id = $1`,
      [signaalId],
    );
    expect(told?.account_id).toBe(desk.id);
  });

  it('is taken out: dots in the text and in the reason, and nothing of it is found or told any more', async () => {
    const { id, signaalId } = await keep({ override: 'Op 06 12345678 wil hij gebeld worden' });
    const form = await officer.get(overridePath(id));
    await officer.submit(form, { oordeel: 'removed' });
    const [row] = await sql<{ text: string; reason: string; words: string[] }>(
      `select s.text, o.reason, array(select word from signaal_word where signaal_id = s.id) as words
       from signaal s join guard_override o on o.signaal_id = s.id where s.id = $1`,
      [signaalId],
    );
    expect(row?.text).toBe('Vuilnis voor de deur, bel de eigenaar op ••• want hij weet ervan.');
    expect(row?.reason).toBe('Op ••• wil hij gebeld worden');
    expect(row?.words).toContain('vuilnis');
    expect(row?.words.join(' ')).not.toMatch(/1234/);
    expect((await officer.get(overridePath(id))).text).toContain('geen gegevens van een persoon meer');
    const history = await sql<{ action: string; all: string }>(
      `select action, concat(before, after) as all from history where object_id = any ($1) order by action`,
      [[id, signaalId]],
    );
    expect(history.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['persons_removed', 'reviewed']),
    );
    expect(JSON.stringify(history)).not.toContain('12345678');
  });

  it('refuses a form without a choice, a remark that names a person, and a second or stale judgement', async () => {
    const { id } = await keep();
    const form = await officer.get(overridePath(id));
    const none = await officer.submit(form, { opmerking: 'Bel mij even' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Kies of dit mag blijven staan.');
    expect(none.text).toContain('Bel mij even');
    const named = await officer.submit(form, { oordeel: 'may_stay', opmerking: 'Bel 06 12345678' });
    expect(named.status).toBe(422);
    expect(named.text).toContain('Hier staan gegevens van een persoon.');
    expect((await officer.submit(form, { oordeel: 'may_stay' })).status).toBe(303);
    const again = await officer.submit(form, { oordeel: 'removed' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Iemand anders was u net voor');
    expect((await officer.get(overridePath('geen-id'))).status).toBe(404);
  });

  it('is narrowed by day, and says which day does not exist', async () => {
    tw.clock.set('2016-04-11T10:00:00+02:00');
    officer = await site.client().signInAs(officerId);
    await keep();
    const count = async (query: string) => cards((await officer.get(`${OVERRIDES}?stand=all&${query}`)).text);
    expect(await count('van-day=11&van-month=4&van-year=2016')).toBe(1);
    expect(await count('tot-day=11&tot-month=4&tot-year=2016')).toBeGreaterThan(4);
    expect(await count('van-day=12&van-month=4&van-year=2016')).toBe(0);
    const wrong = await officer.get(`${OVERRIDES}?van-day=31&van-month=2&van-year=2016`);
    expect(wrong.text).toContain('value="31"');
    expect(wrong.text).toContain('Fout: ');
  });

  it('shows each once over its pages, and never those of another municipality', async () => {
    await sql(
      `insert into guard_override (gemeente, id, signaal_id, account_id, kinds, reason, at)
       select o.gemeente, gen_random_uuid(), o.signaal_id, o.account_id, o.kinds, 'nog een', timestamptz '2016-05-01'
       from generate_series(1, 25), (select * from guard_override order by id limit 1) o`,
    );
    const from = 'van-day=1&van-month=5&van-year=2016';
    const first = await officer.get(`${OVERRIDES}?${from}`);
    const next = /href="([^"]*na=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect([cards(first.text), cards((await officer.get(next)).text)]).toEqual([20, 5]);
    const [far] = [await smallTown(tw, 'GM0106')];
    const id = await makePerson(tw, { holdings: [{ role: 'privacy_officer' }] }, far.gemeente);
    const elsewhere = await site.client('GM0106').signInAs(id);
    expect(cards((await elsewhere.get(`${OVERRIDES}?stand=all`)).text)).toBe(0);
  });
});
