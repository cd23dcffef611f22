import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { loadAssets } from '#platform/web/assets.ts';
import { renderPage } from '#platform/web/shell/page.tsx';
import { galleryAreas } from '#testing/gallery/enhancements.tsx';
import { galleryPage } from '#testing/gallery/page.tsx';
import { type PageServer, servePages } from '#testing/gallery/serve.ts';
import { buildAssets } from '../../scripts/build-assets.ts';
import { launchBrowser, openContext } from '../browser.ts';

// The smallest picture there is.
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const photo = (name: string) => ({ name, mimeType: 'image/gif', buffer: pixel });

let server: PageServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const dir = makeTemporaryFolder('assets');
  await buildAssets(undefined, dir);
  const assets = loadAssets(dir);
  removeTemporaryFolder(dir);
  server = await servePages(assets, {
    '/': renderPage(galleryPage({ assets, width: 'resident' })),
    '/gallery-areas.json': JSON.stringify(galleryAreas),
    '/gallery-nearby': '<p>Hier loopt al een melding.</p><script>document.title = "kwaad"</script>',
    '/gallery-key': '<!doctype html><title>Gedaan</title>',
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  complaints = [];
  context = await openContext(browser, { width: 400 });
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url);
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

describe('the map', () => {
  it('puts the point under the cross in the two inputs, with the keyboard alone', async () => {
    const canvas = page.locator('.wr-map__canvas');
    await page.locator('path.wr-map__area').waitFor();
    await page.getByRole('button', { name: 'Kies dit punt' }).press('Enter');
    const before = Number(await page.locator('#lon').inputValue());
    await canvas.focus();
    await page.keyboard.press('ArrowRight');
    const chooseAgain = async () => {
      await page.getByRole('button', { name: 'Kies dit punt' }).press('Enter');
      return Number(await page.locator('#lon').inputValue());
    };
    await expect.poll(chooseAgain).toBeGreaterThan(before);
    expect(before).toBeCloseTo(4.475, 2);
    expect(Number(await page.locator('#lat').inputValue())).toBeCloseTo(52.06, 2);
    expect(await page.locator('wr-map-pin [role=status]').textContent()).toBe('De plek is gekozen.');
  });

  it('asks no other house for pictures', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.locator('path.wr-map__area').waitFor();
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
  });
});

describe('the photos', () => {
  it('are shown, kept when more are added, taken away, and never more than three', async () => {
    const field = page.locator('#fotos');
    const names = () =>
      field.evaluate((input: HTMLInputElement) => Array.from(input.files ?? [], ({ name }) => name));
    await field.setInputFiles([photo('een.gif')]);
    await field.setInputFiles([photo('twee.gif')]);
    expect(await names()).toEqual(['een.gif', 'twee.gif']);
    await page.getByRole('button', { name: 'Verwijder een.gif' }).click();
    expect(await names()).toEqual(['twee.gif']);
    await field.setInputFiles([photo('drie.gif'), photo('vier.gif'), photo('vijf.gif')]);
    expect(await names()).toEqual(['twee.gif', 'drie.gif', 'vier.gif']);
    expect(await page.locator('wr-photo-field [role=status]').textContent()).toContain('hoogstens 3');
    expect(await page.locator('.wr-photos img').count()).toBe(3);
  });
});

describe('what is near', () => {
  it('appears while somebody types, and its scripts do not run', async () => {
    await page.locator('#straat').pressSequentially('Palen', { delay: 20 });
    await page.locator('wr-nearby').getByText('Hier loopt al een melding.').waitFor();
    expect(await page.title()).toContain('Alle bouwstenen');
  });
});

describe('a form', () => {
  it('goes once, however often its button is pressed', async () => {
    server.sent.length = 0;
    await page.route('**/gallery-sent', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    const button = page.getByRole('button', { name: 'Verstuur de plek' });
    await button.evaluate((element: HTMLButtonElement) => {
      element.click();
      element.click();
      element.click();
    });
    await expect.poll(() => server.sent.length, { timeout: 3000 }).toBe(1);
    await page.waitForTimeout(500);
    expect(server.sent.map(({ path }) => path)).toEqual(['/gallery-sent']);
    // The test server has no page there.
    complaints = complaints.filter((complaint) => !complaint.includes('404'));
  });
});

describe('a key', () => {
  it('presses its button, but not while somebody types', async () => {
    await page.locator('#straat').focus();
    await page.keyboard.press('g');
    expect(await page.locator('#straat').inputValue()).toBe('g');
    expect(page.url()).not.toContain('gallery-key');
    await page.keyboard.press('Alt+g');
    await page.waitForURL('**/gallery-key');
  });
});
