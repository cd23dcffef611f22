import { expect } from 'vitest';
import { press, type Visitor } from './visitors.ts';

/** What a resident tells in three pages. */
export interface Report {
  readonly text: string;
  readonly street: string;
  /** Fields of the last page by name, such as `mail`; the answer comes where they make it possible. */
  readonly contact?: Readonly<Record<string, string>>;
}

const fill = async ({ page }: Visitor, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`);
    if (!(await field.isVisible())) await page.locator('main details summary').first().click();
    await field.fill(value);
  }
};

/** Presses the one button that leads on; it has another name in each language. */
export const goOn = (visitor: Visitor): Promise<void> =>
  press(visitor.page.locator('main form[method=post] button:not([type=button])').first());

/** The first two pages, joining nobody; the visitor then stands before the last. */
export const tell = async (visitor: Visitor, { text, street }: Report): Promise<void> => {
  await visitor.open('/melden');
  await visitor.page.locator('[name=tekst]').fill(text);
  await goOn(visitor);
  await visitor.page.locator('[name=straat]').fill(street);
  await goOn(visitor);
  if (new URL(visitor.page.url()).pathname !== '/melden/ook') return;
  await press(visitor.page.getByRole('button', { name: 'Nee, mijn melding is anders' }));
};

/** The code on the receipt or slip in front of this visitor, in groups with dashes. */
export const shownCode = async ({ page }: Pick<Visitor, 'page'>): Promise<string> => {
  const text = (await page.locator('main').innerText()).replaceAll(/\s*[-‐]\s*|\s+/g, '-');
  const code = /(?<![A-Z0-9])[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}(?![A-Z0-9])/.exec(text)?.[0];
  if (!code) throw new Error(`No code on ${page.url()}`);
  return code;
};

/** All three pages; gives the code of the receipt. */
export const report = async (visitor: Visitor, what: Report): Promise<string> => {
  await tell(visitor, what);
  await fill(visitor, what.contact ?? {});
  await goOn(visitor);
  expect(new URL(visitor.page.url()).pathname).toBe('/melden/klaar');
  return shownCode(visitor);
};
