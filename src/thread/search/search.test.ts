import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { newCode } from '#platform/speakable-code/index.ts';
import { makeHolding, makePerson } from '#testing/people.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { layThread, type WholeThreadIds } from '#testing/whole-thread.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { threadRoutes } from '../index.ts';
import { pagesOf } from '../links.ts';

let tw: TestWorld;
let town: SmallTown;
let ids: WholeThreadIds;
let secret: WholeThreadIds;
let site: TestSite;
let regisseur: string;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  ids = await layThread(tw, town);
  secret = await layThread(tw, town, { voices: 1, focuspuntState: 'proposed', isReleased: false });
  await sql(`update focuspunt set title = 'Nog niet bekend' where id = $1`, [secret.focuspunt]);
  await sql(
    `insert into street (gemeente, id, name, search_name, buurt_id) values ($1, $2, 'Doctor van Noortstraat', $3, $4)`,
    [town.gemeente, newId(), 'doctor van noortstraat', town.buurt],
  );
  regisseur = await makePerson(tw, { name: 'Wanda Wijkregisseur' });
  await makeHolding(tw, regisseur, {
    role: 'wijkregisseur',
    areaId: town.area,
    departmentId: town.wijkregie,
  });
  const routes = threadRoutes(pagesOf(() => routes));
  site = testSite(tw, routes);
});
afterAll(() => tw.close());

const find = (text: string, client = site.client()) => client.get(`/zoek?q=${encodeURIComponent(text)}`);

describe('searching', () => {
  it('finds a wijk, a street, a focuspunt and a knelpunt for everybody, without accents or capitals', async () => {
    expect((await find('palenstéin')).text).toContain('Wijk Palenstein');
    const street = await find('Doctor van Noort');
    expect(street.text).toContain('Doctor van Noortstraat: <a');
    const page = await find('FIETSPAD schoon');
    expect(page.text).toContain('Een schoon fietspad');
    expect((await find('takken fietspad')).text).toContain(`/draad/knelpunt/${ids.knelpunt}`);
    expect((await find('takken maanlander')).text).toContain('Niets gevonden');
    expect(page.statements.length).toBeLessThanOrEqual(6);
  });

  it('asks kindly after the street of a typing mistake, and only when nothing was found', async () => {
    const page = await find('Docter van Noortstraat 12');
    expect(page.text).toContain('Bedoelt u misschien deze straat?');
    expect(page.text).toContain('/zoek?q=Doctor%20van%20Noortstraat');
    expect(page.statements.length).toBeLessThanOrEqual(6);
    expect((await find('doctor van noort')).text).not.toContain('Bedoelt u');
    expect((await find('Heel ergens anders')).text).not.toContain('Bedoelt u');
    const own = await site.client().signInAs(regisseur);
    expect((await find('Docter van Noortstraat', own)).statements.length).toBeLessThanOrEqual(6);
  });

  it('keeps inside what is not public, and what somebody told', async () => {
    for (const text of [
      'Nog niet bekend',
      'GEHEIM',
      'hypothese',
      'ambtenaar onbeleefd',
      'Wie ruimt de takken',
    ]) {
      expect((await find(text)).text, text).toContain('Niets gevonden');
    }
    const [row] = await sql<{ number: string }>('select number from signaal where id = $1', [ids.signaal]);
    expect((await find(String(row?.number))).text).not.toContain('/signalen/');
    await sql('update news_release set press_told_at = null where id = $1', [ids.news_release]);
    expect((await find('Raadsmemo focuspunten')).text).not.toContain(ids.news_release);
  });

  it('leads the code of a melding to its own page', async () => {
    const code = newCode();
    expect((await find(` ${code.toLowerCase()} `)).location).toBe(`/volg/${code}`);
    expect((await find('hallo')).status).toBe(200);
  });

  it('finds for staff what lies in their own scope besides', async () => {
    const own = await site.client().signInAs(regisseur);
    const [row] = await sql<{ number: string }>('select number from signaal where id = $1', [ids.signaal]);
    const byNumber = await find(`#${row?.number}`, own);
    expect(byNumber.text).toContain(`/signalen/${ids.signaal}`);
    expect(byNumber.statements.length).toBeLessThanOrEqual(6);
    expect((await find('Nog niet bekend', own)).text).toContain(secret.focuspunt);
    expect((await find('ambtenaar onbeleefd', own)).text).toContain('Niets gevonden');
    const roads = await site
      .client()
      .signInAs((await staffOf(tw, town, 'department_worker', { departmentId: town.roads })).id ?? '');
    expect((await find(`#${row?.number}`, roads)).text).not.toContain('/signalen/');
  });

  it('shows an empty field without a question, and answers anything', async () => {
    const empty = await site.client().get('/zoek');
    expect(empty.text).not.toContain('Niets gevonden');
    expect((await site.client().get('/zoek?q=%20')).status).toBe(200);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const answer = await find(text.toWellFormed());
        expect([200, 303, 400]).toContain(answer.status);
      }),
      { numRuns: 15 },
    );
  });
});
