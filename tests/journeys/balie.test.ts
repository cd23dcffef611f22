import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { goOn, shownCode } from './support/report.ts';
import { finish, openFromWorklist, ownWord } from './support/staff.ts';
import { pictureOf, press, receiveVisitors, type Visitor } from './support/visitors.ts';

const visitors = receiveVisitors();

const main = (page: Page): Promise<string> => page.locator('main').innerText();

/** Presses keys that lead to another page. */
const keysTo = async (page: Page, keys: string): Promise<void> => {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(keys)]);
};

const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('name'));

const typeIn = async (page: Page, name: string, text: string): Promise<void> => {
  for (let step = 0; step < 60 && (await focused(page)) !== name; step++) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(name);
  await page.keyboard.type(text);
};

/** The text on what was printed; a test has no printer. */
const printedWith = async (page: Page, key: string): Promise<string> => {
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.printed = document.querySelector('main')?.innerText ?? '';
    };
  });
  await page.keyboard.press(key);
  return page.evaluate(() => document.documentElement.dataset.printed ?? '');
};

const STREET = 'Van Doornenplantsoen';

/** A neighbour told it before, on paper: without a word more than needed. */
const toldBefore = async (word: string): Promise<void> => {
  const { page, open } = await visitors.enter({ signInAs: 'Bilal Balie', javaScript: false });
  await open('/balie');
  await page.getByLabel('Wat vertelt u?').fill(`Het pad bij ${word} is donker, er brandt geen lantaarn.`);
  await page.getByLabel('Welke straat?').fill(STREET);
  await press(page.getByRole('button', { name: 'Verstuur' }));
  expect(new URL(page.url()).pathname).toMatch(/^\/balie\/bewijs\//);
};

describe('mevrouw haalt strooizout, and a neighbour was first', () => {
  it('joins with one key, takes the slip home, comes back and says "niet opgelost": all by keyboard, in 90 seconds', async () => {
    const word = ownWord();
    await toldBefore(word);
    const { page, open } = await visitors.enter({ signInAs: 'Bea Balie' });
    await open('/balie');
    const start = performance.now();
    await keysTo(page, 'Alt+s');
    expect(await main(page)).toContain('Speelt er nog iets in uw straat?');
    await page.locator('[name=tekst]:focus').waitFor();
    await page.keyboard.type(`Bij ${word} is het pad donker, de lantaarn brandt niet.`);
    await typeIn(page, 'plek_straat', STREET);
    const beside = page.getByRole('complementary');
    await beside.getByRole('button', { name: 'Ook namens mevrouw' }).first().waitFor();
    await page.waitForTimeout(500);
    await pictureOf(page, 'balie-1280');
    expect(await barriersOn(page)).toEqual([]);
    await keysTo(page, 'Alt+1');
    expect(new URL(page.url()).pathname).toMatch(/^\/balie\/bewijs\//);
    const slip = await main(page);
    expect(slip).toContain('U bent aangesloten bij een melding van');
    const code = await shownCode({ page });
    expect(await printedWith(page, 'p')).toMatch(/Uw code/);
    expect(performance.now() - start).toBeLessThan(90_000);
    await pictureOf(page, 'bewijs-1280');
    expect(await barriersOn(page)).toEqual([]);

    const lars = await visitors.enter({ signInAs: 'Lars Licht' });
    await openFromWorklist(lars, word);
    expect(await main(lars.page)).toContain('Ook gemeld door 1');
    await finish(lars, 'De lantaarn brandt weer.');

    const granddaughter = await visitors.enter({ javaScript: false, width: 320 });
    await granddaughter.open(`/volg/${code}`);
    expect(await main(granddaughter.page)).toContain('De lantaarn brandt weer.');
    await pictureOf(granddaughter.page, 'volg-320');

    await keysTo(page, 'n');
    await keysTo(page, 'Alt+t');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type(code);
    await keysTo(page, 'Enter');
    expect(await main(page)).toContain('U sluit aan bij een eerdere melding over hetzelfde.');
    expect(await main(page)).toContain('Wij schreven: De lantaarn brandt weer.');
    await typeIn(page, 'tekst', 'Er is nog een tweede lantaarn uit.');
    await keysTo(page, 'Alt+o');
    expect(await main(page)).toContain('De melding is weer open.');
    await openFromWorklist(lars, word);
    expect(await main(lars.page)).toContain('Er is nog een tweede lantaarn uit.');
    await pictureOf(lars.page, 'melding-1280');
  });

  it('goes to the wijkregisseur by one key, one line and Enter', async () => {
    const word = ownWord();
    const { page, open } = await visitors.enter({ signInAs: 'Bea Balie' });
    await open('/balie');
    await page.keyboard.type(`Bij ${word} ligt iets vreemds in de berm.`);
    await page.keyboard.press('Alt+k');
    expect(await focused(page)).toBe('regel');
    await page.keyboard.type('Van wie is dit?');
    await keysTo(page, 'Enter');
    expect(await main(page)).toContain('de wijkregisseur');
  });
});

/** Tells the same at the website and joins the first that is offered. */
const joinOnSite = async (visitor: Visitor, word: string): Promise<string> => {
  const { page, open } = visitor;
  await open('/melden');
  await page.locator('[name=tekst]').fill(`Ook bij ${word} is het pad donker, een lantaarn brandt niet.`);
  await goOn(visitor);
  await page.locator('[name=straat]').fill(STREET);
  await goOn(visitor);
  expect(new URL(page.url()).pathname).toBe('/melden/ook');
  await pictureOf(page, `ook-${page.viewportSize()?.width}`);
  await press(page.getByRole('button', { name: /Ik ook/ }).first());
  expect(await main(page)).toContain('U sluit aan bij');
  await goOn(visitor);
  expect(await main(page)).toContain('U bent aangesloten bij een melding van');
  return shownCode({ page });
};

describe('the neighbours on the website', () => {
  it('join what was told, with and without script, and each follows by an own code', async () => {
    const word = ownWord();
    await toldBefore(word);
    const phone = await visitors.enter({ javaScript: false, width: 320 });
    const first = await joinOnSite(phone, word);
    const scripted = await visitors.enter();
    const second = await joinOnSite(scripted, word);
    expect(second).not.toBe(first);
    await phone.open(`/volg/${first}`);
    expect(await main(phone.page)).toContain('U sloot zich aan bij een melding van');
    await scripted.open(`/volg/${second}`);
    expect(await barriersOn(scripted.page)).toEqual([]);
  });
});
