import { isAbsolute, join, resolve } from 'node:path';
import type { LogLevel } from '#platform/logging.ts';
import { defaultDataDir, type MachineFacts, readMachine } from './machine.ts';
import {
  databaseUser,
  GEMEENTE_PLACE,
  SETTING_NAMES,
  type SettingName,
  type Settings,
  settingsSchema,
} from './schema.ts';
import { missingBeside, sameDatabaseUser, withoutHome, wrongValue } from './sentences.ts';
import { SettingError } from './setting-error.ts';

export { SettingError } from './setting-error.ts';

/** The embedded PostgreSQL is started by the program itself; an external one is only connected to. */
export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly appUrl: string; readonly ownerUrl: string };

/** Without a mail server the mail is kept and can be read on a demo page. */
export type MailConfig =
  | { readonly kind: 'stored'; readonly from: string }
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string };

/** Every setting, read once at the start; nothing else in the program looks at the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path; may not exist yet. */
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  /** The most connections the app's pool opens. */
  readonly databasePool: number;
  /** `mayCreate`: only the embedded database's own key is made when it is absent. */
  readonly keyFile: { readonly path: string; readonly mayCreate: boolean };
  /** `undefined`: not said; decided when the state of the data folder is known. */
  readonly demo: boolean | undefined;
  /** Origin without a slash at the end; may hold `{gemeente}`. Use {@link publicOrigin}. */
  readonly publicUrl: string;
  /** How many proxies in front are believed about the caller's address. */
  readonly trustProxy: number;
  readonly mail: MailConfig;
  readonly logLevel: LogLevel;
}

/** Reads and checks all settings. Throws {@link SettingError} on the first one that is wrong. */
export const readConfig = (env: NodeJS.ProcessEnv, machine: MachineFacts = readMachine()): Config => {
  const settings = parseSettings(env);
  const database = readDatabase(settings);
  const dataDir = readDataDir(settings, env, database, machine);
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir,
    database,
    databasePool: settings.DATABASE_POOL,
    keyFile: readKeyFile(settings, dataDir, database, machine),
    demo: settings.DEMO,
    publicUrl: readPublicUrl(settings),
    trustProxy: settings.TRUST_PROXY,
    mail: readMail(settings),
    logLevel: settings.LOG_LEVEL,
  };
};

/** The public origin of one gemeente (`slug` is its word in the host name), without a slash at the end. */
export const publicOrigin = (config: Pick<Config, 'publicUrl'>, slug: string): string =>
  config.publicUrl.replace(GEMEENTE_PLACE, slug);

/** Whether the server can only be reached from this machine itself. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** An empty value counts as not set, as in a compose file that passes a variable on. */
const parseSettings = (env: NodeJS.ProcessEnv): Settings => {
  const given = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, env[name]?.trim()] as const).filter(([, value]) => value),
  );
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const name = parsed.error.issues[0]?.path[0] as SettingName;
  throw new SettingError(name, wrongValue(name, given[name] ?? ''));
};

const needs = (missing: SettingName, present: SettingName): SettingError =>
  new SettingError(missing, missingBeside(missing, present));

const readDatabase = (settings: Settings): DatabaseConfig => {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = settings;
  if (!appUrl && !ownerUrl) return { kind: 'embedded' };
  if (!appUrl) throw needs('DATABASE_URL', 'DATABASE_OWNER_URL');
  if (!ownerUrl) throw needs('DATABASE_OWNER_URL', 'DATABASE_URL');
  const user = databaseUser(appUrl);
  if (user && user === databaseUser(ownerUrl)) throw new SettingError('DATABASE_URL', sameDatabaseUser(user));
  return { kind: 'external', appUrl, ownerUrl };
};

const readDataDir = (
  settings: Settings,
  env: NodeJS.ProcessEnv,
  database: DatabaseConfig,
  machine: MachineFacts,
): string => {
  if (settings.DATA_DIR) return absolute(settings.DATA_DIR, machine);
  const own = defaultDataDir(env, machine);
  if (own !== undefined) return own;
  if (database.kind === 'embedded') throw new SettingError('DATA_DIR', withoutHome());
  // Nothing is put there: everything is in the other database.
  return machine.cwd;
};

const readKeyFile = (
  settings: Settings,
  dataDir: string,
  database: DatabaseConfig,
  machine: MachineFacts,
): Config['keyFile'] => {
  if (settings.KEY_FILE) return { path: absolute(settings.KEY_FILE, machine), mayCreate: false };
  if (database.kind === 'external') throw needs('KEY_FILE', 'DATABASE_URL');
  return { path: join(dataDir, 'keys.json'), mayCreate: true };
};

const readPublicUrl = (settings: Settings): string =>
  (settings.PUBLIC_URL ?? `http://${GEMEENTE_PLACE}.localhost:${settings.PORT}`).replace(/\/$/, '');

const readMail = (settings: Settings): MailConfig => {
  const { MAIL_URL: url, MAIL_FROM: from } = settings;
  if (!url) return { kind: 'stored', from: from ?? 'Wijkregie <wijkregie@localhost>' };
  if (!from) throw needs('MAIL_FROM', 'MAIL_URL');
  return { kind: 'smtp', url, from };
};

const absolute = (path: string, machine: MachineFacts): string =>
  isAbsolute(path) ? path : resolve(machine.cwd, path);
