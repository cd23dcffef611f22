import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson } from '../people.ts';
import { type SmallTown, smallTown } from '../signaal.ts';
import { asOwner, type TestWorld, testWorld } from '../world.ts';
import { demoDocuments, demoItems, loadCouncil } from './council.ts';

let tw: TestWorld;
let town: SmallTown;

const load = async (): Promise<void> => {
  const nothing = { buurten: {}, focusAreas: {}, portfolios: {}, departments: {}, locations: {} };
  const clerk = await makePerson(tw, { holdings: [{ role: 'council_clerk' }] });
  const college = await makePerson(tw, { holdings: [{ role: 'college' }] });
  const accounts = {
    'greet.griffie@zoetermeer.voorbeeld': clerk,
    'coby.college@zoetermeer.voorbeeld': college,
  };
  await loadCouncil(
    tw.world,
    { ...nothing, gemeente: town.gemeente, wijken: { Buytenwegh: town.area } },
    accounts,
  );
};
const rows = (sql: string) => asOwner<{ title: string; value: string }>(tw.urls, town.gemeente, sql);

beforeAll(async () => {
  tw = await testWorld({ start: '2017-01-09T10:00:00+01:00' });
  town = await smallTown(tw);
  await load();
});
afterAll(() => tw.close());

it('loads the documents and dates of the report, each with its lines', async () => {
  const documents = await rows('select title, status as value from document order by dated_on, title');
  expect(documents).toHaveLength(demoDocuments.length);
  expect(documents.find(({ title }) => title === 'Netwerken in de wijken')?.value).toBe('rejected');
  const without = await rows(`select title, source as value from document where source !~ '^rapport L[0-9]'`);
  expect(without).toEqual([]);
  const items = await rows('select title, state as value from council_item where settled_on is not null');
  expect(items).toEqual([{ title: expect.stringContaining('Taken en bevoegdheden'), value: 'settled' }]);
  const all = await rows('select title, state as value from council_item');
  expect(all).toHaveLength(demoItems.length);
});

it('keeps the four fractions against the move as data', async () => {
  const against = await rows(
    `select party as title, source as value from council_position where stance = 'against' order by party`,
  );
  expect(against.map(({ title }) => title)).toEqual(['CDA', 'GroenLinks', 'SP', 'Zó! Zoetermeer']);
  expect(against[0]?.value).toContain('L356-358');
});

it('adds nothing the second time', async () => {
  await load();
  expect(await rows('select title, status as value from document')).toHaveLength(demoDocuments.length);
});
