import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '#platform/clock.ts';
import { execute } from '#platform/command/command.ts';
import { readConfig } from '#platform/config/config.ts';
import { installBinaries } from '#platform/database/launcher/binaries.ts';
import { discardEmbedded } from '#platform/database/launcher/launcher.ts';
import { makeFolders, placesIn } from '#platform/database/launcher/places.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { createLogger } from '#platform/logging.ts';
import { addKey, open } from '#platform/secrets/index.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { giveSignaal, NO_CONTACT } from '#signaal/index.ts';
import { aGift, resident, smallTown } from '#testing/signaal.ts';
import type { TestWorld } from '#testing/world.ts';
import { askHouse, makeHost } from '../../house.fixture.ts';
import { type OpenGround, openGround } from '../../start/ground.ts';
import { siteOn } from '../../start/serve.ts';
import type { CliInput } from '../command.ts';
import { backupCommand } from './backup.ts';
import { lastBackup } from './last-backup.ts';
import { restoreCommand } from './restore.ts';
import { problemInWords } from './sentences.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const GEMEENTE = 'GM0637';
const clock = manualClock('2016-03-07T10:00:00+01:00');
const log = createLogger({ level: 'error', clock, write: () => undefined });

const shared = makeTemporaryFolder('programs');
makeFolders(placesIn(shared));
const programs = dirname(dirname(installBinaries(placesIn(shared)).postgres));
const vault = makeTemporaryFolder('vault');
const safe = join(vault, 'safe');
mkdirSync(safe);

/** A data folder; the programs of PostgreSQL are borrowed, to save their copying. */
const newFolder = (): string => {
  const folder = makeTemporaryFolder('data');
  makeFolders(placesIn(folder));
  symlinkSync(programs, join(folder, 'postgres', basename(programs)));
  return folder;
};

const configOf = (dataDir: string) => readConfig({ DATA_DIR: dataDir, PORT: '0' });
const cellarOf = (dataDir: string) => ({
  config: configOf(dataDir),
  version: '0.0.0',
  log,
  progress: () => undefined,
});
const given = (options: Record<string, string | true>): CliInput => ({
  option: (name) => (typeof options[name] === 'string' ? options[name] : ''),
  given: (name) => options[name] !== undefined,
  words: [],
});
const openHouse = async (dataDir: string): Promise<{ open: OpenGround; site: ReturnType<typeof siteOn> }> => {
  const config = configOf(dataDir);
  const ground = await openGround({ config, root: ROOT, log, mayJoin: false });
  const site = siteOn(ground, { config, root: ROOT, demo: false, background: false });
  await site.jobs.open();
  return { open: ground, site };
};

const [first, second] = [newFolder(), newFolder()];
const backupFile = join(vault, 'one.tar.gz');
const keyCopy = join(safe, 'keys.json');
let codes: string[];
let beforeBackup: string[];
let allGiven: string[];

beforeAll(async () => {
  const { open: ground, site } = await openHouse(first);
  const world = { ...site.world, clock };
  const test = { world, clock, urls: { ...ground.urls, adminUrl: '' } } as unknown as TestWorld;
  await smallTown(test);
  await makeHost(test, 'zoetermeer.localhost');
  const given1 = await Promise.all(Array.from({ length: 4 }, () => give(world)));
  const writing = writeOn(world);
  beforeBackup = [...given1, ...(await writing.some(5))];
  await backupCommand.runBelow(given({ to: backupFile, 'keys-to': keyCopy }), cellarOf(first));
  allGiven = [...given1, ...(await writing.end())];
  codes = await codesOf(world, beforeBackup);
  addKey(join(first, 'keys.json'), clock.now());
  await backupCommand.runBelow(given({ to: join(vault, 'two.tar.gz') }), cellarOf(first));
  await site.jobs.stop();
  await ground.close();
}, 120_000);

afterAll(() => {
  for (const folder of [first, second]) discardEmbedded(folder);
  removeTemporaryFolder(shared);
  removeTemporaryFolder(vault);
});

type SiteWorld = ReturnType<typeof siteOn>['world'];

const give = async (world: SiteWorld): Promise<string> => {
  const contact = { ...NO_CONTACT, name: 'Joke de Vries', mail: 'joke@voorbeeld.test' };
  return (await execute(world, GEMEENTE, resident, giveSignaal, aGift({ contact, answerChannel: 'mail' })))
    .signaalId;
};

