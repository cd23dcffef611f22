import { Hono } from 'hono';
import type pg from 'pg';
import { gemeenteRoutes, readSettings } from '#gemeente/index.ts';
import { gate, nameOf } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts';
import type { Logger } from '#platform/logging.ts';
import { mailCatalogues, mailRoom } from '#platform/mail/index.ts';
import type { PostOffice } from '#platform/mail/office.ts';
import type { MailTransport } from '#platform/mail/transport.ts';
import { socketAddress } from '#platform/operations/caller.ts';
import { mountHealth } from '#platform/operations/health-routes.ts';
import { operationsCatalogues, operationsRecurring, operationsRoutes } from '#platform/operations/index.ts';
import { createMetrics } from '#platform/operations/metrics.ts';
import { measureProcess } from '#platform/operations/process-metrics.ts';
import { readiness } from '#platform/operations/readiness.ts';
import { watchRequests } from '#platform/operations/request-log.ts';
import type { Keyring } from '#platform/secrets/index.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Assets } from '#platform/web/assets.ts';
import { mountRoutes, type WebSettings } from '#platform/web/mount.ts';
import type { Route } from '#platform/web/route.ts';
import type { WebServices } from '#platform/web/services.ts';
import type { World } from '#platform/world.ts';
import { pagesOf } from '#thread/index.ts';
import { exitRoute, type LastBackup } from './exit/page.tsx';
import { exitTexts } from './exit/texts.ts';
import { findText } from './find-text.ts';
import { gemeenteParts } from './gemeente-parts.ts';
import { navigation } from './navigation.ts';
import { sitePages } from './pages/index.ts';
import { door, openRooms, type RoomDoor } from './rooms.ts';
import { webServices } from './services.ts';
import { publicPhone, returnAddress } from './settings.ts';
import { mountStaticFiles } from './static-files.ts';
import { siteTexts } from './texts.ts';

/** What the house stands on; made once at the start. */
export interface Ground {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly publicUrl: (gemeente: string) => string;
}

export interface SiteOptions {
  readonly assets: Assets;
  readonly transport: MailTransport;
  readonly trustedProxies: number;
  readonly version: string;
  /** Whether this is a demonstration, in which anybody may step in as staff. */
  readonly demo: boolean;
  /** Names of the migrations this program was built with. */
  readonly migrations: readonly string[];
  /** Whether pg-boss keeps house in this process; tests say no. */
  readonly background?: boolean;
  readonly observe?: WebSettings['observe'];
  /** Whether the disk has room for what is sent; without it that is watched elsewhere. */
  readonly hasRoom?: () => Promise<boolean>;
  readonly patience?: WebSettings['patience'];
  /** When the database was last backed up, for the administrator; without it that happens elsewhere. */
  readonly lastBackup?: () => LastBackup;
}

/** The whole house, joined and ready to serve. */
export interface Site {
  readonly world: World;
  readonly jobs: Jobs;
  readonly app: Hono;
  /** Every route of every room; for the promise tests. */
  readonly routes: readonly Route[];
  /** Starts the workers; visitors may come before. */
  readonly startJobs: () => Promise<void>;
}

/** What the ground floor and the site itself bring. */
const belowRooms = door({
  texts: [siteTexts, exitTexts, ...mailCatalogues, ...operationsCatalogues],
  recurring: operationsRecurring,
});

/** The texts of the whole house, for finding the words of a refusal. */
export const houseTexts: readonly Catalogue<Texts>[] = [...openRooms(false), belowRooms].flatMap(
  ({ texts }) => texts,
);

/** Joins all rooms' routes, reactions, recurring work, templates and texts into one site. */
export const composeSite = (ground: Ground, options: SiteOptions): Site => {
  const pageOf = pagesOf(() => routes);
  const doors = [...openRooms(options.demo, pageOf), belowRooms];
  const text = findText(doors.flatMap(({ texts }) => texts));
  const mail = mailRoom(postOffice(doors, options.transport), text);
  const jobs = createJobs(
    ground.pool,
    ground.log,
    [...doors.flatMap(({ subscriptions }) => subscriptions), ...mail.subscriptions],
    [...doors.flatMap(({ recurring }) => recurring), ...mail.recurring],
    options.background ?? true,
  );
  const world: World = { ...ground, gate, events: jobs };
  const placesFor = navigation((path) => pages.has(path));
  const routes = [
    ...sitePages(text, placesFor, options),
    exitRoute(options.lastBackup ?? (() => 'elsewhere')),
    ...gemeenteRoutes(gemeenteParts(() => houseTexts, options.assets.themeTokens)),
    ...doors.flatMap((room) => room.routes),
    ...mail.routes,
    ...operationsRoutes(() => jobs.boss, nameOf),
  ];
  const pages = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const state = { jobsRun: false };
  const services = webServices(world, options.assets, text, placesFor, pageOf);
  const app = serverOf(world, routes, services, options, () => state.jobsRun);
  return {
    world,
    jobs,
    app,
    routes,
    startJobs: async () => {
      await jobs.start(world);
      state.jobsRun = true;
    },
  };
};

const postOffice = (doors: readonly RoomDoor[], transport: MailTransport): PostOffice => ({
  templates: new Map(doors.flatMap(({ templates }) => templates.map((made) => [made.name, made] as const))),
  transport,
  senderOf: async (world, db, gemeente) => {
    const settings = await readSettings(db, gemeente, isoDate(world.clock.now()));
    return { phone: settings.get(publicPhone) || null, address: settings.get(returnAddress) };
  },
});

const serverOf = (
  world: World,
  routes: readonly Route[],
  services: WebServices,
  options: SiteOptions,
  jobsRun: () => boolean,
): Hono => {
  const app = new Hono();
  const metrics = createMetrics();
  const hasRoom = options.hasRoom ?? (async () => true);
  measureProcess(metrics, world);
  app.use(watchRequests(world.log, metrics));
  mountHealth(app, {
    metrics,
    readiness: () => readiness({ pool: world.pool, migrations: options.migrations, jobsRun, hasRoom }),
  });
  mountStaticFiles(app, options.assets);
  mountRoutes(app, routes, world, services, {
    trustedProxies: options.trustedProxies,
    remoteAddress: socketAddress,
    hasRoom,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...(options.observe ? { observe: options.observe } : {}),
  });
  return app;
};
