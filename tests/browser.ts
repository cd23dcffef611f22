import { existsSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';

// Flags of the packaged browser that make it unstable or less strict than a visitor's own (stack.md, trap 8).
const unwantedFlags = new Set([
  '--single-process',
  '--no-zygote',
  '--in-process-gpu',
  '--disable-web-security',
]);

interface StartableBrowser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** Runs `work` with these environment variables and puts the old ones back: PostgreSQL must not inherit the browser's libraries. */
const withEnvironment = async <T>(changes: Record<string, string>, work: () => Promise<T>): Promise<T> => {
  const touched = [...Object.keys(changes), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'];
  const before = touched.map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, changes);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
};

// The packaged configuration looks in fixed places of a cloud machine; a browser that finds no font at all crashes.
const fontsConfig = (dir: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${dir}</dir><cachedir>${dir}-cache</cachedir></fontconfig>`;

/** Unpacks the browser once per user and version; of two runs at the same moment, the first to finish is kept. */
const packagedBrowser = async (): Promise<StartableBrowser> => {
  const version: unknown = createRequire(import.meta.url)('playwright-core/package.json').version;
  const home = join(tmpdir(), `wijkregie-browser-${userInfo().uid}-${String(version)}`);
  const args = await withEnvironment({ AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }, async () => {
    const { default: packaged } = await import('@sparticuz/chromium');
    if (!existsSync(join(home, 'chromium'))) {
      const fresh = mkdtempSync(`${home}-`);
      await withEnvironment({ TMPDIR: fresh }, () => packaged.executablePath());
      writeFileSync(join(fresh, 'fonts.conf'), fontsConfig(join(home, 'fonts')));
      if (!existsSync(home)) renameSync(fresh, home);
    }
    return packaged.args.filter((flag) => !unwantedFlags.has(flag) && !flag.startsWith('--headless'));
  });
  return {
    executablePath: join(home, 'chromium'),
    args,
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
};

/**
 * Starts Chromium without a screen. `CHROMIUM_PATH` names another browser than the packaged one, and is needed on
 * anything but Linux on x64. Close it when done.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const own = process.env.CHROMIUM_PATH;
  const { executablePath, args, env } =
    own === undefined ? await packagedBrowser() : { executablePath: own, args: [], env: {} };
  const scratch = makeTemporaryFolder('browsing');
  const browser = await chromium.launch({
    executablePath,
    args,
    env: { PATH: process.env.PATH ?? '', HOME: scratch, TMPDIR: scratch, ...env },
  });
  browser.on('disconnected', () => removeTemporaryFolder(scratch));
  return browser;
};

export interface ViewOptions {
  /** Width in CSS pixels; the promise is that everything works from 320. */
  width?: number;
  javaScript?: boolean;
}

/** A fresh visitor: no cookies, Dutch, no animations. */
export const openContext = (
  browser: Browser,
  { width = 1280, javaScript = true }: ViewOptions = {},
): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: width < 600 ? 640 : 900 },
    javaScriptEnabled: javaScript,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });

/** How many pixels the page is wider than its window; 0 when nothing sticks out. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