/** Somebody who keeps on giving signalen, one after another, until told to end. */
const writeOn = (world: SiteWorld) => {
  const ids: string[] = [];
  const state = { on: true };
  const done = (async () => {
    while (state.on) ids.push(await give(world));
  })();
  return {
    some: async (count: number): Promise<string[]> => {
      while (ids.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
      return [...ids];
    },
    end: async (): Promise<string[]> => {
      state.on = false;
      await done;
      return ids;
    },
  };
};

const codesOf = (world: SiteWorld, ids: readonly string[]): Promise<string[]> =>
  tenantTransaction(world.pool, GEMEENTE, async (db) => {
    const rows = await runSql<{ id: string; sealed: Buffer }>(
      db,
      'select id, code_sealed as sealed from signaal where gemeente = $1 and id = any ($2::uuid[]) order by id',
      [GEMEENTE, ids],
    );
    return rows.map(({ id, sealed }) =>
      open(world.keyring, sealed, { gemeente: GEMEENTE, row: `signaal/${id}/code` }),
    );
  });

const restoring = (options: Record<string, string | true>) =>
  restoreCommand.runBelow(given(options), cellarOf(second));
const entries = (): string[] =>
  readdirSync(join(second, 'postgres'))
    .filter((name) => !name.startsWith('bin-'))
    .sort();

describe('a backup that was made while people wrote', () => {
  it('is refused when it was damaged, cut, or comes without its key file; then nothing is there', async () => {
    const whole = readFileSync(backupFile);
    const cut = join(vault, 'cut.tar.gz');
    writeFileSync(cut, whole.subarray(0, whole.length - 5000));
    await expect(restoring({ from: cut, keys: keyCopy })).rejects.toMatchObject({ code: 'broken_archive' });
    const turned = Buffer.from(whole);
    turned.writeUInt8(turned.readUInt8(200_000) ^ 0xff, 200_000);
    writeFileSync(cut, turned);
    await expect(restoring({ from: cut, keys: keyCopy })).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:broken_archive|changed_file|unsafe_file)$/),
    });
    const keyless = await restoring({ from: backupFile }).catch((found) => found);
    expect(problemInWords(keyless)).toMatch(/sleutelbestand .* is er niet.*--keys/);
    await expect(restoring({ from: join(vault, 'none'), keys: keyCopy })).rejects.toMatchObject({
      code: 'missing_file',
    });
    expect(entries()).toEqual([]);
  });

  it('is refused with a key file of before the last change of keys', async () => {
    const older = restoring({ from: join(vault, 'two.tar.gz'), keys: keyCopy });
    await expect(older).rejects.toMatchObject({ code: 'older_key' });
  });

  it('comes back elsewhere with every row of before, whole, and its pages, codes and contact data', async () => {
    const result = await restoring({ from: backupFile, keys: keyCopy });
    expect(result.facts).toMatchObject({ gemeenten: 1, opened: 2, kept: null });
    const { open: ground, site } = await openHouse(second);
    try {
      const rows = await tenantTransaction(site.world.pool, GEMEENTE, (db) =>
        runSql<{ id: string; contacts: number; told: number; sealed: Buffer; reporter: string }>(
          db,
          `select s.id, r.sealed, r.id as reporter,
             (select count(*)::int from history h where h.gemeente = s.gemeente and h.object_id = s.id::text) as told
           from signaal s join reporter r on r.gemeente = s.gemeente and r.signaal_id = s.id order by s.number`,
        ),
      );
      const ids = rows.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(beforeBackup));
      // Of what one writer gave after another, nothing is missing in between.
      const count = allGiven.filter((id) => ids.includes(id)).length;
      expect(new Set(ids)).toEqual(new Set(allGiven.slice(0, count)));
      for (const { told, sealed, reporter } of rows) {
        expect(told).toBeGreaterThan(0);
        const place = { gemeente: GEMEENTE, row: `reporter/${reporter}/sealed` };
        expect(open(site.world.keyring, sealed, place)).toContain('joke@voorbeeld.test');
      }
      expect(await codesOf(site.world, beforeBackup)).toEqual(codes);
      const page = await askHouse(site.app, `/volg/${codes[0]}`);
      expect([page.status, (await page.text()).includes('fietspad')]).toEqual([200, true]);
    } finally {
      await site.jobs.stop();
      await ground.close();
    }
  });

  it('goes over nothing, unless asked: then the old database is kept aside', async () => {
    await expect(restoring({ from: backupFile, keys: keyCopy })).rejects.toMatchObject({
      code: 'database_there',
    });
    const newer = join(first, 'keys.json');
    const { facts } = await restoring({ from: backupFile, keys: newer, replace: true });
    expect(existsSync(join(String(facts.kept), 'cluster', 'PG_VERSION'))).toBe(true);
    expect(readdirSync(second).filter((name) => name.startsWith('keys.json.kept-'))).toHaveLength(1);
    expect(readFileSync(join(second, 'keys.json'))).toEqual(readFileSync(newer));
    expect(entries().filter((name) => /draft|restore/.test(name))).toEqual([]);
  });

  it('tells when the last one was made, and puts no keys beside it', async () => {
    expect(lastBackup(first)).toBeInstanceOf(Date);
    expect(lastBackup(second)).toBeNull();
    const beside = given({ to: join(vault, 'x.tar.gz'), 'keys-to': join(vault, 'keys.json') });
    await expect(backupCommand.runBelow(beside, cellarOf(first))).rejects.toThrow(
      /samen zijn ze de gegevens/,
    );
    const nowhere = given({ to: join(vault, 'y.tar.gz'), 'keys-to': join(vault, 'nowhere', 'keys.json') });
    await expect(backupCommand.runBelow(nowhere, cellarOf(first))).rejects.toMatchObject({
      code: 'unreadable',
    });
    expect(existsSync(join(vault, 'y.tar.gz'))).toBe(false);
    const again = given({ to: backupFile });
    const error = await backupCommand.runBelow(again, cellarOf(first)).catch((found) => found);
    expect(problemInWords(error)).toContain('er wordt niets overschreven');
  });
});
