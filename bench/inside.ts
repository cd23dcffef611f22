import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type pg from 'pg';
import { createServer } from 'vite';
import { systemClock } from '#platform/clock.ts';
import { createPool } from '#platform/database/pool.ts';
import { createLogger } from '#platform/logging.ts';
import type { HouseGround } from './house-ground.ts';
import { freePort } from './programs.ts';

const root = join(import.meta.dirname, '..');

/** One statement as it was sent. */
export interface Sent {
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: unknown[];
  /** The first row of the answer, for values that later statements take over. */
  readonly answer: unknown;
}

/** The house in this very process, with its statements written down. */
export interface Inside {
  /** Where it is visited. */
  readonly origin: string;
  /** What the house asks of the database while `act` runs; with `undo` its transactions are rolled back. */
  readonly record: (act: () => Promise<unknown>, undo?: boolean) => Promise<readonly Sent[]>;
  readonly close: () => Promise<void>;
}

interface Composed {
  readonly app: Hono;
  readonly jobs: { readonly open: () => Promise<void>; readonly stop: () => Promise<void> };
}

type Recorder = { on: boolean; undo: boolean; sent: Sent[] };

type Ask = (...asked: unknown[]) => Promise<pg.QueryResult>;

/** A pool whose connections write down what the house asks in a transaction, and undo it while the recorder runs. */
const recording = (pool: pg.Pool, recorder: Recorder): pg.Pool => {
  const watched = new WeakSet<pg.PoolClient>();
  const watch = (client: pg.PoolClient): pg.PoolClient => {
    if (watched.has(client)) return client;
    watched.add(client);
    const ask = client.query.bind(client) as Ask;
    const query: Ask = async (...asked) => {
      const [config, own] = asked as [string | pg.QueryConfig, unknown[] | undefined];
      // The pool itself asks with a function to call back: that is no transaction of the house.
      if (!recorder.on || asked.some((part) => typeof part === 'function')) return ask(...asked);
      const { text, name, values } = typeof config === 'string' ? { text: config, values: own } : config;
      const result = await (recorder.undo && text === 'commit' ? ask('rollback') : ask(...asked));
      recorder.sent.push({ name, text, values: [...(values ?? [])], answer: result.rows?.[0] });
      return result;
    };
    return Object.assign(client, { query });
  };
  const connect = pool.connect.bind(pool) as (...asked: unknown[]) => Promise<pg.PoolClient>;
  const own = async (...asked: unknown[]) => (asked.length > 0 ? connect(...asked) : watch(await connect()));
  return Object.assign(pool, { connect: own });
};

/** Opens the house of the sources beside the running one, on the same database. */
export const openInside = async ({ appUrl, keyring }: HouseGround): Promise<Inside> => {
  const vite = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true },
  });
  const compose = await vite.ssrLoadModule('/src/site/compose.ts');
  const assets = await vite.ssrLoadModule('/src/platform/web/assets.ts');
  const transport = await vite.ssrLoadModule('/src/platform/mail/transport.ts');
  const recorder: Recorder = { on: false, undo: false, sent: [] };
  const pool = recording(
    createPool(appUrl, 4, () => undefined),
    recorder,
  );
  const log = createLogger({ level: 'error', clock: systemClock });
  const ground = { pool, clock: systemClock, keyring, log, publicUrl: () => 'http://localhost' };
  const site = (await compose.composeSite(ground, {
    assets: assets.loadAssets(join(root, 'dist', 'assets')),
    transport: transport.storedTransport,
    trustedProxies: 1,
    version: 'bench',
    demo: true,
    migrations: [],
    background: false,
  })) as Composed;
  await site.jobs.open();
  const port = await freePort();
  const server = serve({ fetch: site.app.fetch, hostname: '127.0.0.1', port });
  return {
    origin: `http://127.0.0.1:${port}`,
    record: async (act, undo = false) => {
      recorder.sent = [];
      recorder.undo = undo;
      recorder.on = true;
      await act();
      recorder.on = false;
      return recorder.sent;
    },
    close: async () => {
      server.close();
      await site.jobs.stop();
      await pool.end();
      await vite.close();
    },
  };
};
