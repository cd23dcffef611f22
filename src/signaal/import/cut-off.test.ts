import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallTown, smallTown } from '#testing/signaal.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { importSignalen } from './import-signalen.ts';

let test: TestWorld;
let town: SmallTown;

beforeAll(async () => {
  test = await testWorld({ start: '2026-09-14T10:00:00+02:00' });
  town = await smallTown(test);
}, 60_000);
afterAll(() => test.close());

const ROWS = 2_300;
const LINES = ['Nummer;Gemeld op;Status;Omschrijving'];
for (let n = 0; n < ROWS; n += 1) LINES.push(`C-${n};3-4-2026 14:05;Gesloten;Losse tegel ${n}`);
const TABLE = Buffer.from(LINES.join('\n'));

const take = (onProgress: (rows: number) => void = () => undefined) =>
  importSignalen(
    test.world,
    town.gemeente,
    { read: () => Readable.from([TABLE.subarray(0, 50_000), TABLE.subarray(50_000)]) },
    { fileName: 'lang.csv', mapping: { system: 'Fixi' }, onProgress },
  );

const sql = <Row extends Record<string, unknown>>(text: string) =>
  asOwner<Row>(test.urls, town.gemeente, text);

it('keeps what was stored when it is cut off, takes the rest the next time, and leaves nothing that seems to run', async () => {
  const cut = take((rows) => {
    if (rows === 1_000) throw new Error('the lamp fell on the computer');
  });
  await expect(cut).rejects.toThrow('the lamp fell');
  expect(await sql('select state, next_chunk from import_run')).toEqual([
    { state: 'running', next_chunk: 1 },
  ]);
  test.clock.set('2026-09-14T10:05:00+02:00');
  const { counts } = await take();
  expect(counts).toMatchObject({ rows: ROWS, unchanged: 1_000, added: ROWS - 1_000 });
  expect(await sql('select state from import_run order by created_at')).toEqual([
    { state: 'stopped' },
    { state: 'done' },
  ]);
  expect(
    await sql(`select count(*)::int as n, count(distinct import_ref)::int as refs, count(distinct number)::int as numbers,
      (select count(*)::int from history where action = 'imported') as told,
      (select count(*)::int from signaal_word where word = 'tegel') as words from signaal`),
  ).toEqual([{ n: ROWS, refs: ROWS, numbers: ROWS, told: ROWS, words: ROWS }]);
  expect((await take()).counts).toMatchObject({ unchanged: ROWS, added: 0 });
}, 60_000);
