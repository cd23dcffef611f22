import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { copyTemplate, type DatabaseUrls } from '#testing/template.ts';
import { createPool } from './pool.ts';

let urls: DatabaseUrls & { drop: () => Promise<void> };
beforeAll(async () => {
  urls = await copyTemplate(inject('database'));
});
afterAll(() => urls.drop());

const pidOf = async (client: {
  query: (sql: string) => Promise<{ rows: { pid: number }[] }>;
}): Promise<number> => (await client.query('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;

it('lives on when PostgreSQL cuts off a connection in use, and one that lies idle', async () => {
  const lost: string[] = [];
  const heard: string[] = [];
  const pool = createPool(urls.appUrl, 3, (error) => lost.push(error.message));
  try {
    const [inUse, idle, killer] = [await pool.connect(), await pool.connect(), await pool.connect()];
    const pids = [await pidOf(inUse), await pidOf(idle)];
    idle.release();
    for (const pid of pids) await killer.query('select pg_terminate_backend($1)', [pid]);
    await pause(100);
    heard.push(...lost);
    await expect(inUse.query('select 1')).rejects.toThrow();
    inUse.release(true);
    killer.release();
    expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
    // A connection that is borrowed again and again does not gather listeners.
    for (let turn = 0; turn < 12; turn += 1) (await pool.connect()).release();
    const again = await pool.connect();
    expect(again.listenerCount('error')).toBeLessThan(4);
    again.release();
  } finally {
    await pool.end();
  }
  // PostgreSQL says why, and a connection in use says besides that it is gone.
  expect(heard.filter((message) => message.includes('administrator command'))).toHaveLength(2);
  expect(heard.length).toBeLessThanOrEqual(3);
});

it('gives back an array of jsonb as the values that went in', async () => {
  const values = [
    { text: 'Een "tak" op het pad \\ bij {de} brug, NULL', lines: 'een\ntwee\ttab\r\u0001', none: null },
    { nested: [[1, 2], { deep: '"}' }], accents: 'één €5 – 🌳' },
    ['lijst', 1.5, true],
    'NULL',
    '',
    'een komma, en {haken}',
    12,
    -0.25,
    true,
    null,
  ];
  const pool = createPool(urls.appUrl, 1, () => undefined);
  try {
    const json = values.map((value) => JSON.stringify(value));
    const { rows } = await pool.query('select $1::jsonb[] as found, array[]::jsonb[] as none', [json]);
    expect(rows).toEqual([{ found: values, none: [] }]);
  } finally {
    await pool.end();
  }
});
