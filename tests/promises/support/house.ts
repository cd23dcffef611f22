import { storedTransport } from '#platform/mail/transport.ts';
import type { Assets } from '#platform/web/assets.ts';
import type { Route } from '#platform/web/route.ts';
import { composeSite, type Site } from '#site/compose.ts';
import { loadDemoTown } from '#testing/demo/load.ts';
import { type DemoPerson, demoPeople } from '#testing/demo/people.ts';
import { hostOf } from '#testing/web.ts';
import { type TestClient, testClient } from '#testing/web-client.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';

/** One statement that a page sent to the database, with the page. */
export interface Sent {
  readonly route: Route;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The whole house as it is served, without a socket, on a database of its own. */
export interface House {
  readonly test: TestWorld;
  readonly site: Site;
  readonly town: Awaited<ReturnType<typeof loadDemoTown>>;
  /** Every statement of every page so far. */
  readonly sent: Sent[];
  /** A browser without script; signed in when an invented person is named by address. */
  readonly visit: (email?: string) => Promise<TestClient>;
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
export const bareSite = (test: TestWorld, sent: Sent[] = []): Site =>
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
      observe: (route) => (sql, parameters) => sent.push({ route, sql, parameters }),
    },
  );

/** Opens the house with the whole invented municipality in it; close it in `afterAll`. */
export const openHouse = async (): Promise<House> => {
  const test = await testWorld({ start: MOMENT });
  const town = await loadDemoTown(test.world, test.urls.ownerUrl);
  await asOwner(
    test.urls,
    town.gemeente,
    'insert into tenant_host (host, gemeente, is_public_address) values ($1, $2, false)',
    [hostOf(town.gemeente), town.gemeente],
  );
  const sent: Sent[] = [];
  const site = bareSite(test, sent);
  await site.jobs.boss.start();
  return {
    test,
    site,
    town,
    sent,
    visit: async (email) => {
      const client = testClient(site.app, test, town.gemeente, []);
      return email === undefined ? client : client.signInAs(town.accounts[email] ?? '');
    },
    close: async () => {
      await site.jobs.stop();
      await test.close();
    },
  };
};

/** One invented person for each role: whoever comes first. */
export const onePerRole: readonly DemoPerson[] = [
  ...new Map(demoPeople.toReversed().map((person) => [person.role, person] as const)).values(),
];
