import { join } from 'node:path';
import type { Hono } from 'hono';
import { storedTransport } from '#platform/mail/transport.ts';
import { loadAssets } from '#platform/web/assets.ts';
import { asOwner, type TestWorld } from '#testing/world.ts';
import { composeSite, type Site, type SiteOptions } from './compose.ts';

const root = join(import.meta.dirname, '..', '..');

/** The whole house on the database of a test, as `main` composes it, without a socket. */
export const testHouse = (
  testWorld: TestWorld,
  options: Pick<Partial<SiteOptions>, 'demo' | 'hasRoom' | 'patience'> = {},
): Site => {
  const { pool, clock, keyring, log, publicUrl } = testWorld.world;
  return composeSite(
    { pool, clock, keyring, log, publicUrl },
    {
      assets: loadAssets(join(root, 'dist', 'assets')),
      transport: storedTransport,
      trustedProxies: 0,
      version: '0.0.0-test',
      demo: false,
      migrations: [],
      background: false,
      ...options,
    },
  );
};

/** Gives a municipality the host name under which tests visit it. */
export const makeHost = async (testWorld: TestWorld, host: string, gemeente = 'GM0637'): Promise<void> => {
  await asOwner(testWorld.urls, gemeente, 'insert into tenant_host (host, gemeente) values ($1, $2)', [
    host,
    gemeente,
  ]);
};

interface Asking {
  readonly host?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The address at the other end of the socket. */
  readonly from?: string;
}

/** Asks the house for one page, as if over a socket. */
export const askHouse = async (app: Hono, path: string, asking: Asking = {}): Promise<Response> => {
  const { host = 'zoetermeer.localhost', method = 'GET', headers = {}, body, from = '203.0.113.7' } = asking;
  const request = new Request(`http://${host}${path}`, {
    method,
    headers: { host, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return app.request(request, undefined, { incoming: { socket: { remoteAddress: from } } });
};
