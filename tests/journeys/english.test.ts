import { describe, expect, it } from 'vitest';
import { barriersOn } from './support/axe.ts';
import { goOn, report } from './support/report.ts';
import { ownWord } from './support/staff.ts';
import { press, receiveVisitors } from './support/visitors.ts';

const visitors = receiveVisitors();

// Words of the house's own Dutch texts that English never has; names of places and departments may stay Dutch.
const DUTCH = /\b(uw|niet|wij|het|een|bij|wat|naar|voor|melding)\b/i;

describe('in English', () => {
  it('a resident reports, follows and adds, and no Dutch word of ours is left', async () => {
    const visitor = await visitors.enter({ width: 320 });
    const { page, open } = visitor;
    await open('/melden');
    await press(page.getByRole('link', { name: 'English' }));
    expect(new URL(page.url()).pathname).toBe('/melden');
    const dutch: string[] = [];
    const read = async () => {
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      // What the municipality or a reporter wrote stands there in its own language, and says so.
      const text = await page.locator('main').evaluate((main) => {
        const copy = main.cloneNode(true);
        if (!(copy instanceof HTMLElement)) return '';
        for (const part of copy.querySelectorAll('[lang=nl], option')) part.remove();
        return Array.from(copy.querySelectorAll('*'), (part) =>
          part.childElementCount === 0 ? (part.textContent ?? '') : '',
        ).join('\n');
      });
      dutch.push(...text.split('\n').filter((line) => DUTCH.test(line)));
    };
    await goOn(visitor);
    await read();
    expect(await barriersOn(page)).toEqual([]);
    const word = ownWord();
    await page.locator('[name=tekst]').fill(`A branch near ${word} is loose.`);
    await goOn(visitor);
    await read();
    await goOn(visitor);
    await read();
    const code = await report(visitor, { text: `Another branch near ${word}.`, street: 'Kadelaan' });
    await read();
    await open(`/volg/${code}`);
    await read();
    expect(await barriersOn(page)).toEqual([]);
    for (const path of ['/', '/volg', '/melden/hulp', '/melden/papier', '/privacy', '/toegankelijkheid']) {
      await open(path);
      await read();
    }
    expect(dutch).toEqual([]);
    await press(page.getByRole('link', { name: 'Nederlands' }));
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  });
});
