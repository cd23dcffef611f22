import pg from 'pg';
import { cellsWithin } from '#platform/geo/index.ts';
import type { Inside, Sent } from './inside.ts';
import { percentile } from './measure.ts';
import type { Run } from './pages.ts';
import { hostOf } from './tenants.ts';
import { fillIn, signInAs, spotOf } from './visitor.ts';

const TIMES = 200;
/** The farthest that the settings let a search for neighbours reach, in metres. */
const FARTHEST = 500;

/** How long one statement takes in the database, asked one at a time as the application's role: milliseconds. */
const timesOf = async (
  { ground }: Run,
  gemeente: string,
  { text }: Sent,
  valuesOf: (n: number) => readonly unknown[],
): Promise<number[]> => {
  const client = new pg.Client({ connectionString: ground.appUrl });
  await client.connect();
  const times: number[] = [];
  try {
    await client.query(`begin; set local app.gemeente = '${gemeente}'`);
    for (let n = 0; n < TIMES + 10; n += 1) {
      const began = performance.now();
      await client.query({ name: 'measured', text, values: [...valuesOf(n)] });
      if (n >= 10) times.push(performance.now() - began);
    }
    await client.query('rollback');
    return times;
  } finally {
    await client.end();
  }
};

const theOne = (sent: readonly Sent[], mark: string): Sent => {
  const found = sent.find(({ text }) => text.includes(mark));
  if (!found) throw new Error(`No statement with ${mark} was asked`);
  return found;
};

/** The search for reports near a point, at two hundred points of the town. */
const measureNearby = async (run: Run, inside: Inside, gemeente: string, size: number): Promise<void> => {
  const address = { origin: inside.origin, host: hostOf(gemeente) };
  const sent = await inside.record(() => fillIn([address], 'nearby'));
  const nearby = theOne(sent, 'nx.cell = any');
  const times = await timesOf(run, gemeente, nearby, (n) => {
    const { lat, lon } = spotOf(n * 7);
    const cells = cellsWithin({ lat: Number(lat), lon: Number(lon) }, FARTHEST);
    return nearby.values.map((value) => (Array.isArray(value) ? cells : value));
  });
  run.figures.report(`nearby search at ${size}: p95 in the database`, percentile(times, 0.95), 'ms', {
    atMost: 20,
  });
};

/** The search for words in the texts of a department's list, with words of which each signaal has others. */
const measureSearch = async (run: Run, inside: Inside, gemeente: string, size: number): Promise<void> => {
  const address = { origin: inside.origin, host: hostOf(gemeente) };
  const cookie = await signInAs(address, 'Gerda Groen');
  const headers = { cookie, 'x-forwarded-host': address.host };
  const sent = await inside.record(() => fetch(`${address.origin}/werk?zoek=paal+21`, { headers }));
  const search = theOne(sent, 'signaal_word');
  const times = await timesOf(run, gemeente, search, (n) =>
    search.values.map((value) => (value === '21' ? String((n * 7919) % 5000) : value)),
  );
  const name = `search in text at ${size}`;
  run.figures.report(`${name}: median in the database`, percentile(times, 0.5), 'ms', { atMost: 10 });
  run.figures.report(`${name}: p95 in the database`, percentile(times, 0.95), 'ms', { atMost: 10 });
};

/** The two searches whose time in the database has a bar of its own. */
export const measureStatements = async (
  run: Run,
  inside: Inside,
  gemeente: string,
  size: number,
): Promise<void> => {
  await measureNearby(run, inside, gemeente, size);
  await measureSearch(run, inside, gemeente, size);
};
