import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { shownCode } from './support/report.ts';
import { finish, openFromWorklist, ownWord } from './support/staff.ts';
import { press, receiveVisitors } from './support/visitors.ts';

const visitors = receiveVisitors();

const main = (page: Page): Promise<string> => page.locator('main').innerText();

/** Presses keys that lead to another page. */
const keysTo = async (page: Page, keys: string): Promise<void> => {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(keys)]);
};

/** Walks with Tab to the field of this name, as somebody without a mouse does. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let step = 0; step < 60; step++) {
    const at = await page.evaluate(() => document.activeElement?.getAttribute('name'));
    if (at === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}`);
};

const typeIn = async (page: Page, name: string, text: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.type(text);
};

describe('mevrouw haalt strooizout', () => {
  it('is one key, a story, a street and a letter; and she is found again, all by keyboard', async () => {
    const word = ownWord();
    const { page, open } = await visitors.enter({ signInAs: 'Bea Balie' });
    await open('/balie');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('tekst');
    await keysTo(page, 'Alt+s');
    expect(await main(page)).toContain('Speelt er nog iets in uw straat?');

    await page.keyboard.type(`Het pad bij ${word} is donker, er brandt geen lantaarn.`);
    await typeIn(page, 'plek_straat', 'Van Doornenplantsoen');
    await page.getByText('Gaat naar Verlichting', { exact: false }).waitFor();
    await tabTo(page, 'antwoord');
    await page.keyboard.press('Space');
    expect(await page.getByLabel('brief', { exact: true }).isChecked()).toBe(true);
    await typeIn(page, 'naam', `Mevrouw ${word}`);
    await typeIn(page, 'straat', 'Verzonnen laan');
    await typeIn(page, 'huisnummer', '7');
    await typeIn(page, 'postcode', '2711 AB');
    await typeIn(page, 'plaats', 'Zoetermeer');
    await keysTo(page, 'Enter');

    expect(new URL(page.url()).pathname).toMatch(/^\/balie\/bewijs\//);
    const code = await shownCode({ page });
    expect(await main(page)).toMatch(/U hoort uiterlijk \w+ \d/);
    expect(await barriersOn(page)).toEqual([]);
    const slip = await page.pdf({ format: 'A4' });
    expect(slip.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1);

    const lars = await visitors.enter({ signInAs: 'Lars Licht' });
    await openFromWorklist(lars, word);
    await finish(lars, 'De lantaarn brandt weer.');

    await keysTo(page, 'n');
    await keysTo(page, 'Alt+t');
    expect(await page.locator('h1').innerText()).toBe('Mevrouw is terug');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type(word);
    await page.keyboard.press('Enter');
    await page.getByText('Vul dan ook de postcode in', { exact: false }).first().waitFor();
    await typeIn(page, 'postcode', '2711ab');
    await keysTo(page, 'Enter');
    expect(await main(page)).toContain(word);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await keysTo(page, 'l');
    expect(await main(page)).toContain('Wij schreven: De lantaarn brandt weer.');
    await typeIn(page, 'tekst', 'Er is nog een tweede lantaarn uit.');
    await keysTo(page, 'Alt+o');
    expect(await main(page)).toContain('De melding is weer open.');

    const granddaughter = await visitors.enter({ javaScript: false, width: 320 });
    await granddaughter.open(`/volg/${code}`);
    expect(await main(granddaughter.page)).toContain('Er is nog een tweede lantaarn uit.');
    await openFromWorklist(lars, word);
    expect(await main(lars.page)).toContain('Er is nog een tweede lantaarn uit.');
  });

  it('shows what is open in her street while the desk types, in a sentence to read aloud', async () => {
    const { page, open } = await visitors.enter({ signInAs: 'Bilal Balie' });
    await open('/balie');
    await page.locator('[name=plek_straat]').pressSequentially('Meerzichtlaan', { delay: 15 });
    const beside = page.getByRole('complementary');
    await beside
      .getByText(/^Zwerfafval/)
      .first()
      .waitFor();
    expect(await beside.innerText()).toMatch(/Het wordt uiterlijk \p{L}+ \d+ \p{L}+ \d{4} gedaan/u);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('works without script: the words and one button are enough', async () => {
    const word = ownWord();
    const { page, open } = await visitors.enter({ signInAs: 'Bea Balie', javaScript: false, width: 320 });
    await open('/balie');
    await press(page.getByRole('button', { name: 'Verstuur' }));
    expect(await page.getByRole('alert').innerText()).not.toBe('');
    await page.getByLabel('Wat vertelt u?').fill(`De afvalbak bij ${word} is vol.`);
    await press(page.getByRole('button', { name: 'Verstuur' }));
    expect(new URL(page.url()).pathname).toMatch(/^\/balie\/bewijs\//);
  });
});

describe('what the desk does not know', () => {
  it('goes to the wijkregisseur with one line, to a department with advice, and comes back counted', async () => {
    const word = ownWord();
    const bea = await visitors.enter({ signInAs: 'Bea Balie' });
    await bea.open('/balie');
    await bea.page.getByLabel('Wat vertelt u?').fill(`Bij ${word} staat al weken iets vreemds in de berm.`);
    await bea.page.getByLabel('Welke straat?').fill('Oosterheemplein');
    await bea.page.getByText('Weet ik niet: naar de wijkregisseur').click();
    await press(bea.page.getByRole('button', { name: 'Geef door aan de wijkregisseur' }));
    expect(await bea.page.getByRole('alert').count()).toBeGreaterThan(0);
    await bea.page.getByLabel('Eén regel voor de wijkregisseur').fill('Niemand hier weet van wie dit is.');
    await press(bea.page.getByRole('button', { name: 'Geef door aan de wijkregisseur' }));
    expect(await main(bea.page)).toContain('de wijkregisseur');

    const holder = await regisseurOf(word);
    const card = () => holder.page.locator('article', { hasText: word });
    expect(await card().innerText()).toContain('Niemand hier weet van wie dit is.');
    await giveAdvice(holder.page, word, 'Groen');
    await sendBack('Gerda Groen', word);
    await holder.open('/wijk-werk');
    expect(await card().innerText()).toContain('1e keer terug');
    await giveAdvice(holder.page, word, 'Groen');
    await sendBack('Gerda Groen', word);
    await holder.open('/wijk-werk');
    expect(await card().innerText()).toContain('2e keer terug');
  });
});

/** The wijkregisseur on whose page the signaal with this word lies. */
const regisseurOf = async (word: string) => {
  for (const name of ['Wies Regie', 'Wout Regie', 'Wanda Regie']) {
    const visitor = await visitors.enter({ signInAs: name });
    await visitor.open('/wijk-werk');
    if ((await visitor.page.locator('article', { hasText: word }).count()) > 0) return visitor;
  }
  throw new Error('It lies with no wijkregisseur');
};

