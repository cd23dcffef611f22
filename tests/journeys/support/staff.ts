import { expect } from 'vitest';
import { press, type Visitor } from './visitors.ts';

let words = 0;
/** A word that nobody else in this run uses, so that a journey finds its own signaal by searching. */
export const ownWord = (): string => {
  words += 1;
  const letters = [...`${process.pid}${words}`].map((digit) => 'bdfgklmnpr'[Number(digit)]);
  return `Zwaluw${letters.join('e')}e`;
};

/** Opens the signaal with this word in its text, through the search of the worklist. */
export const openFromWorklist = async ({ page, open }: Visitor, word: string): Promise<void> => {
  await open('/werk');
  await page.locator('[name=zoek]').fill(word);
  await press(page.getByRole('button', { name: 'Toon' }));
  await press(page.getByRole('link', { name: new RegExp(word) }));
  expect(new URL(page.url()).pathname).toMatch(/^\/signalen\//);
};

/** Presses "Gedaan" on the signaal in front of this worker, with these words for its reporter. */
export const finish = async ({ page }: Visitor, answer: string): Promise<void> => {
  await page.getByLabel('Wat de melder leest').first().fill(answer);
  await press(page.getByRole('button', { name: 'Gedaan', exact: true }));
  expect(await page.getByRole('status').first().innerText()).toContain('Klaar.');
};
