import { describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { press, receiveVisitors } from './support/visitors.ts';

const visitors = receiveVisitors();

describe('the wijken in public', () => {
  it.each([320, 1280])(
    'are read on a screen %i wide, on the map and in the list beside it',
    async (width) => {
      const { page, open } = await visitors.enter({ width });
      await open('/wijken');
      await page.locator('wr-map-areas path.wr-map__area').first().waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await press(page.getByRole('link', { name: 'Palenstein', exact: true }));
      await page.locator('wr-map-areas path.wr-map__area').first().waitFor();
      expect(await barriersOn(page)).toEqual([]);
      expect(await page.locator('link[type="application/rss+xml"]').getAttribute('href')).toBe(
        '/wijken/palenstein/rss.xml',
      );
      // The map is reached and moved by keyboard; what it says stands in the list.
      const map = page.getByRole('application', { name: 'Kaart van Palenstein' });
      await map.focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('listitem').filter({ hasText: 'meldingen' }).first().waitFor();
    },
  );

  it('say the same without script', async () => {
    const { page, open } = await visitors.enter({ width: 320, javaScript: false });
    await open('/wijken/palenstein');
    expect(await page.locator('wr-map-areas').innerText()).toBe('');
    await page.getByRole('listitem').filter({ hasText: 'meldingen' }).first().waitFor();
  });
});
