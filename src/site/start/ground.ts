import { join } from 'node:path';
import { systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { type EmbeddedDatabase, joinEmbedded, startEmbedded } from '#platform/database/launcher/launcher.ts';
import { emptyDatabase } from '#platform/database/launcher/roles.ts';
import { type Migration, readMigrations } from '#platform/database/migrate.ts';
import { createPool } from '#platform/database/pool.ts';
import { createLogger, type Logger } from '#platform/logging.ts';
import type { Ground } from '../compose.ts';
import { type PublicUrls, publicUrls } from '../public-urls.ts';
import { liveKeys, openKeys } from './keys.ts';
import {
  checkDatabase,
  type DatabaseUrls,
  type Found,
  holdsOnlyDemo,
  lookAtDatabase,
  prepareDatabase,
} from './prepare-database.ts';

/** The ground, with what lies under it and the way to give it all back. */
export interface OpenGround {
  readonly ground: Ground;
  readonly urls: DatabaseUrls;
  readonly found: Found;
  readonly migrations: readonly Migration[];
  /** The migrations that this start applied. */
  readonly applied: readonly string[];
  readonly addresses: PublicUrls;
  /** Takes up a key that was added to the file. */
  readonly refreshKeys: () => void;
  /** Ends the pool, and PostgreSQL last of all when it is ours. */
  readonly close: () => Promise<void>;
}

export interface GroundOptions {
  readonly config: Config;
  /** The folder of the program, in which `migrations/` lies. */
  readonly root: string;
  readonly log: Logger;
  /** A command beside a running program uses its database, and leaves it running. */
  readonly mayJoin: boolean;
  /** An earlier start was cut off while it loaded the demonstration: begin anew, if nothing else is in the database. */
  readonly halfLoaded?: boolean;
  /** Called between looking and migrating: the last moment to refuse. */
  readonly beforeMigrating?: (found: Found) => void;
}

/** The logger of this process. */
export const processLogger = (config: Pick<Config, 'logLevel'>): Logger =>
  createLogger({ level: config.logLevel, clock: systemClock });

/** Opens the database (starting the embedded one when no other is set), brings it up to date, and opens the keys. */
export const openGround = async (options: GroundOptions): Promise<OpenGround> => {
  const database = await openDatabase(options);
  try {
    return await openOn(database, options);
  } catch (error) {
    await database.stop();
    throw error;
  }
};

type OpenDatabase = DatabaseUrls &
  Pick<EmbeddedDatabase, 'stop'> &
  Partial<Pick<EmbeddedDatabase, 'adminUrl'>>;

const openDatabase = async ({ config, log, mayJoin }: GroundOptions): Promise<OpenDatabase> => {
  if (config.database.kind === 'external') return { ...config.database, stop: async () => undefined };
  const where = { dataDir: config.dataDir, log };
  const joined = mayJoin ? await joinEmbedded(where) : undefined;
  return joined ?? startEmbedded(where);
};

/** Nobody ever worked in what is thrown away here: a demonstration opens its doors only when it is whole. */
const beginAnew = async ({ ownerUrl, adminUrl }: OpenDatabase, log: Logger): Promise<void> => {
  if (adminUrl === undefined || !(await holdsOnlyDemo(ownerUrl))) return;
  log.warn('the demonstration was loaded half by an earlier start, and is loaded anew');
  await emptyDatabase(adminUrl);
};

const openOn = async (database: OpenDatabase, options: GroundOptions): Promise<OpenGround> => {
  const { config, root, log } = options;
  const migrations = readMigrations(join(root, 'migrations'));
  await checkDatabase(database);
  if (options.halfLoaded) await beginAnew(database, log);
  const found = await lookAtDatabase(database.ownerUrl);
  options.beforeMigrating?.(found);
  const keys = liveKeys(config.keyFile.path, openKeys(config, systemClock, found.fresh));
  const applied = await prepareDatabase(database, migrations);
  if (applied.length > 0) log.info('migrated', { migrations: applied });
  const end = { begun: false };
  const pool = createPool(database.appUrl, config.databasePool, (error) => {
    // PostgreSQL may cut off a connection that was just said goodbye to.
    if (!end.begun) log.warn('idle database connection lost', { error });
  });
  const addresses = publicUrls(pool, config.publicUrl);
  await addresses.refresh();
  const ground: Ground = { pool, clock: systemClock, keyring: keys.keyring, log, publicUrl: addresses.of };
  const close = async (): Promise<void> => {
    end.begun = true;
    await pool.end();
    await database.stop();
  };
  return { ground, urls: database, found, migrations, applied, addresses, refreshKeys: keys.refresh, close };
};
