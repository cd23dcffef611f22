import type { HouseGround } from './house-ground.ts';
import { type Bar, type Figures, type Loaded, loadOf } from './measure.ts';
import type { Options } from './options.ts';
import type { Program } from './programs.ts';
import { hostOf } from './tenants.ts';
import { giveThroughTheForm, signInAs } from './visitor.ts';

/** What the measurements of one run share. */
export interface Run {
  readonly house: Program;
  readonly bare: Program;
  readonly ground: HouseGround;
  readonly figures: Figures;
  readonly options: Options;
}

/** A kind of page: its paths are asked in turn. */
interface Page {
  readonly name: string;
  readonly paths: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly bar?: Bar;
  readonly slowest?: number;
}

/** How one kind of page did at one size. */
export interface PageResult extends Loaded {
  readonly page: string;
  readonly size: number;
}

/** Where a municipality of the bench is visited. */
export const addressOf = ({ house }: Pick<Run, 'house'>, gemeente: string) => ({
  origin: house.origin,
  host: hostOf(gemeente),
});

/** A page of ours against a bare page of the same number of bytes, loaded in the same way right after it. */
const comparePage = async (run: Run, size: number, host: string, page: Page): Promise<PageResult> => {
  const { house, bare, figures, options } = run;
  const { connections, seconds } = options;
  const headers = { 'x-forwarded-host': host, ...page.headers };
  const ours = await loadOf({ origin: house.origin, paths: page.paths, headers, connections, seconds });
  const limit = await loadOf({ origin: bare.origin, paths: [`/?bytes=${ours.bytes}`], connections, seconds });
  const name = `${page.name} at ${size}`;
  figures.report(`${name}: requests`, ours.perSecond, '1/s', { ...page.bar, limit: limit.perSecond });
  figures.report(`${name}: p97.5`, ours.p97, 'ms', {
    ...(page.slowest === undefined ? {} : { atMost: page.slowest }),
    limit: limit.p97,
  });
  return { ...ours, page: page.name, size };
};

const ids = async ({ ground }: Run, sql: string, gemeente: string): Promise<string[]> => {
  const { rows } = await ground.admin.query<{ id: string }>(sql, [gemeente]);
  return rows.map(({ id }) => id);
};

const SOME_OF_GREEN = `select s.id from signaal s join department d on d.gemeente = $1 and d.id = s.owner_department_id
  where s.gemeente = $1 and d.name = 'Groen' and s.queue = 'department' order by md5(s.id::text) limit 40`;
const BUURTEN = 'select id from buurt where gemeente = $1 and valid_to is null order by code limit 10';

/** The pages of the issue, each with what we want of it. */
const pagesOf = async (run: Run, gemeente: string): Promise<Page[]> => {
  const address = addressOf(run, gemeente);
  const worker = { cookie: await signInAs(address, 'Gerda Groen') };
  const codes = [await giveThroughTheForm(address, 'one'), await giveThroughTheForm(address, 'two')];
  const buurten = await ids(run, BUURTEN, gemeente);
  const listed = await (
    await fetch(`${address.origin}/wijken`, { headers: { 'x-forwarded-host': address.host } })
  ).text();
  const links = [...listed.matchAll(/href="(\/wijken\/[^"/]+)"/g)].map((match) => match[1] ?? '');
  const wijken = [...new Set(links)];
  const details = (await ids(run, SOME_OF_GREEN, gemeente)).map((id) => `/signalen/${id}`);
  return [
    { name: 'home', paths: ['/'], bar: { atLeast: 1_000 } },
    { name: 'wijk page', paths: wijken, bar: { atLeast: 200 } },
    { name: 'follow', paths: codes.map((code) => `/volg/${code}`), bar: { atLeast: 300 } },
    { name: 'staff list', paths: ['/werk'], headers: worker, bar: { atLeast: 100 }, slowest: 50 },
    {
      name: 'staff list with filters',
      paths: buurten.map((id) => `/werk?stand=offered&wie=resident&buurt=${id}`),
      headers: worker,
      bar: { atLeast: 100 },
      slowest: 50,
    },
    { name: 'detail', paths: details, headers: worker, bar: { atLeast: 200 } },
    { name: 'map of a wijk', paths: wijken.map((path) => `${path}/kaart.json`) },
    {
      name: 'search in text',
      paths: [1, 2, 3, 4].map((n) => `/werk?zoek=paal+${n * 7}`),
      headers: worker,
      slowest: 50,
    },
  ];
};

/** Measures every kind of page at one size. */
export const measurePages = async (run: Run, gemeente: string, size: number): Promise<PageResult[]> => {
  const results: PageResult[] = [];
  for (const page of await pagesOf(run, gemeente)) {
    results.push(await comparePage(run, size, hostOf(gemeente), page));
  }
  return results;
};
