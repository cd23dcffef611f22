import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeyFile } from '#platform/secrets/index.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { readFormOn } from '#testing/read-form.ts';
import { fillIn, signInAs, visit } from '../../bench/visitor.ts';
import { type Program, prepareProgram, startProgram } from './program.ts';

/** Two processes of the program on one PostgreSQL, as on a cluster: what one knows, the other knows. */
const database = `two_${process.pid}`;
let folder: string;
let client: pg.Client;
let programs: Program[];
let origins: string[];

const onDatabase = (url: string): string => url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${database}`);
const asAdmin = async (statement: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: inject('database').adminUrl });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
};
const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query<Row>(sql, values)).rows;

beforeAll(async () => {
  prepareProgram();
  const { adminUrl, appUrl, ownerUrl } = inject('database');
  const owner = /\/\/([^:@/]+)/.exec(ownerUrl)?.[1] ?? '';
  await asAdmin(`create database ${database} owner ${pg.escapeIdentifier(owner)}`);
  folder = makeTemporaryFolder('two-processes');
  createKeyFile(join(folder, 'keys.json'), new Date());
  const settings = (name: string) => ({
    DATA_DIR: join(folder, name),
    DATABASE_URL: onDatabase(appUrl),
    DATABASE_OWNER_URL: onDatabase(ownerUrl),
    KEY_FILE: join(folder, 'keys.json'),
    DEMO: '1',
    TRUST_PROXY: '1',
  });
  programs = await Promise.all([startProgram(settings('one')), startProgram(settings('other'))]);
  origins = programs.map(({ port }) => `http://127.0.0.1:${port}`);
  client = new pg.Client({ connectionString: onDatabase(adminUrl) });
  await client.connect();
}, 180_000);
afterAll(async () => {
  await client.end();
  await Promise.all(programs.map((program) => program.end('SIGTERM')));
  await asAdmin(`drop database if exists ${database} with (force)`);
  removeTemporaryFolder(folder);
});

describe('two processes on one database', () => {
  it('loaded the demonstration once', async () => {
    expect(await rows('select 1 from tenant')).toHaveLength(1);
    expect(await rows(`select number from signaal group by number having count(*) > 1`)).toEqual([]);
  });

  it('know the same visitor: a form begun at one is sent at the other, and followed at the first', async () => {
    const code = await (await fillIn(origins, 'om en om')).send();
    for (const origin of origins) {
      expect((await visit(origin).ask(`/volg/${code}`)).text).toContain(code);
    }
  });

  it('know the same session, and end it together', async () => {
    const [one = '', other = ''] = origins;
    const cookie = await signInAs(one, 'Femke');
    const ask = async (origin: string, path: string) => {
      const answer = await fetch(`${origin}${path}`, { headers: { cookie }, redirect: 'manual' });
      return { status: answer.status, text: await answer.text() };
    };
    const page = await ask(other, '/beheer/taken');
    expect(page.status).toBe(200);
    const { fields } = readFormOn((await ask(other, '/start')).text, '/afmelden');
    const out = await fetch(`${other}/afmelden`, {
      method: 'POST',
      headers: { cookie, origin: other, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
      redirect: 'manual',
    });
    expect(out.status).toBe(303);
    for (const origin of origins) expect((await ask(origin, '/beheer/taken')).status).not.toBe(200);
  });

  it('do each job once, whoever gets there first', { timeout: 60_000 }, async () => {
    const marks = Array.from({ length: 12 }, (_, n) => `samen-${n}`);
    await Promise.all(
      marks.map(async (mark, n) => {
        const answer = { antwoord: 'mail', mail: `${mark}@voorbeeld.test` };
        await (await fillIn(n % 2 === 0 ? origins : origins.toReversed(), mark, answer)).send();
      }),
    );
    const given = `select s.id from signaal s where s.text like '%(samen-%'`;
    const settled = () =>
      rows<{ state: string }>(`select m.state from message m where m.object_id in (${given})`);
    for (let turn = 0; turn < 100 && (await settled()).some(({ state }) => state === 'queued'); turn += 1)
      await pause(250);
    expect(await rows(given)).toHaveLength(marks.length);
    expect((await settled()).map(({ state }) => state)).toEqual(marks.map(() => 'stored'));
    expect(
      await rows(
        `select 1 from message m where m.object_id in (${given}) group by object_id, template having count(*) > 1`,
      ),
    ).toEqual([]);
    expect(await rows('select number from signaal group by number having count(*) > 1')).toEqual([]);
  });

  it('let one of two win who send the same form at the same moment, one at each', async () => {
    const form = await fillIn(origins, 'twee keer');
    const [first, second] = await Promise.all([form.send(), form.send()]);
    expect(first).toBe(second);
    expect(await rows(`select 1 from signaal where text like '%(twee keer)%'`)).toHaveLength(1);
  });

  it('count one visitor together: thirty an hour, not thirty at each', { timeout: 60_000 }, async () => {
    await rows(`insert into setting (gemeente, key, valid_from, value, set_at)
      select gemeente, 'signaal.sends_per_hour', '2000-01-01', '4', now() from tenant`);
    const visitor = visit(...origins);
    const give = async (n: number): Promise<boolean> => {
      const place = await visitor.send(await visitor.ask('/melden'), {
        tekst: `Er ligt een tak (teller ${n}).`,
      });
      const next = await visitor.send(place, { lat: '52.0600', lon: '4.4940' });
      const contact = next.text.includes('name="aansluiten"')
        ? await visitor.send(next, { aansluiten: '' })
        : next;
      return visitor.send(contact, { antwoord: 'none' }).then(
        () => true,
        (error: unknown) => {
          expect(String(error)).toContain('429');
          return false;
        },
      );
    };
    const outcomes = [];
    for (let n = 0; n < 6; n += 1) outcomes.push(await give(n));
    expect(outcomes).toEqual([true, true, true, true, false, false]);
  });

  it('go on with one when the other is killed', { timeout: 60_000 }, async () => {
    const [dying, living] = programs;
    await dying?.end('SIGKILL');
    expect((await living?.get('/readyz'))?.status).toBe(200);
    const code = await (await fillIn(origins.slice(1), 'alleen verder')).send();
    expect((await visit(origins[1] ?? '').ask(`/volg/${code}`)).text).toContain(code);
  });
});
