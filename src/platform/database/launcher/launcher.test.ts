import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { createLogger } from '#platform/logging.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { installBinaries } from './binaries.ts';
import {
  discardEmbedded,
  type EmbeddedDatabase,
  joinEmbedded,
  LauncherError,
  startEmbedded,
} from './launcher.ts';
import { makeFolders, placesIn } from './places.ts';
import { killPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';

const FIXTURE = fileURLToPath(new URL('holder.fixture.ts', import.meta.url));
const log = createLogger({ level: 'error', clock: systemClock, write: () => undefined });

const databases: EmbeddedDatabase[] = [];
const holders: ChildProcess[] = [];
const folders: string[] = [];

/** One copy of the programs for all tests that are not about the copying: it saves a second each. */
const shared = makeTemporaryFolder('programs');
makeFolders(placesIn(shared));
const programs = dirname(dirname(installBinaries(placesIn(shared)).postgres));

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL');
  await sleep(20);
  for (const database of databases.splice(0)) await database.stop();
  for (const folder of folders.splice(0)) discardEmbedded(folder);
});

afterAll(() => {
  removeTemporaryFolder(shared);
});

const newFolder = (): string => {
  const folder = makeTemporaryFolder('launcher');
  folders.push(folder);
  return folder;
};

const newFolderWithPrograms = (): string => {
  const folder = newFolder();
  makeFolders(placesIn(folder));
  symlinkSync(programs, join(folder, 'postgres', basename(programs)));
  return folder;
};

const start = async (dataDir: string): Promise<EmbeddedDatabase> => {
  const database = await startEmbedded({ dataDir, log, durable: false });
  databases.push(database);
  return database;
};

/** Another program on the folder; answers with the first line it says. */
const hold = async (dataDir: string) => {
  const child = spawn(process.execPath, [FIXTURE, 'start', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(child);
  for await (const line of createInterface({ input: child.stdout })) return { child, line };
  throw new Error('The holder said nothing');
};

const kill = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const ask = async (url: string, sql: string): Promise<Record<string, unknown> | undefined> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
};

const postmasterPid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

const socketFolderOf = (url: string): string => new URLSearchParams(url.split('?')[1]).get('host') ?? '';

const refusal = async (dataDir: string): Promise<string> => {
  const error = await start(dataDir).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof LauncherError) return error.message;
  throw new Error('The start was not refused', { cause: error });
};

const ANSWERS = 'select 1 as n';
const BEGAN = 'select pg_postmaster_start_time()::text as began';

describe('the embedded database', () => {
  it('starts on an empty folder with an owner and an app role, and on no network', async () => {
    const database = await start(newFolder());
    const facts = `select current_user::text as who, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
      pg_has_role(current_user, 'wijkregie_owner', 'member') as owns,
      has_schema_privilege('public', 'create') as creates, current_setting('listen_addresses') as listens
      from pg_roles where rolname = current_user`;
    const plain = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      listens: '',
    };
    const owner = { ...plain, who: 'wijkregie_owner', owns: true, creates: true };
    const app = { ...plain, who: 'wijkregie_app', owns: false, creates: false };
    expect(await ask(database.ownerUrl, facts)).toEqual(owner);
    expect(await ask(database.appUrl, facts)).toEqual(app);
  });

  it('stores texts as UTF-8 in code point order, and syncs to disk unless told otherwise', async () => {
    const settings = `select datlocprovider as provider, pg_encoding_to_char(encoding) as encoding,
      current_setting('fsync') as fsync, 'é' > 'z' as "byCodePoint" from pg_database where datname = current_database()`;
    const database = await startEmbedded({ dataDir: newFolderWithPrograms(), log });
    databases.push(database);
    const expected = { provider: 'b', encoding: 'UTF8', fsync: 'on', byCodePoint: true };
    expect(await ask(database.ownerUrl, settings)).toEqual(expected);
  });

  it('keeps what was stored, its passwords and its address over a stop and a start', async () => {
    const dataDir = newFolderWithPrograms();
    const first = await start(dataDir);
    await ask(first.ownerUrl, 'create table kept as select 7 as n');
    const pid = postmasterPid(dataDir);
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start(dataDir);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'select n from kept')).toEqual({ n: 7 });
  });

  it('keeps the passwords and the socket from other users', async () => {
    const dataDir = newFolderWithPrograms();
    const { appUrl } = await start(dataDir);
    const mode = (...path: string[]) => statSync(join(dataDir, 'postgres', ...path)).mode & 0o077;
    expect([mode('credentials.json'), mode('postgres.log'), mode('cluster'), mode('run')]).toEqual([
      0, 0, 0, 0,
    ]);
    await expect(ask(appUrl.replace(/:[^:@]+@/, ':wrong@'), ANSWERS)).rejects.toThrow(/password/);
  });

  it('puts its socket elsewhere when the path is too long for one, keeps it over a crash, and clears it', async () => {
    const base = newFolder();
    chmodSync(base, 0o755);
    const dataDir = join(base, 'a'.repeat(60), 'b'.repeat(60));
    const database = await start(dataDir);
    const socketFolder = socketFolderOf(database.appUrl);
    expect(socketFolder.startsWith(dataDir)).toBe(false);
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    await expect
      .poll(() => ask(database.appUrl, ANSWERS).catch(() => undefined), { timeout: 15_000, interval: 100 })
      .toEqual({ n: 1 });
    await database.stop();
    expect(existsSync(socketFolder)).toBe(false);
  });
});