const giveAdvice = async (page: Page, word: string, department: string): Promise<void> => {
  const card = page.locator('article', { hasText: word });
  await card.getByText('Adviseer en zet door').click();
  await card.getByLabel('Naar welke afdeling of partner?').selectOption({ label: department });
  await card.getByRole('group', { name: 'Hoe kansrijk?' }).getByLabel('redelijk').check();
  await card.getByRole('group', { name: 'Hoe nuttig?' }).getByLabel('zeer').check();
  await card.getByLabel('Uw advies in één zin').fill('Kijk er samen met de wijkbeheerder naar.');
  await press(card.getByRole('button', { name: 'Zet door met advies' }));
};

const sendBack = async (name: string, word: string): Promise<void> => {
  const worker = await visitors.enter({ signInAs: name });
  await openFromWorklist(worker, word);
  const { page } = worker;
  expect(await main(page)).toContain('Kijk er samen met de wijkbeheerder naar.');
  await page.getByText('Geef terug').first().click();
  await page.getByRole('group', { name: 'Waarom?' }).getByRole('radio').first().check();
  await page.getByLabel('Toelichting').fill('Dit ligt op grond van een ander.');
  await press(page.getByRole('button', { name: 'Geef terug' }));
  expect(await page.getByRole('status').first().innerText()).toContain('Teruggegeven.');
};
