import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainableQueries } from '#signaal/index.ts';
import { explainableThread } from '#thread/index.ts';
import { type Asked, bigTables, checkPlans } from './checks/plans.ts';
import { connected } from './support/clients.ts';
import { walkAs } from './support/crawl.ts';
import { makeCrowd } from './support/crowd.ts';
import { type House, onePerRights, openHouse } from './support/house.ts';
import { ownStatements } from './support/statements.ts';
import { daysWork } from './support/walks.ts';

let house: House;
let asked: Asked[];
let big: ReadonlySet<string>;

/** Who reads the most lists between them. */
const READERS = [
  'desk_worker',
  'wijkregisseur',
  'department_worker',
  'process_guard',
  'functional_admin',
  'privacy_officer',
  'complaints_coordinator',
  'stadsmarshall',
];

/** Everything that the rooms declare, and everything that was really asked: by people at work, by jobs, and by readers of a busy house. */
const everythingAsked = async (): Promise<Asked[]> => {
  const declared = [...explainableQueries(house.town.gemeente), ...explainableThread(house.town.gemeente)];
  await daysWork(house);
  await makeCrowd(house);
  await house.site.jobs.runRecurring(house.site.world);
  await house.site.jobs.drain(house.site.world);
  for (const role of ['visitor', ...READERS]) {
    const walk = await walkAs(house, role, onePerRights.find((person) => person.role === role)?.email);
    await walk.crawl('/', '/start');
  }
  return [
    ...declared.map(({ name, sql, values }) => ({ name, sql, parameters: values })),
    ...ownStatements(house.statements.different()).map((statement) => ({ name: 'heard', ...statement })),
  ];
};

beforeAll(async () => {
  house = await openHouse();
  asked = await everythingAsked();
  big = await connected(house.test.urls.ownerUrl, bigTables);
}, 240_000);
afterAll(() => house?.close());

/** Compares a whole list that was given with the whole list that is there: nothing is sought. */
const WHOLE = /insert into street\b.*\bunnest\(/s;

const explain = (statements: readonly Asked[]) =>
  connected(house.test.urls.appUrl, (client) => checkPlans(client, house.town.gemeente, statements, big));

it('finds what it seeks by an index, as the role of the application, among twenty thousand signalen', async () => {
  const { seen, breaches } = await explain(asked.filter(({ sql }) => !WHOLE.test(sql)));
  expect(breaches).toEqual([]);
  expect(big.size).toBeGreaterThanOrEqual(20);
  expect(seen).toBeGreaterThan(250);
}, 60_000);

describe('seen red', () => {
  const ask = (where: string, value: unknown, tail = ''): Asked => ({
    name: 'planted',
    sql: `select id from signaal where gemeente = $1 and ${where}${tail}`,
    parameters: [house.town.gemeente, value],
  });

  it.each([
    ['an operator that may leak', () => ask('street_search like $2', 'dorps%')],
    ['a list that contains', () => ask('guard_flags @> $2', ['phone'])],
    ['a function around a column', () => ask('lower(street_search) = $2', 'dorpsstraat')],
    ['a column without an index', () => ask('route_reason = $2', 'complex')],
    ['a place far down the list', () => ask('route_reason = $2', 'complex', ' order by received_at')],
  ])('finds %s', async (_what, planted) => {
    expect((await explain([planted()])).breaches).toEqual([
      expect.stringMatching(/^planted: reads all of .*signaal/),
    ]);
  });

  it('finds a join that reads a table for each row of another', async () => {
    const sql = `select s.id, f.text from signaal s join feedback f on f.gemeente = s.gemeente and f.text = s.text
      where s.gemeente = $1 and s.number = $2`;
    const { breaches } = await explain([
      { name: 'planted', sql, parameters: [house.town.gemeente, 1_000_001] },
    ]);
    expect(breaches).toEqual([expect.stringMatching(/^planted: reads all of .*feedback/)]);
  });

  it('lets a search by an index be, and one page of a list', async () => {
    const sound = [
      ask('street_search = $2', 'dorpsstraat'),
      ask('received_at < $2', '2026-01-01', ' order by received_at, id limit 50'),
    ];
    expect(await explain(sound)).toEqual({ seen: 2, breaches: [] });
  });
});
