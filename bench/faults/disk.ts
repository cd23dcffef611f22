import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { figuresOfRun } from '../measure.ts';
import { type Crowd, gather } from './crowd.ts';
import { adminOf } from './database.ts';
import { examine, settleDown } from './examine.ts';
import { admit, type Patient } from './patient.ts';
import { openPost, type Post } from './post.ts';
import { probe, tryToTell } from './probe.ts';

const MEGABYTE = 1024 * 1024;
/** The disk of this run, in memory: large enough for the demonstration, small enough to fill. */
const DISK = 900;
/** Milliseconds that each state of the disk lasts. */
const LASTS = 20_000;
const PATIENCE = 60_000;

const figures = figuresOfRun();

/** A file that takes room away, leaving so many megabytes. */
const fill = (folder: string, leave: number): void => {
  const { bavail, bsize } = statfsSync(folder);
  const size = bavail * bsize - leave * MEGABYTE;
  const piece = Buffer.alloc(MEGABYTE, 1);
  try {
    for (let at = 0; at < size; at += piece.length)
      writeFileSync(ballast(folder), piece.subarray(0, Math.min(piece.length, size - at)), { flag: 'a' });
  } catch (error) {
    // PostgreSQL took some meanwhile: full is full.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
};

const ballast = (folder: string): string => join(folder, 'ballast');
const makeRoom = (folder: string): void => rmSync(ballast(folder), { force: true });

/** Everything that is left is used up by PostgreSQL itself, until it refuses or stops. Gives what it said. */
const spend = async (dataDir: string): Promise<string> => {
  const client = new pg.Client(adminOf(dataDir));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('create unlogged table if not exists ballast (t text)');
    for (;;) {
      await client.query('select pg_switch_wal(), pg_logical_emit_message(true, $1, repeat($1, 4000000))', [
        'x',
      ]);
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const watch = async (name: string, { origin }: Patient): Promise<void> => {
  await pause(2_000);
  const [told, home, health, ready] = await Promise.all([
    tryToTell(origin),
    probe(origin, '/'),
    probe(origin, '/healthz'),
    probe(origin, '/readyz'),
  ]);
  figures.report(`disk: ${name}: a form is answered with`, told.status, 'status');
  figures.report(`disk: ${name}: what was typed comes back (1 is yes)`, Number(told.kept), 'yes');
  figures.report(`disk: ${name}: that answer took`, told.milliseconds, 'ms');
  figures.report(`disk: ${name}: the home page is answered with`, home.status, 'status');
  figures.report(`disk: ${name}: /healthz`, health.status, 'status');
  figures.report(`disk: ${name}: /readyz`, ready.status, 'status');
  process.stderr.write(`${name}: ${ready.text}\n`);
};

const recover = async (name: string, { dataDir, isReady }: Patient): Promise<void> => {
  makeRoom(dataDir);
  const began = performance.now();
  while (!(await isReady()) && performance.now() - began < PATIENCE) await pause(50);
  figures.report(`disk: ${name}: ready again after room came back`, performance.now() - began, 'ms');
};

const throughAll = async (patient: Patient, crowd: Crowd): Promise<void> => {
  const given = () => crowd.seen.receipts.length;
  await pause(5_000);
  fill(patient.dataDir, 40);
  await watch('nearly full', patient);
  const before = given();
  await pause(LASTS);
  figures.report('disk: nearly full: receipts given meanwhile', given() - before, 'signalen');
  await recover('nearly full', patient);
  await pause(5_000);
  fill(patient.dataDir, 0);
  await watch('full', patient);
  await pause(LASTS);
  await recover('full', patient);
  await pause(5_000);
  fill(patient.dataDir, 30);
  process.stderr.write(`PostgreSQL without room for its log says: ${await spend(patient.dataDir)}\n`);
  fill(patient.dataDir, 0);
  await watch('no room for the log of PostgreSQL', patient);
  await pause(LASTS);
  await watch('no room for the log of PostgreSQL, a while later', patient);
  await recover('no room for the log of PostgreSQL', patient);
  await pause(5_000);
};

const look = async (patient: Patient, crowd: Crowd, word: string, arrived: Post['arrived']) => {
  const client = new pg.Client(adminOf(patient.dataDir));
  await client.connect();
  try {
    await settleDown(client);
    const wrongs = await examine(client, { word, receipts: crowd.seen.receipts, arrived });
    figures.report('disk: receipts given in all', crowd.seen.receipts.length, 'signalen');
    figures.report('disk: forms that never got a receipt', crowd.seen.lost.length, 'wrong');
    for (const [name, count] of Object.entries(wrongs)) figures.report(`disk: ${name}`, count, 'wrong');
    return crowd.seen.lost.length === 0 && Object.values(wrongs).every((count) => count === 0);
  } finally {
    await client.end();
  }
};

/** Fills the disk under the program in three ways while people write. Needs root, for a disk of its own. True when nothing was lost. */
export const diskRun = async (): Promise<boolean> => {
  const dataDir = makeTemporaryFolder('faults-disk');
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}m,mode=0755`, 'tmpfs', dataDir]);
  const post = await openPost();
  try {
    const patient = await admit(dataDir, post.settings);
    try {
      const word = 'schijf';
      const crowd = await gather(patient.origin, { word, givers: 2, readers: 1 });
      await throughAll(patient, crowd);
      await crowd.goHome();
      return await look(patient, crowd, word, post.arrived);
    } finally {
      await patient.stop();
    }
  } finally {
    await post.close();
    makeRoom(dataDir);
    execFileSync('umount', ['-l', dataDir]);
    removeTemporaryFolder(dataDir);
  }
};
