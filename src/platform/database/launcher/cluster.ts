import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type Credentials, makeCredentials, ROLES, readCredentials } from './credentials.ts';
import {
  explainRefusal,
  giveToPostgres,
  makePrivateFolder,
  type Places,
  runAs,
  syncFolder,
} from './places.ts';
import { removeInside } from './remove.ts';
import { LauncherError, sentences } from './sentences.ts';

const DRAFTS = /^cluster-draft-/;

/** PostgreSQL gets no environment of ours: a stray `PGDATA` or `PGPORT` must not reach it. */
export const POSTGRES_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/** How the error of a program that could not even begin reads as a sentence. */
export const explainSpawn = (program: string, error: Error): LauncherError => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EPERM' || code === 'EINVAL') {
    return new LauncherError(sentences.cannotBecomeOther(), { cause: error });
  }
  return new LauncherError(explainRefusal(program), { cause: error });
};

/**
 * Makes the cluster when there is none: in a draft folder that gets its name only when whole, so an
 * initdb cut short leaves nothing that looks like a cluster. Answers with the passwords.
 */
export const ensureCluster = async (
  places: Places,
  binaries: Binaries,
  durable: boolean,
): Promise<Credentials> => {
  removeInside(places.home, DRAFTS);
  if (existsSync(places.cluster)) {
    checkVersion(places, binaries);
    return readCredentials(places);
  }
  const credentials = makeCredentials(places);
  const draft = makePrivateFolder(join(places.home, `cluster-draft-${randomUUID()}`));
  const passwordFile = `${draft}.pw`;
  writeFileSync(passwordFile, credentials.admin, { mode: 0o600 });
  giveToPostgres(passwordFile, 0o600);
  try {
    await initdb(binaries, draft, passwordFile, durable);
  } finally {
    unlinkSync(passwordFile);
  }
  renameSync(draft, places.cluster);
  // An initdb that outlived its killed starter makes its folders anew when they vanish; by now it has ended too.
  removeInside(places.home, DRAFTS);
  syncFolder(places.home);
  return credentials;
};

const checkVersion = (places: Places, binaries: Binaries): void => {
  const found = readFileSync(join(places.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== binaries.major) {
    throw new LauncherError(sentences.otherVersion(places.dataDir, found, binaries.major));
  }
};

const initdb = async (
  { initdb: program }: Binaries,
  folder: string,
  passwordFile: string,
  durable: boolean,
): Promise<void> => {
  const options = [
    `--pgdata=${folder}`,
    `--username=${ROLES.admin}`,
    `--pwfile=${passwordFile}`,
    '--auth-local=scram-sha-256',
    '--auth-host=reject',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    ...(durable ? [] : ['--no-sync']),
  ];
  const child = spawn(program, options, {
    ...runAs(),
    cwd: '/',
    env: POSTGRES_ENV,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-1000);
  });
  const [code] = await once(child, 'close').catch((error: Error) => {
    throw explainSpawn(program, error);
  });
  if (code !== 0) throw new LauncherError(sentences.initFailed(said.trim().replaceAll(/\s+/g, ' ')));
};
