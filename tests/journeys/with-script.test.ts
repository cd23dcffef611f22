import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { goOn, tell } from './support/report.ts';
import { ownWord } from './support/staff.ts';
import { pictureOf, press, receiveVisitors } from './support/visitors.ts';

const visitors = receiveVisitors();

const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: '#6a9a5b' } })
    .jpeg()
    .toBuffer(),
});

describe('reporting with script', () => {
  it('shows the photos, puts a pin on the map without pictures from elsewhere, and sends once', async () => {
    const visitor = await visitors.enter({ width: 400 });
    const { page, open, origin } = visitor;
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));

    await open('/melden');
    await goOn(visitor);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await page.title()).toMatch(/^Fout/);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('alert').getByRole('link').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tekst');

    await page.getByLabel('Vertel wat u ziet of hoort').fill(`De lantaarn bij ${ownWord()} is uit.`);
    await page.locator('#foto').setInputFiles([await photo('een.jpg'), await photo('twee.jpg')]);
    await page.getByRole('button', { name: 'Verwijder een.jpg' }).click();
    expect(await page.locator('wr-photo-field img').count()).toBe(1);
    await goOn(visitor);

    await page.getByText('Punt op de kaart').click();
    await page.locator('path.wr-map__area').first().waitFor();
    await pictureOf(page, 'map');
    await page.getByRole('button', { name: 'Kies dit punt' }).click();
    expect(Number(await page.locator('#lat').inputValue())).toBeCloseTo(52.06, 1);
    expect(await barriersOn(page)).toEqual([]);
    await goOn(visitor);
    expect(await page.locator('main').innerText()).toContain('Punt op de kaart');

    let sent = 0;
    await page.route('**/melden/bereiken**', async (route) => {
      if (route.request().method() === 'POST') sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    const arrival = page.waitForURL('**/melden/klaar**');
    await page.getByRole('button', { name: 'Verstuur' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
      button.click();
    });
    await arrival;
    expect(sent).toBe(1);
    await press(page.getByRole('link', { name: 'Bekijk uw melding' }));
    const picture = page.locator('main img').first();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect([...asked]).toEqual([origin]);
  });

  it('gives the same receipt when the form is sent again with the back button', async () => {
    const visitor = await visitors.enter({ javaScript: false });
    const { page } = visitor;
    await tell(visitor, { text: `Een kuil bij ${ownWord()}.`, street: 'Dorpsstraat' });
    const last = page.url();
    await goOn(visitor);
    const receipt = page.url();
    const code = await page.locator('.wr-code').first().innerText();
    await page.goto(last);
    expect(page.url()).toBe(receipt);
    expect(await page.locator('.wr-code').first().innerText()).toBe(code);
  });
});
