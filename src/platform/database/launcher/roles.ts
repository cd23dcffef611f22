import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Credentials, connectionUrl, DATABASE, ROLES } from './credentials.ts';
import type { Places } from './places.ts';
import type { Postmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';
import { LauncherError, sentences } from './sentences.ts';

/** A joined server may still be recovering on a slow disk; milliseconds. */
const PATIENCE = 60_000;

/**
 * Connects as the superuser as soon as the server lets anybody in; `undefined` when the server ended
 * before that. The caller ends the connection.
 */
export const connectWhenReady = async (
  server: Postmaster,
  credentials: Credentials,
  places: Places,
): Promise<pg.Client | undefined> => {
  const url = connectionUrl(credentials, 'admin', server.socketFolder, 'postgres');
  const end = performance.now() + PATIENCE;
  for (; performance.now() < end && isAlive(server.pid); await sleep(15)) {
    const client = await tryConnect(url, places);
    if (client !== undefined) return client;
  }
  if (!isAlive(server.pid)) return undefined;
  throw new LauncherError(sentences.noAnswer(places.log));
};

/** SQLSTATE of a wrong password: waiting does not help. */
const WRONG_PASSWORD = '28P01';
/** Starting up, shutting down, or no socket yet: waiting helps. */
const NOT_YET = ['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

const tryConnect = async (url: string, places: Places): Promise<pg.Client | undefined> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === WRONG_PASSWORD) {
      throw new LauncherError(sentences.credentialsMissing(places.credentials), { cause: error });
    }
    if (code !== '' && !NOT_YET.includes(code)) throw error;
    return undefined;
  }
};

/**
 * Makes the two login roles and the database, each only when it is missing, so a start cut short is
 * finished by the next one. The owner migrates; the app's role owns nothing and cannot pass by row security.
 */
export const ensureRoles = async (client: pg.Client, credentials: Credentials): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    'select rolname as name from pg_roles where rolname = any($1) union all select datname from pg_database where datname = $2',
    [[ROLES.owner, ROLES.app], DATABASE],
  );
  const present = new Set(rows.map(({ name }) => name));
  for (const role of ['owner', 'app'] as const) {
    if (!present.has(ROLES[role])) await createRole(client, ROLES[role], credentials[role]);
  }
  if (!present.has(DATABASE)) await client.query(`create database ${DATABASE} owner ${ROLES.owner}`);
};

/** Throws all that is in the program's database away: for a demonstration that was loaded half, and nothing else. */
export const emptyDatabase = async (adminUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl.replace(`/${DATABASE}?`, '/postgres?') });
  await client.connect();
  try {
    await client.query(`drop database ${DATABASE} with (force)`);
    await client.query(`create database ${DATABASE} owner ${ROLES.owner}`);
  } finally {
    await client.end();
  }
};

const createRole = async (client: pg.Client, role: string, password: string): Promise<void> => {
  const secret = client.escapeLiteral(password);
  await client.query(
    `create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password ${secret}`,
  );
};
