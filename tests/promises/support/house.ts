import { Hono } from 'hono';
import { isAction, matrix, type RoleId, reachOf } from '#people/index.ts';
import { storedTransport } from '#platform/mail/transport.ts';
import type { Assets } from '#platform/web/assets.ts';
import { composeSite, type Site } from '#site/compose.ts';
import { loadDemoTown } from '#testing/demo/load.ts';
import { type DemoPerson, demoPeople } from '#testing/demo/people.ts';
import { hostOf } from '#testing/web.ts';
import { type TestClient, testClient } from '#testing/web-client.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { type Listener, listenTo } from './statements.ts';

/** The whole house as it is served, without a socket, on a database of its own. */
export interface House {
  readonly test: TestWorld;
  readonly site: Site;
  readonly town: Awaited<ReturnType<typeof loadDemoTown>>;
  /** The public address of the municipality. */
  readonly origin: string;
  /** Every statement that went to the database. */
  readonly statements: Listener;
  /** A browser without script; signed in when an invented person is named by address. */
  readonly visit: (email?: string) => Promise<TestClient>;
  /** Sends a body as it is, from an address of its own: for what no browser would send. */
  readonly send: (path: string, form: { type: string | undefined; body: BodyInit }) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** The moment of the invented municipality: a Monday at noon. */
const MOMENT = '2026-11-23T12:00:00+01:00';

/** Every file there is: what a page names is another test's question. */
const anyAssets: Assets = {
  url: (name) => `/assets/${name}`,
  has: () => true,
  file: () => undefined,
  themeTokens: { '--utrecht-document-color': '#000000', '--utrecht-document-background-color': '#ffffff' },
};

/** Composes the site on an empty database: for questions about routes and commands only. */
export const bareSite = (test: TestWorld): Site =>
  composeSite(
    { ...test.world },
    {
      assets: anyAssets,
      transport: storedTransport,
      trustedProxies: 1,
      version: '0.0.0',
      demo: true,
      migrations: [],
      background: false,
    },
  );

/** The site as somebody at this address reaches it: each visitor has limits of their own. */
const fromAddress = (site: Site, remoteAddress: string): Hono =>
  new Hono().all('*', (context) =>
    site.app.fetch(context.req.raw, { incoming: { socket: { remoteAddress } } }),
  );

/** Opens the house with the whole invented municipality in it; close it in `afterAll`. */
export const openHouse = async (): Promise<House> => {
  const test = await testWorld({ start: MOMENT });
  const statements = listenTo(test.world.pool);
  const site = bareSite(test);
  await site.jobs.open();
  const town = await loadDemoTown(site.world, test.urls.ownerUrl);
  const host = hostOf(town.gemeente);
  await asOwner(
    test.urls,
    town.gemeente,
    'insert into tenant_host (host, gemeente, is_public_address) values ($1, $2, false)',
    [host, town.gemeente],
  );
  await site.jobs.drain(site.world);
  let visitors = 0;
  return {
    test,
    site,
    town,
    statements,
    origin: `http://${host}`,
    visit: async (email) => {
      visitors += 1;
      const client = testClient(fromAddress(site, `10.0.0.${visitors}`), test, town.gemeente, []);
      return email === undefined ? client : client.signInAs(town.accounts[email] ?? '');
    },
    send: async (path, { type, body }) => {
      visitors += 1;
      const headers = new Headers({ host, origin: `http://${host}` });
      if (type !== undefined) headers.set('content-type', type);
      const remoteAddress = `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`;
      const request = new Request(`http://${host}${path}`, { method: 'POST', headers, body });
      return site.app.fetch(request, { incoming: { socket: { remoteAddress } } });
    },
    close: async () => {
      await site.jobs.stop();
      await test.close();
    },
  };
};

/** All that a role may do and how far: who may the same sees the same. */
const rightsOf = (role: RoleId): string =>
  JSON.stringify(Object.keys(matrix).map((action) => isAction(action) && reachOf(action, role)));

/** One invented person for each set of rights: whoever comes first. */
export const onePerRights: readonly DemoPerson[] = [
  ...new Map(demoPeople.toReversed().map((person) => [rightsOf(person.role), person] as const)).values(),
];