describe('a second program on the same folder', () => {
  it('is refused with a sentence, and the first goes on', async () => {
    const dataDir = newFolderWithPrograms();
    const database = await start(dataDir);
    const { line } = await hold(dataDir);
    expect(line).toBe(
      `refused De gegevensmap ${dataDir} is al in gebruik door een Wijkregie die nu draait (proces ${process.pid}); ` +
        'stop die eerst of kies met DATA_DIR een andere map.',
    );
    expect(await ask(database.appUrl, ANSWERS)).toEqual({ n: 1 });
  });

  it('may join the database that runs, and leaves it running', async () => {
    const dataDir = newFolderWithPrograms();
    expect(await joinEmbedded({ dataDir })).toBeUndefined();
    const { line } = await hold(dataDir);
    const joined = await joinEmbedded({ dataDir });
    expect(joined?.appUrl).toBe(line);
    await joined?.stop();
    expect(await ask(line, ANSWERS)).toEqual({ n: 1 });
  });
});

describe('after a crash', () => {
  it('takes over the server that a killed program left running', async () => {
    const dataDir = newFolderWithPrograms();
    const { child, line } = await hold(dataDir);
    const began = await ask(line, BEGAN);
    await kill(child);
    const database = await start(dataDir);
    expect(await ask(database.appUrl, BEGAN)).toEqual(began);
    const pid = postmasterPid(dataDir);
    await database.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('recovers what was committed when program and server are both killed', async () => {
    const dataDir = newFolderWithPrograms();
    const { child, line } = await hold(dataDir);
    const owner = (await joinEmbedded({ dataDir }))?.ownerUrl ?? '';
    await ask(owner, 'create table kept as select 7 as n');
    await kill(child);
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    const database = await start(dataDir);
    expect(database.appUrl).toBe(line);
    expect(await ask(database.ownerUrl, 'select n from kept')).toEqual({ n: 7 });
  });

  it('starts the server again when it is killed under a running program', async () => {
    const dataDir = newFolderWithPrograms();
    const database = await start(dataDir);
    const pid = postmasterPid(dataDir);
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => ask(database.appUrl, ANSWERS).catch(() => undefined), { timeout: 15_000, interval: 100 })
      .toEqual({ n: 1 });
    expect(postmasterPid(dataDir)).not.toBe(pid);
  });

  it('starts when the number in a left-over pid file now belongs to another program', async () => {
    const dataDir = newFolderWithPrograms();
    await (await start(dataDir)).stop();
    const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {});
    holders.push(stranger);
    writeFileSync(file, `${stranger.pid}\n${dirname(file)}\n1760000000\n5432\n/tmp\n\n  1 1\nready   \n`);
    const database = await start(dataDir);
    expect(await ask(database.appUrl, ANSWERS)).toEqual({ n: 1 });
  });

  it('begins anew when the first start was killed in the middle of making the cluster', async () => {
    const dataDir = newFolderWithPrograms();
    const child = spawn(process.execPath, [FIXTURE, 'start', dataDir], { stdio: 'ignore' });
    holders.push(child);
    const home = join(dataDir, 'postgres');
    const drafts = () => readdirSync(home).filter((name) => name.startsWith('cluster-draft-'));
    const begun = () => drafts().some((name) => existsSync(join(home, name, 'PG_VERSION')));
    while (!begun()) await sleep(2);
    await kill(child);
    expect(existsSync(join(home, 'cluster'))).toBe(false);
    const database = await start(dataDir);
    expect(await ask(database.appUrl, ANSWERS)).toEqual({ n: 1 });
    expect(drafts()).toEqual([]);
  });

  it('finishes programs that were copied by half', async () => {
    const dataDir = newFolder();
    const half = join(dataDir, 'postgres', `${basename(programs)}.draft`, 'bin');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'postgres'), '');
    const database = await start(dataDir);
    expect(await ask(database.appUrl, ANSWERS)).toEqual({ n: 1 });
    expect(existsSync(half)).toBe(false);
  });

  it('can be thrown away by a test run, but not under a living program', async () => {
    const dataDir = newFolderWithPrograms();
    const { child } = await hold(dataDir);
    expect(discardEmbedded(dataDir)).toBe(false);
    await kill(child);
    const pid = postmasterPid(dataDir);
    expect(discardEmbedded(dataDir)).toBe(true);
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('a folder that will not do', () => {
  it('is named when PostgreSQL or the program cannot get at it', async () => {
    const closed = join(newFolder(), 'closed');
    mkdirSync(closed);
    const isRoot = process.getuid?.() === 0;
    chmodSync(closed, isRoot ? 0o700 : 0o500);
    const message = await refusal(join(closed, 'data'));
    expect(message).toContain(
      isRoot ? `maar die mag de map ${dirname(closed)}` : 'kan niet worden geschreven',
    );
    expect(message).toContain('DATA_DIR');
    killPostmaster(placesIn(join(closed, 'data')));
    chmodSync(closed, 0o700);
  });

  it('is named when it is of another major version', async () => {
    const dataDir = newFolderWithPrograms();
    await (await start(dataDir)).stop();
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '17\n');
    expect(await refusal(dataDir)).toMatch(/is van PostgreSQL 17 en dit programma brengt PostgreSQL 18 mee/);
  });

  it('is named when its passwords are gone, and is free again once they are back', async () => {
    const dataDir = newFolderWithPrograms();
    await (await start(dataDir)).stop();
    const file = join(dataDir, 'postgres', 'credentials.json');
    renameSync(file, `${file}.away`);
    expect(await refusal(dataDir)).toContain(file);
    renameSync(`${file}.away`, file);
    expect((await start(dataDir)).appUrl).toContain('wijkregie_app');
  });
});
