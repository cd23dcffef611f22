// Draws the pictures of the README and the guides (docs/beelden) from the demonstration: run by `npm run screenshots`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { freePort, startProgram } from '../bench/programs.ts';
import { discardEmbedded } from '../src/platform/database/launcher/launcher.ts';
import { makeTemporaryFolder } from '../src/platform/temporary-folder.ts';
import { launchBrowser, openContext } from '../tests/browser.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, 'docs', 'beelden');

/** Widths in CSS pixels: a small telephone, and a desk. */
const WIDTHS = [320, 1280] as const;
/** A picture shows no more than two screens of its page. */
const SCREENS = 2;
/** Bytes; a page of documentation with all pictures stays light. */
const HEAVIEST = 120_000;
/** Milliseconds for a first start: a new database, the migrations and the whole demo town. */
const START_PATIENCE = 180_000;

/** A page of the demonstration. */
interface Shot {
  readonly name: string;
  /** The invented person who looks; a resident without. */
  readonly as?: string;
  /** Where the walk begins. */
  readonly path: string;
  /** A link of that page to follow: the first whose address begins so. */
  readonly follow?: string;
}

const SHOTS: readonly Shot[] = [
  { name: 'voorpagina', path: '/' },
  { name: 'melden', path: '/melden' },
  { name: 'wijk', path: '/wijken/palenstein' },
  { name: 'balie', as: 'Bea Balie', path: '/balie' },
  { name: 'werklijst', as: 'Lars Licht', path: '/werk' },
  { name: 'melding', as: 'Lars Licht', path: '/werk', follow: '/signalen/' },
  { name: 'maandag', as: 'Wout Regie', path: '/maandag' },
  { name: 'noteer', as: 'Bart Beheer', path: '/noteer' },
  { name: 'raad', path: '/raad' },
  { name: 'patroon', as: 'Rik Raadslid', path: '/raad/patroon?zoek=Meerzichtlaan' },
];

/** Steps in as an invented person, through the demonstration's own page. */
const stepIn = async (page: Page, origin: string, name: string): Promise<void> => {
  await page.goto(`${origin}/demo`);
  const button = page.getByRole('button', { name: `Stap in als ${name}` }).first();
  await Promise.all([page.waitForEvent('domcontentloaded'), button.click()]);
};

/** The page as seen at this width, cut at two screens, as light as it must be. */
const draw = async (page: Page, width: number): Promise<Buffer> => {
  const tall = (page.viewportSize()?.height ?? 0) * SCREENS;
  const full = await page.evaluate(() => document.documentElement.scrollHeight);
  const picture = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(full, tall) },
  });
  for (const quality of [80, 65, 50, 35]) {
    const drawn = await sharp(picture).webp({ quality, effort: 6 }).toBuffer();
    if (drawn.length < HEAVIEST) return drawn;
  }
  throw new Error(`${page.url()} at ${width} pixels does not fit in ${HEAVIEST} bytes`);
};

/** Walks to one page and keeps its picture. */
const shoot = async (browser: Browser, origin: string, shot: Shot, width: number): Promise<void> => {
  const context = await openContext(browser, { width });
  const page = await context.newPage();
  if (shot.as) await stepIn(page, origin, shot.as);
  await page.goto(`${origin}${shot.path}`);
  if (shot.follow) {
    const href = await page.locator(`main a[href^="${shot.follow}"]`).first().getAttribute('href');
    await page.goto(`${origin}${href}`);
  }
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const drawn = await draw(page, width);
  writeFileSync(join(target, `${shot.name}-${width}.webp`), drawn);
  console.log(`${shot.name}-${width}.webp ${Math.round(drawn.length / 1000)} kB`);
  await context.close();
};

const dataDir = makeTemporaryFolder('pictures');
const port = await freePort();
mkdirSync(target, { recursive: true });
const program = await startProgram(
  [join(root, 'dist', 'server.js')],
  { DATA_DIR: dataDir, DEMO: '1', PORT: String(port), LOG_LEVEL: 'error' },
  port,
  '/readyz',
  START_PATIENCE,
);
try {
  const browser = await launchBrowser();
  const origin = `http://zoetermeer.localhost:${port}`;
  for (const width of WIDTHS) for (const shot of SHOTS) await shoot(browser, origin, shot, width);
  await browser.close();
  const drawn = new Set(SHOTS.flatMap(({ name }) => WIDTHS.map((width) => `${name}-${width}.webp`)));
  for (const file of readdirSync(target)) if (!drawn.has(file)) rmSync(join(target, file));
} finally {
  await program.stop();
  discardEmbedded(dataDir);
}
