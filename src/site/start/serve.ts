import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Config, type MailConfig, readConfig } from '#platform/config/config.ts';
import { createPool } from '#platform/database/pool.ts';
import { type MailTransport, smtpTransport, storedTransport } from '#platform/mail/transport.ts';
import { roomOn } from '#platform/operations/room.ts';
import { loadAssets } from '#platform/web/assets.ts';
import { lastBackup } from '../cli/transfer/last-backup.ts';
import { composeSite, type Site } from '../compose.ts';
import { loadDemo } from '../demo.ts';
import { tellAddresses } from './addresses.ts';
import { decideDemo, demoFacts, isHalfLoaded, rememberDemo } from './demo-choice.ts';
import { type OpenGround, openGround, processLogger } from './ground.ts';
import { type Listening, listen, tryAddress } from './listen.ts';
import { sentences } from './sentences.ts';
import { StartProblem } from './stop-sentence.ts';

/** Milliseconds that running requests get to end. */
const DRAIN = 10_000;
/** Milliseconds between looks at the host names of municipalities. */
const REFRESH = 30_000;

/** Milliseconds between looks at the key file; a rotation waits longer before it uses a new key. */
export const KEYS_REFRESH = 1_000;

/** A program that serves; `stop` ends it in order: visitors, jobs, connections, PostgreSQL. */
export interface Serving {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Starts everything from the settings in the environment; `root` is the folder of the program. */
export const serve = async (root: string, env: NodeJS.ProcessEnv): Promise<Serving> => {
  const config = readConfig(env);
  const log = processLogger(config);
  await tryAddress(config.host, config.port);
  const demo = { on: false, fresh: false };
  const open = await openGround({
    config,
    root,
    log,
    mayJoin: false,
    halfLoaded: isHalfLoaded(config),
    beforeMigrating: (found) => {
      demo.on = decideDemo(demoFacts(config, { fresh: found.fresh, present: found.demo }), config.host);
      demo.fresh = demo.on && found.fresh && config.database.kind === 'embedded';
      rememberDemo(config, demo.on, demo.fresh);
    },
  });
  let site: Site | undefined;
  try {
    site = siteOn(open, { config, root, demo: demo.on });
    if (demo.on) await prepareDemo(open, site, demo.fresh);
    if (demo.fresh) rememberDemo(config, true);
    const listening = await listen(site.app, config.host, config.port);
    open.addresses.listeningOn(listening.port);
    await site.startJobs();
    await tellAddresses(open, config, listening.port, process.stdout);
    return { port: listening.port, stop: stopper(open, site, listening) };
  } catch (error) {
    await site?.jobs.stop();
    await open.close();
    throw error;
  }
};

interface SiteSettings {
  readonly config: Config;
  readonly root: string;
  readonly demo: boolean;
  /** Whether this process keeps house for the jobs; a command does not. */
  readonly background?: boolean;
}

/** The whole house on an open ground; its workers do not run yet. */
export const siteOn = (open: OpenGround, { config, root, demo, background = true }: SiteSettings): Site =>
  composeSite(open.ground, {
    assets: loadAssets(assetsFolder(root)),
    transport: transportOf(config.mail),
    trustedProxies: config.trustProxy,
    version: versionOf(root),
    demo,
    background,
    migrations: open.migrations.map(({ name }) => name),
    ...(config.database.kind === 'embedded' ? { hasRoom: roomOn(config.dataDir) } : {}),
    lastBackup: () => (config.database.kind === 'embedded' ? lastBackup(config.dataDir) : 'elsewhere'),
  });

const assetsFolder = (root: string): string => {
  const folder = join(root, 'dist', 'assets');
  if (!existsSync(folder)) throw new StartProblem(sentences.notBuilt());
  return folder;
};

/** The demonstration sends events of its own, so the job tables must be known before it is loaded. */
const prepareDemo = async (open: OpenGround, site: Site, fresh: boolean): Promise<void> => {
  await site.jobs.open();
  await (fresh ? loadQuickly(open, site) : loadDemo(site.world, open.urls.ownerUrl));
  await open.addresses.refresh();
};

/**
 * Into a fresh database no step of the loading waits for the disk: a load cut off is begun anew. The last word does wait,
 * and with it everything before it.
 */
const loadQuickly = async (open: OpenGround, site: Site): Promise<void> => {
  const pool = createPool(unhurriedDisk(open.urls.appUrl), 2, (error) =>
    open.ground.log.warn('idle database connection lost', { error }),
  );
  try {
    await loadDemo({ ...site.world, pool }, open.urls.ownerUrl);
  } finally {
    await pool.end();
  }
  await open.ground.pool.query(`select pg_logical_emit_message(true, 'wijkregie', 'loaded')`);
};

const unhurriedDisk = (url: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent('-c synchronous_commit=off')}`;

const transportOf = (mail: MailConfig): MailTransport =>
  mail.kind === 'smtp' ? smtpTransport({ url: mail.url, from: mail.from }) : storedTransport;

/** The version of the program in this folder. */
export const versionOf = (root: string): string => {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
};

const stopper = (open: OpenGround, site: Site, listening: Listening): (() => Promise<void>) => {
  const timers = [
    every(REFRESH, open, 'host names could not be read', () => open.addresses.refresh()),
    every(KEYS_REFRESH, open, 'key file could not be read', async () => open.refreshKeys()),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await listening.close(DRAIN);
    await site.jobs.stop();
    await open.close();
  };
};

const every = (
  milliseconds: number,
  { ground }: OpenGround,
  problem: string,
  work: () => Promise<void>,
): NodeJS.Timeout =>
  setInterval(() => {
    work().catch((error: unknown) => ground.log.warn(problem, { error }));
  }, milliseconds);
