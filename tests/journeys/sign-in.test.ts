import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { askLink, newestLink } from './support/sign-in.ts';
import { press, receiveVisitors, type Visitor } from './support/visitors.ts';

const PERSON = { name: 'Sacha Secretaris', mail: 'sacha.secretaris@zoetermeer.voorbeeld' };

const visitors = receiveVisitors();

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate();

/** A code that is certainly not right now, nor a moment before or after. */
const wrongCode = (secret: string): string => {
  const around = [-30_000, 0, 30_000].map((shift) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + shift }),
  );
  return ['000000', '111111', '222222', '333333'].find((code) => !around.includes(code)) ?? '444444';
};

const giveCode = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('Code uit de app').fill(code);
  await press(page.getByRole('button', { name: 'Ga verder' }));
};

const shownSecret = async (page: Page): Promise<string> => {
  const text = await page.locator('main').innerText();
  const secret = /(?:[A-Z2-7]{4}\s+){7}[A-Z2-7]{4}/.exec(text)?.[0].replaceAll(/\s/g, '');
  if (!secret) throw new Error(`No secret on the page:\n${text}`);
  return secret;
};

describe('signing in, without script', () => {
  it('takes a link from a mail, a button and a code; link and code work once', async () => {
    const visitor = await visitors.enter({ javaScript: false, width: 320 });
    const { page, open } = visitor;
    await askLink(visitor, PERSON.mail);
    expect(await barriersOfCopy(visitor)).toEqual([]);
    const link = await newestLink(visitor, PERSON.name);

    await open(link);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Bijna binnen');
    await press(page.getByRole('button', { name: 'Meld mij aan' }));
    await page.waitForURL('**/aanmelden/tweede-stap/instellen');
    const secret = await shownSecret(page);
    expect(await page.getByRole('img', { name: /QR-code/ }).getAttribute('src')).toContain('data:image/svg');

    await giveCode(page, '12');
    expect(await page.getByRole('alert').innerText()).toContain('Vul de zes cijfers uit de app in.');
    await giveCode(page, wrongCode(secret));
    expect(await page.getByRole('alert').innerText()).toMatch(/code klopt niet/i);
    expect(await shownSecret(page)).toBe(secret);
    const used = codeOf(secret);
    await giveCode(page, used);
    await page.waitForURL(/\/(start)?$/);
    await open('/berichten');
    expect(await page.locator('header').innerText()).toContain(PERSON.name);

    const scanner = await visitors.enter({ javaScript: false });
    await scanner.open(link, 410);
    expect(await scanner.page.locator('h1').innerText()).toBe('Deze link werkt niet meer');

    await page.getByText(PERSON.name).first().click();
    await press(page.getByRole('button', { name: 'Uitloggen' }));
    await open('/berichten');
    expect(await page.locator('h1').innerText()).toBe('Aanmelden voor medewerkers en partners');

    await askLink(visitor, PERSON.mail);
    await open(await newestLink(visitor, PERSON.name, [link]));
    await press(page.getByRole('button', { name: 'Meld mij aan' }));
    await page.waitForURL('**/aanmelden/tweede-stap');
    expect(await barriersOfCopy(visitor)).toEqual([]);
    expect(await page.locator('main').innerText()).not.toContain(secret.slice(0, 4));
    await giveCode(page, used);
    expect(await page.getByRole('alert').innerText()).toMatch(/code klopt niet/i);
  });

  it('says the same to an address that nobody has', async () => {
    const visitor = await visitors.enter({ javaScript: false });
    await askLink(visitor, 'niemand@zoetermeer.voorbeeld');
    await visitor.open('/aanmelden');
    await visitor.page.getByLabel('E-mailadres').fill('geen adres');
    await press(visitor.page.getByRole('button', { name: 'Stuur mij een link' }));
    expect(await visitor.page.getByRole('alert').innerText()).toContain('Dit is geen e-mailadres');
    expect(await visitor.page.getByLabel('E-mailadres').inputValue()).toBe('geen adres');
  });
});

/** The page in front of this visitor, as somebody with script sees it. */
const barriersOfCopy = async ({ page, context }: Visitor): Promise<string[]> => {
  const other = await visitors.enter({ width: 320 });
  await other.context.addCookies(await context.cookies());
  await other.page.goto(page.url());
  return barriersOn(other.page);
};
