import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { type Places, syncFolder } from './places.ts';
import { LauncherError, sentences } from './sentences.ts';

/** The three login roles of the embedded database. */
export const ROLES = { admin: 'postgres', owner: 'wijkregie_owner', app: 'wijkregie_app' } as const;
/** The database of the program; PostgreSQL's own `postgres` is used only by the launcher. */
export const DATABASE = 'wijkregie';

const credentialsSchema = z.object({ admin: z.string(), owner: z.string(), app: z.string() });
/** The passwords, one for each role. */
export type Credentials = Readonly<z.infer<typeof credentialsSchema>>;

/** The passwords in the data folder. Throws LauncherError when the file is gone or unreadable. */
export const readCredentials = ({ credentials }: Places): Credentials => {
  if (!existsSync(credentials)) throw new LauncherError(sentences.credentialsMissing(credentials));
  const text = readFileSync(credentials, 'utf8');
  try {
    return credentialsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new LauncherError(sentences.credentialsMissing(credentials), { cause: error });
  }
};

/** The passwords, made at random the first time; written whole and synced before any role gets one. */
export const makeCredentials = (places: Places): Credentials => {
  if (existsSync(places.credentials)) return readCredentials(places);
  const made: Credentials = { admin: randomPassword(), owner: randomPassword(), app: randomPassword() };
  const draft = `${places.credentials}.draft`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, JSON.stringify(made));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, places.credentials);
  syncFolder(places.home);
  return made;
};

const randomPassword = (): string => randomBytes(32).toString('base64url');

/** The address of a database for one role, over the unix socket in `socketFolder`. */
export const connectionUrl = (
  credentials: Credentials,
  role: keyof typeof ROLES,
  socketFolder: string,
  database: string = DATABASE,
): string => {
  const where = new URLSearchParams({ host: socketFolder, port: '5432', sslmode: 'disable' });
  return `postgres://${ROLES[role]}:${credentials[role]}@/${database}?${where}`;
};
