import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAreas } from '#gemeente/index.ts';
import { type CategoriesReport, importCategories, signaalRoutes } from '#signaal/index.ts';
import { seedSecondTown } from '#testing/demo/town.ts';
import { makePerson } from '#testing/people.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData } from '../shared-data.ts';
import { type AssenRow, type Sent, sendReport } from './assen-form.ts';
import { type Stored, storedSignalen, summary } from './assen-stored.ts';

const GEMEENTE = 'GM0106';
/** How many reports to send; the whole proof takes `ASSEN_ROWS=500 npx vitest run tests/integration/assen.test.ts`. */
const ROWS = Number(process.env.ASSEN_ROWS ?? 50);
/** Between two reports, so that one visitor stays under his thirty an hour; milliseconds on the test's own clock. */
const PAUSE = 130_000;
const WHOLE_RUN = 20 * 60_000;

/** What the list of Assen does not hold: a lamp in Groningen, and words that name no subject but a street that sounds like one. */
const outside = {
  subcategory: 'Straatverlichting',
  subcategory_slug: 'straatverlichting',
  straat: 'Grote Markt',
  lng: '6,5665',
  lat: '53,2194',
};
const vague = {
  subcategory: 'Er is hier iets kapot',
  subcategory_slug: '',
  straat: 'Groenkampen',
  lng: '6,5643',
  lat: '52,9925',
};

const rowsOfAssen = (): AssenRow[] =>
  parse<AssenRow>(readSharedData('meldingen/assen-meldingen-2026.csv'), {
    bom: true,
    columns: true,
    delimiter: ';',
    to: ROWS,
  });

describe.skipIf(!hasSharedData)(`the first ${ROWS} reports of Assen, sent through the public form`, () => {
  let test: TestWorld;
  let site: TestSite;
  let tree: CategoriesReport;
  let sent: Sent[];
  let stored: Stored[];

  beforeAll(async () => {
    test = await testWorld({ start: '2026-05-04T09:00:00+02:00' });
    await seedSecondTown(test.world, test.urls.ownerUrl);
    const validFrom = '2017-01-01';
    const areas = await importAreas(test.world, GEMEENTE, readSharedData('geo/assen-buurten-2017.geojson'), {
      validFrom,
    });
    expect(areas).toMatchObject({ problem: null, added: 109, refused: 0 });
    tree = await importCategories(
      test.world,
      GEMEENTE,
      readSharedData('meldingen/assen-categorieen-signalen.json'),
      { validFrom },
    );
    site = testSite(test, signaalRoutes);
    sent = [];
    for (const row of [...rowsOfAssen(), outside, vague]) {
      sent.push(await sendReport(site.client(GEMEENTE), row));
      test.clock.advance(PAUSE);
    }
    stored = await storedSignalen(test);
    if (process.env.ASSEN_ROWS)
      process.stdout.write(`${JSON.stringify(summary(sent, stored, tree), null, 1)}\n`);
  }, WHOLE_RUN);
  afterAll(() => test.close());

  it('brings every report to its receipt', () => {
    expect(sent).toHaveLength(ROWS + 2);
    expect(sent.filter(({ code }) => code === null)).toEqual([]);
    expect(new Set(sent.map(({ code }) => code)).size).toBe(ROWS + 2);
    expect(stored).toHaveLength(ROWS + 2);
  });

  it('gives each a buurt or "outside", an owner, and a term that runs', () => {
    for (const signaal of stored) {
      expect(signaal.buurt !== null || signaal.placeKind === 'outside', JSON.stringify(signaal)).toBe(true);
      expect(signaal.owner).not.toBe('');
      expect(signaal.terms.length, JSON.stringify(signaal)).toBeGreaterThan(0);
    }
  });

  it('gives whatever its rule gave to a department to that department', () => {
    for (const signaal of stored.filter(({ queue }) => queue === 'department')) {
      const category = tree.rows.find(({ slug }) => slug === signaal.category);
      expect(signaal.owner).toBe(category?.department);
      expect(signaal.assigned).toBe(signaal.owner);
    }
  });

  it('finds the subject in every text that names one, and takes a street for none', () => {
    const { right, wrong } = summary(sent, stored, tree);
    expect(right).toBe(ROWS + 1);
    expect(wrong).toEqual({});
    expect(stored.at(-2)).toMatchObject({
      placeKind: 'outside',
      queue: 'desk',
      reason: 'outside',
      buurt: null,
    });
    expect(stored.at(-1)).toMatchObject({ queue: 'desk', reason: 'no_category', category: null });
  });

  it(
    'answers with the red thread behind every code',
    async () => {
      const client = site.client(GEMEENTE);
      for (const { code } of sent) {
        const page = await client.get(`/volg/${code}`);
        expect(page.status).toBe(200);
        test.clock.advance(PAUSE);
      }
    },
    WHOLE_RUN,
  );

  it('shows each on the list of its department', async () => {
    const waiting = Object.entries(Object.groupBy(stored, ({ assigned }) => assigned ?? ''));
    for (const [name, rows = []] of waiting.filter(([department]) => department !== '')) {
      const [{ id: departmentId } = { id: '' }] = await asOwner<{ id: string }>(
        test.urls,
        GEMEENTE,
        'select id from department where gemeente = $1 and name = $2',
        [GEMEENTE, name],
      );
      const worker = await makePerson(
        test,
        { holdings: [{ role: 'department_worker', departmentId }] },
        GEMEENTE,
      );
      const client = await site.client(GEMEENTE).signInAs(worker);
      expect(await listedIds(client, '/werk'), name).toEqual(rows.map(({ id }) => id).sort());
    }
  });

  it('shows what no rule could place to the desk', async () => {
    const [{ id: departmentId } = { id: '' }] = await asOwner<{ id: string }>(
      test.urls,
      GEMEENTE,
      `select id from department where gemeente = $1 and kind = 'desk' order by id`,
      [GEMEENTE],
    );
    const worker = await makePerson(test, { holdings: [{ role: 'desk_worker', departmentId }] }, GEMEENTE);
    const client = await site.client(GEMEENTE).signInAs(worker);
    const loose = stored.filter(({ queue }) => queue === 'desk').map(({ id }) => id);
    expect(await listedIds(client, '/balie/werk')).toEqual(loose.sort());
    expect((await client.get('/balie')).status).toBe(200);
  });
});

const NEXT = /href="([^"]*[?&;]na=[^"]*)" rel="next"/;

/** The ids of the signalen on all pages of a list. */
const listedIds = async (client: TestClient, path: string): Promise<string[]> => {
  const ids = new Set<string>();
  for (let next: string | undefined = path; next !== undefined; ) {
    const page = await client.get(next);
    expect(page.status).toBe(200);
    for (const [, id = ''] of page.text.matchAll(/href="\/signalen\/([0-9a-f-]{36})/g)) ids.add(id);
    next = NEXT.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
  }
  return [...ids].sort();
};
