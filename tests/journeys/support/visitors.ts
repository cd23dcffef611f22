import { readFileSync, statSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, onTestFailed } from 'vitest';
import { launchBrowser, openContext, sidewaysOverflow, type ViewOptions } from '../../browser.ts';
import '../house.ts';

/** Somebody with a browser of their own; all that the browser complained of is kept. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  /** Opens a page of the demo municipality; fails when it does not answer with `status`. */
  readonly open: (path: string, status?: number) => Promise<void>;
}

/** The people of one test file, in one browser. */
export interface Visitors {
  readonly enter: (options?: ViewOptions & { signInAs?: string }) => Promise<Visitor>;
  readonly origin: () => string;
}

/** What a browser may say without anything being wrong: a page that tells of a mistake has a status of its own. */
const isOfAPage = (text: string): boolean => text.startsWith('Failed to load resource');

const isWrong = (response: Response): boolean =>
  response.status() >= 400 && !response.request().isNavigationRequest();

/** Adds to `complaints` whatever this page's browser is not content with. */
export const listen = (page: Page, complaints: string[]): void => {
  page.on('console', (message) => {
    const isTrouble = message.type() === 'error' || message.type() === 'warning';
    if (isTrouble && !isOfAPage(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page ends what it was still asking for.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${page.url()}: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (isWrong(response)) complaints.push(`${page.url()}: ${response.status()} ${response.url()}`);
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
};

/** The lines that the program wrote since `start` (bytes), without those of ordinary requests. */
const troubleSince = (logFile: string, start: number): string =>
  readFileSync(logFile)
    .subarray(start)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.startsWith('{') && !line.includes('"level":"info"'))
    .join('\n');

let arrivals = 0;
/** An address nobody else in this run has, so that limits per visitor count each visitor apart. */
const ownAddress = (): string => {
  arrivals += 1;
  return `198.18.${process.pid % 250}.${arrivals % 250}`;
};

/** A picture of the whole page in the folder that `LOOK_FOLDER` names, for whoever wants to see what the tests saw. */
export const pictureOf = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.LOOK_FOLDER;
  if (!folder) return;
  await page.screenshot({ path: `${folder}/${name.replaceAll(/[^\w-]+/g, '_')}.png`, fullPage: true });
};

/** Presses a button or link that leads to a page, and waits for that page. */
export const press = async (control: Locator): Promise<void> => {
  const page = control.page();
  await Promise.all([page.waitForEvent('domcontentloaded'), control.click()]);
};

/** Steps in as an invented person, through the demonstration's own page. */
export const stepIn = async (page: Page, origin: string, name: string): Promise<void> => {
  await page.goto(`${origin}/demo`);
  await press(page.getByRole('button', { name: `Stap in als ${name}` }).first());
  expect(new URL(page.url()).pathname).not.toMatch(/^\/demo/);
};

/**
 * A browser for this test file. After each test all visitors leave; the test fails when a browser complained
 * (script, content policy, a file that is not there), and then tells what the program wrote.
 */
export const receiveVisitors = (): Visitors => {
  const { origin, logFile } = inject('house');
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];
  let logStart = 0;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const heard = complaints;
    const trouble = troubleSince(logFile, logStart);
    if (trouble !== '') {
      onTestFailed(() => {
        process.stderr.write(`The program wrote:\n${trouble}\n`);
      });
    }
    for (const context of contexts) await context.close();
    contexts = [];
    complaints = [];
    logStart = statSync(logFile).size;
    expect(heard).toEqual([]);
  });
  const enter: Visitors['enter'] = async ({ signInAs, ...view } = {}) => {
    const context = await openContext(browser, view);
    await context.setExtraHTTPHeaders({ 'x-forwarded-for': ownAddress() });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    context.on('page', (page) => listen(page, complaints));
    const page = await context.newPage();
    if (signInAs) await stepIn(page, origin, signInAs);
    const open: Visitor['open'] = async (path, status = 200) => {
      const answer = await page.goto(new URL(path, origin).href);
      expect(answer?.status(), path).toBe(status);
      expect(await sidewaysOverflow(page), `${path} is wider than its window`).toBe(0);
    };
    return { page, context, origin, open };
  };
  return { enter, origin: () => origin };
};
