import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sidewaysOverflow } from '../browser.ts';
import { barriersOn } from './support/axe.ts';
import { report } from './support/report.ts';
import { finish, openFromWorklist, ownWord } from './support/staff.ts';
import { pictureOf, press, receiveVisitors } from './support/visitors.ts';

const visitors = receiveVisitors();

const pagesOnPaper = async (page: Page): Promise<number> => {
  const document = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return document.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

describe('on paper', () => {
  it('the form is one sheet, with every question of the three pages and where to hand it in', async () => {
    const { page, open } = await visitors.enter();
    await open('/');
    await press(page.getByRole('link', { name: 'Formulier om te printen' }));
    expect(await pagesOnPaper(page)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await pictureOf(page, 'paper-form-printed');
    const sheet = await page.locator('main').innerText();
    for (const words of [
      '112',
      'Wat is er aan de hand?',
      'Waar is het?',
      'Hoe wilt u antwoord?',
      'Iemand helpt mij',
    ]) {
      expect(sheet).toContain(words);
    }
    expect(sheet).toContain('GIP Centrum');
    expect(await page.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false);
  });

  it('a receipt and the page of a code are one sheet with the code on it', async () => {
    const visitor = await visitors.enter();
    const code = await report(visitor, {
      text: `De stoep bij ${ownWord()} ligt los.`,
      street: 'Julianalaan',
    });
    expect(await pagesOnPaper(visitor.page)).toBe(1);
    await visitor.open(`/volg/${code}`);
    expect(await pagesOnPaper(visitor.page)).toBe(1);
  });
});

describe('the post', () => {
  it('puts an answer by letter on the stack of the day, each letter on a sheet of its own', async () => {
    const [word, told] = [ownWord(), ownWord()];
    const resident = await visitors.enter({ javaScript: false });
    await report(resident, {
      text: `De struiken bij ${told} zijn te hoog.`,
      street: 'Vondellaan',
      contact: {
        naam: `Mevrouw ${word}`,
        straat: 'Verzonnen laan',
        huisnummer: '9',
        postcode: '2711 AC',
        plaats: 'Zoetermeer',
      },
    });
    const bea = await visitors.enter({ signInAs: 'Bea Balie' });
    const { page, open } = bea;
    await open('/post/brieven');
    await press(page.getByRole('button', { name: 'Maak de stapel van vandaag' }));
    expect(new URL(page.url()).pathname).toMatch(/^\/post\/brieven\/./);
    const stack = await page.locator('main').innerText();
    expect(stack).toContain(`Mevrouw ${word}`);
    expect(stack).toContain('2711 AC');
    expect(stack).not.toContain(told);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await barriersOn(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
      await pictureOf(page, `stack-${width}`);
    }
    const letters = await page.locator('.wr-letter').count();
    expect(letters).toBeGreaterThan(0);
    expect(await pagesOnPaper(page)).toBe(letters);
    await page.emulateMedia({ media: 'print' });
    await pictureOf(page, 'letters-printed');
  });

  it('has a call for whoever wants to be called, with words to read aloud', async () => {
    const word = ownWord();
    const resident = await visitors.enter({ javaScript: false });
    await report(resident, {
      text: `Het hek bij ${word} is stuk.`,
      street: 'Perenboomgaard',
      contact: { naam: `Meneer ${word}`, telefoon: '079 000 00 21' },
    });
    const bilal = await visitors.enter({ signInAs: 'Bilal Balie' });
    const { page, open } = bilal;
    const called = await findCall(bilal.page, open, word);
    expect(called).toContain('079 000 00 21');
    expect(called).toContain('u spreekt met de gemeente Zoetermeer');
    await press(page.getByRole('button', { name: 'Niet bereikt' }));
    expect(await page.getByRole('status').first().innerText()).toContain('blijft in de lijst');
    await findCall(bilal.page, open, word);
    await press(page.getByRole('button', { name: 'Gebeld' }));
    expect(await page.getByRole('status').first().innerText()).toContain('Genoteerd: gebeld.');
  });

  it('lets the department know how the reporter will hear it', async () => {
    const word = ownWord();
    const resident = await visitors.enter({ javaScript: false });
    await report(resident, { text: `Een tak bij ${word} hangt laag.`, street: 'Vondellaan' });
    const gerda = await visitors.enter({ signInAs: 'Gerda Groen' });
    await openFromWorklist(gerda, word);
    expect(await gerda.page.locator('main').innerText()).toContain('De melder liet geen adres na');
    await finish(gerda, 'De tak is gesnoeid.');
  });
});

/** Opens the waiting call to the person with this word in the name; gives what the page says. */
const findCall = async (page: Page, open: (path: string) => Promise<void>, word: string): Promise<string> => {
  await open('/post/bellen');
  const links = await page
    .locator('main table a, main td a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  for (const href of links.toReversed()) {
    await open(href ?? '');
    const text = await page.locator('main').innerText();
    if (text.includes(word)) return text;
  }
  throw new Error('Nobody waits for this call');
};
