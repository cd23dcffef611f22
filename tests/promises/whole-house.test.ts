import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredSettings } from '#gemeente/index.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { checkBudgets, type Documents } from './checks/budgets.ts';
import { checkHtml, checkPages, checkTitles } from './checks/pages.ts';
import { checkPersons, type Places } from './checks/persons.ts';
import { checkReach, checkRoutes, checkSnapshot, snapshotOf } from './checks/routes.ts';
import { checkSettingScreen } from './checks/settings.ts';
import { UNLINKED, WITHOUT_SCHEMA } from './route-reasons.ts';
import { readCatalogues } from './support/catalogues.ts';
import type { Visit } from './support/crawl.ts';
import { type House, openHouse } from './support/house.ts';
import { marksOfReporters } from './support/reporters.ts';
import { ownStatements } from './support/statements.ts';
import { wholeHouse } from './support/walks.ts';

/**
 * One walk through the whole house, by everybody: what the promises about routes, pages, budgets and persons ask is asked
 * of all that was seen. The breaches that each check must find are planted in the test of that promise.
 */
let house: House;
let visits: Visit[];
beforeAll(async () => {
  house = await openHouse();
  visits = await wholeHouse(house);
}, 180_000);
afterAll(() => house?.close());

const LEAST_ROUTES = 140;
const LIST = join(import.meta.dirname, 'routes.json');

const DATASET =
  'a whole dataset, streamed: one look at each buurt, so that no transaction waits for a slow reader';

/** What is no screen but a document, with the reason why its length decides how much is asked. */
const DOCUMENTS: Documents = {
  '/open-data/aantallen.csv': DATASET,
  '/open-data/aantallen.jsonl': DATASET,
  '/open-data/meldingen.csv': DATASET,
  '/open-data/meldingen.geojson': DATASET,
  '/open-data/meldingen.jsonl': DATASET,
  '/post/brieven/:id':
    'paper, not a screen: each letter is written anew from its own signaal, at most a hundred',
};

/** Where a reporter's data may stand, with the action that gives them. */
const PLACES: Places = {
  // Exists in a demonstration only, where nobody is real.
  '/demo/post/:id': 'public.read',
  '/post/brieven/:id': 'post.print',
  '/post/bellen/:id': 'post.print',
  '/signalen/:id/contact': 'reporter.read',
};

describe('every route', () => {
  it('stands once, with a policy of the matrix, and reads its form by a schema', () => {
    const { seen, breaches } = checkRoutes(house.site.routes, WITHOUT_SCHEMA);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(LEAST_ROUTES);
  });

  it('is written down, so that no address vanishes unnoticed', () => {
    // REFRESH=1 writes the list anew, for whoever adds a route on purpose; the comparison still runs.
    if (process.env.REFRESH)
      writeFileSync(LIST, `${JSON.stringify(snapshotOf(house.site.routes), null, 2)}\n`);
    const written: Readonly<Record<string, string>> = JSON.parse(readFileSync(LIST, 'utf8'));
    const { seen, breaches } = checkSnapshot(house.site.routes, written);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(LEAST_ROUTES);
  });

  it('stands behind a link or a form, and every link and form leads somewhere', () => {
    const { seen, breaches } = checkReach(house.site.routes, visits, UNLINKED);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(5000);
  });
});

describe('every page', () => {
  it('answers, with one heading, a language and a title', () => {
    const { seen, breaches } = checkPages(visits);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(500);
  });

  it('has a title of its own', () => {
    const { seen, breaches } = checkTitles(visits);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(60);
  });

  it('is valid HTML', async () => {
    const { seen, breaches } = await checkHtml(visits);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(80);
  }, 60_000);

  it('asks the database at most six things', () => {
    const { seen, routes, fullest, breaches } = checkBudgets(visits, DOCUMENTS);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(500);
    expect(routes).toBeGreaterThan(75);
    expect(fullest).toBeGreaterThan(1);
  });

  it('tells nobody who reported', async () => {
    const marks = await marksOfReporters(house);
    const { seen, breaches } = checkPersons(visits, marks, PLACES);
    expect(breaches).toEqual([]);
    expect(marks.length).toBeGreaterThan(10);
    expect(seen).toBeGreaterThan(500);
  });
});

it('shows every setting on the screen of the settings', async () => {
  const { seen, breaches } = checkSettingScreen([...declaredSettings.keys()], visits, await readCatalogues());
  expect(breaches).toEqual([]);
  expect(seen).toBeGreaterThan(25);
});

it('hears what is asked in a loop', async () => {
  house.statements.take();
  await tenantTransaction(house.test.world.pool, house.town.gemeente, async (db) => {
    for (const lang of ['nl', 'en'] as const) {
      await db.selectFrom('account').select('id').where('lang', '=', lang).execute();
    }
  });
  expect(ownStatements(house.statements.take())).toHaveLength(2);
});
