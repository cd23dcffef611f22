import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { storedTransport } from '#platform/mail/transport.ts';
import { loadAssets } from '#platform/web/assets.ts';
import { composeSite, type Site } from '#site/compose.ts';
import { listen } from '#site/start/listen.ts';
import { loadDemoTown } from '#testing/demo/load.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { launchBrowser, openContext, sidewaysOverflow, type ViewOptions } from '../../browser.ts';
import { listen as hear, stepIn, type Visitor } from './visitors.ts';

/** Milliseconds that running requests get to end. */
const PATIENCE = 2_000;
const DIST = join(import.meta.dirname, '..', '..', '..', 'dist', 'assets');

/** The whole house in this process, on a clock that the journey moves; each visitor has a browser window of their own. */
export interface MovedHouse {
  readonly test: TestWorld;
  readonly town: Awaited<ReturnType<typeof loadDemoTown>>;
  readonly site: Site;
  /** Opens a window, stepped in as whom the demonstration knows by this name, or as nobody. */
  readonly enter: (as?: string, view?: ViewOptions) => Promise<Visitor>;
  /** What the browsers were not content with. */
  readonly complaints: readonly string[];
  /** Moves the clock, and lets everything that is due happen. */
  readonly at: (moment: string) => Promise<void>;
  /** Lets everything that was set going happen now. */
  readonly settle: () => Promise<void>;
  /** Looks behind the pages. */
  readonly sql: <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;
  readonly close: () => Promise<void>;
}

/** Opens the house with the demo municipality at this moment; close it in `afterAll`. */
export const movedHouse = async (start: string): Promise<MovedHouse> => {
  const test = await testWorld({ start });
  const address = { port: 0 };
  const publicUrl = () => `http://zoetermeer.localhost:${address.port}`;
  const site = composeSite(
    { ...test.world, publicUrl },
    {
      assets: loadAssets(DIST),
      transport: storedTransport,
      trustedProxies: 1,
      version: '0.0.0',
      demo: true,
      migrations: [],
      background: false,
    },
  );
  await site.jobs.open();
  const town = await loadDemoTown(site.world, test.urls.ownerUrl);
  const listening = await listen(site.app, '127.0.0.1', 0);
  address.port = listening.port;
  const browser = await launchBrowser();
  const complaints: string[] = [];
  const settle = async (): Promise<void> => {
    await site.jobs.drain(site.world);
    await site.jobs.runRecurring(site.world);
    await site.jobs.drain(site.world);
  };
  await settle();
  return {
    test,
    town,
    site,
    settle,
    enter: (as, view = {}) => enter({ browser, origin: publicUrl(), complaints }, as, view),
    complaints,
    at: async (moment) => {
      test.clock.set(moment);
      await settle();
    },
    sql: (text, values = []) => asOwner(test.urls, town.gemeente, text, values),
    close: async () => {
      await browser.close();
      await listening.close(PATIENCE);
      await site.jobs.stop();
      await test.close();
    },
  };
};

let arrivals = 0;

interface Street {
  readonly browser: Browser;
  readonly origin: string;
  readonly complaints: string[];
}

const enter = async (
  { browser, origin, complaints }: Street,
  as: string | undefined,
  view: ViewOptions,
): Promise<Visitor> => {
  const context = await openContext(browser, view);
  arrivals += 1;
  await context.setExtraHTTPHeaders({ 'x-forwarded-for': `198.19.0.${arrivals}` });
  context.setDefaultTimeout(15_000);
  context.on('page', (page) => hear(page, complaints));
  const page: Page = await context.newPage();
  if (as !== undefined) await stepIn(page, origin, as);
  const open: Visitor['open'] = async (path, status = 200) => {
    const answer = await page.goto(new URL(path, origin).href);
    expect(answer?.status(), path).toBe(status);
    expect(await sidewaysOverflow(page), `${path} is wider than its window`).toBe(0);
  };
  return { page, context, origin, open };
};
