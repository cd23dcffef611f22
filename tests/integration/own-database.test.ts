import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeyFile } from '#platform/secrets/index.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { prepareProgram, runCli, runServer, startProgram } from './program.ts';

let folder: string;
let settings: Record<string, string>;
const database = `own_${process.pid}`;

const onDatabase = (url: string): string => url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${database}`);

const asAdmin = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('database').adminUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
};

beforeAll(async () => {
  prepareProgram();
  const { appUrl, ownerUrl } = inject('database');
  const owner = /\/\/([^:@/]+)/.exec(ownerUrl)?.[1] ?? '';
  await asAdmin(`create database ${database} owner ${pg.escapeIdentifier(owner)}`);
  folder = makeTemporaryFolder('own-database');
  createKeyFile(join(folder, 'keys.json'), new Date());
  settings = {
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: onDatabase(appUrl),
    DATABASE_OWNER_URL: onDatabase(ownerUrl),
    KEY_FILE: join(folder, 'keys.json'),
  };
}, 120_000);
afterAll(async () => {
  await asAdmin(`drop database if exists ${database} with (force)`);
  removeTemporaryFolder(folder);
});

describe('a program on a database of one’s own', () => {
  it('is made ready once when two start together, and both serve', { timeout: 120_000 }, async () => {
    const [one, other] = await Promise.all([startProgram(settings), startProgram(settings)]);
    expect((await one.get('/readyz')).status).toBe(200);
    expect((await other.get('/readyz')).status).toBe(200);
    expect(one.output()).toContain('Er is nog geen gemeente');
    expect(await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')])).toMatchObject([
      { code: 0 },
      { code: 0 },
    ]);
  });

  it('is refused when its role could walk past row security', { timeout: 60_000 }, async () => {
    const { adminUrl } = inject('database');
    const { code, err } = await runServer({ ...settings, PORT: '0', DATABASE_URL: onDatabase(adminUrl) });
    expect(code).toBe(2);
    expect(err).toContain('is een superuser');
    expect(err, 'no password on the screen').not.toContain(new URL(adminUrl.replace('@/', '@x/')).password);
  });

  it('says that a database cannot be reached, without its password', { timeout: 60_000 }, async () => {
    const nowhere = 'postgres://app:geheim@127.0.0.1:1/wijk';
    const { code, err } = await runServer({ ...settings, PORT: '0', DATABASE_URL: nowhere });
    expect([code, err]).toEqual([2, expect.stringContaining('DATABASE_URL')]);
    expect(err).not.toContain('geheim');
  });

  it('needs its key file, and one that nobody else can read', { timeout: 60_000 }, async () => {
    const missing = await runServer({ ...settings, PORT: '0', KEY_FILE: join(folder, 'none.json') });
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('bestaat niet') });
  });

  it('is worked on from the command line', { timeout: 120_000 }, async () => {
    const create = ['gemeente', 'create', '--code', 'GM0106', '--name', 'Assen', '--host', 'assen.localhost'];
    const made = await runCli([...create, '--admin', 'Wim@Voorbeeld.test', '--json'], settings);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(made.out)).toMatchObject({ code: 'GM0106', admin: 'wim@voorbeeld.test' });
    const twice = await runCli([...create, '--admin', 'wim@voorbeeld.test'], settings);
    expect(twice).toMatchObject({ code: 1, out: '' });
    const link = await runCli(['sign-in-link', '--email', 'wim@voorbeeld.test'], settings);
    expect(link.out).toMatch(/http:\/\/assen\.localhost:3000\/aanmelden\/link\/[\w-]{43}/);
    const unknown = await runCli(['sign-in-link', '--email', 'piet@voorbeeld.test'], settings);
    expect(unknown.code).toBe(1);
    const program = await startProgram(settings);
    const path = link.out.trim().split('\n').at(-1)?.replace('http://assen.localhost:3000', '') ?? '';
    expect((await program.get(path, 'assen.localhost')).status).toBe(200);
    await program.end('SIGTERM');
  });

  it.each([
    { argv: ['niets'], code: 2, says: 'bestaat niet' },
    { argv: ['gemeente', 'create', '--code', 'GM0001'], code: 2, says: '--name' },
    { argv: ['sign-in-link', '--mail', 'x'], code: 2, says: 'kloppen niet' },
    { argv: ['import', 'areas'], code: 2, says: '<bestand>' },
    { argv: ['sign-in-link', '--email', 'x@y.z', '--gemeente', 'GM9999'], code: 2, says: 'GM9999' },
    { argv: ['demo'], code: 2, says: 'DEMO=1' },
  ])(
    'answers $argv with exit code $code and a sentence',
    { timeout: 60_000 },
    async ({ argv, code, says }) => {
      const ended = await runCli(argv, settings);
      expect(ended).toMatchObject({ code, out: '', err: expect.stringContaining(says) });
      expect(ended.err).not.toContain('    at ');
    },
  );

  it('explains itself', async () => {
    const help = await runCli(['--help'], settings);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const name of ['gemeente create', 'sign-in-link', 'import areas', 'migrate', 'demo', 'rotate-key']) {
      expect(help.out).toContain(name);
      expect((await runCli([...name.split(' '), '--help'], settings)).out).toContain('--json');
    }
  });
});
