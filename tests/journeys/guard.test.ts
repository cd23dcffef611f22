import { describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { goOn, report } from './support/report.ts';
import { ownWord } from './support/staff.ts';
import { press, receiveVisitors } from './support/visitors.ts';

const visitors = receiveVisitors();

describe('the guard', () => {
  it('gives a text with a telephone number back kindly, with everything kept and the number marked', async () => {
    const visitor = await visitors.enter({ width: 320 });
    const { page, open } = visitor;
    const word = ownWord();
    const text = `De prullenbak bij ${word} is vol. Bel mij op 06 12345678.`;
    await open('/melden');
    await page.locator('[name=tekst]').fill(text);
    await goOn(visitor);
    expect(new URL(page.url()).pathname).toBe('/melden');
    expect(await page.locator('[name=tekst]').inputValue()).toBe(text);
    expect(await page.locator('main').innerText()).toContain('Een telefoonnummer');
    expect(await barriersOn(page)).toEqual([]);
    await press(page.getByRole('button', { name: 'Verder zonder deze gegevens' }));
    const cleaned = await page.locator('[name=tekst]').inputValue();
    expect(cleaned).toContain(word);
    expect(cleaned).not.toMatch(/\d{4}/);
    await goOn(visitor);
    expect(new URL(page.url()).pathname).toBe('/melden/plek');
  });

  it('leads whoever tells of one person to people who can help, and keeps nothing', async () => {
    const visitor = await visitors.enter({ javaScript: false, width: 320 });
    const { page, open, context } = visitor;
    const word = ownWord();
    await open('/melden');
    await page.locator('[name=tekst]').fill(`Bij ${word} woont iemand die verward is en schreeuwt.`);
    await goOn(visitor);
    expect(await page.locator('main').innerText()).toContain('Waar gaat dit over?');
    await page.getByLabel('Over een persoon of een gezin').check();
    await goOn(visitor);
    expect(new URL(page.url()).pathname).toBe('/melden/hulp');
    const card = await page.locator('main').innerText();
    expect(card).toContain('Van wat u schreef is niets bewaard');
    expect(card).toContain('112');
    expect(await page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0);
    expect(await page.content()).not.toContain(word);
    for (const { value } of await context.cookies()) expect(value).not.toContain(word);

    const wanda = await visitors.enter({ signInAs: 'Wanda Regie' });
    await wanda.open(`/werk?zoek=${word}`);
    expect(await wanda.page.locator('main').innerText()).toContain('Niets gevonden');
  });

  it('asks once about a group on a place, and then lets it through', async () => {
    const visitor = await visitors.enter({ javaScript: false });
    const { page, open } = visitor;
    await open('/melden');
    await page.locator('[name=tekst]').fill(`Jongeren dealen drugs op het bankje bij ${ownWord()}.`);
    await goOn(visitor);
    await page.getByLabel('Over overlast van een groep op een plek').check();
    await goOn(visitor);
    await page.locator('[name=straat]').fill('Meerzichtlaan');
    await goOn(visitor);
    await goOn(visitor);
    expect(await page.locator('main').innerText()).toContain('de wijkregisseur');
  });

  it('lets a name in the contact fields pass: those are the reporter’s own', async () => {
    const visitor = await visitors.enter({ javaScript: false });
    const contact = { naam: 'Jan de Verzonnen', telefoon: '079 000 00 12' };
    const text = `Het bankje bij ${ownWord()} is stuk.`;
    expect(await report(visitor, { text, street: 'Kadelaan', contact })).toMatch(/^[A-Z0-9-]{14}$/);
  });
});
