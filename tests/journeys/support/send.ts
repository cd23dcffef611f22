import type { Locator } from 'playwright-core';
import { press, type Visitor } from './visitors.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Opens everything that is folded around a form, as a visitor would who looks for it. */
const unfold = (form: Locator): Promise<void> =>
  form.evaluate((node) => {
    for (let at: Element | null = node; at !== null; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    for (const folded of node.querySelectorAll('details')) folded.open = true;
  });

/** The value of the choice that shows this text, or has it. */
const choiceOf = (field: Locator, wanted: string): Promise<string> =>
  field.evaluate((node, text) => {
    const options = node instanceof HTMLSelectElement ? [...node.options] : [];
    const found = options.find((option) => option.label.trim() === text || option.value === text);
    if (!found) throw new Error(`${text} is not among ${options.map(({ label }) => label).join(', ')}`);
    return found.value;
  }, wanted);

const fillOne = async (form: Locator, name: string, value: string): Promise<void> => {
  const field = form.locator(`[name="${name}"]`);
  const kind = await field
    .first()
    .evaluate((node) => (node instanceof HTMLInputElement ? node.type : node.tagName.toLowerCase()));
  if (kind === 'radio' || kind === 'checkbox') {
    await form.locator(`[name="${name}"][value="${value}"]`).check();
    return;
  }
  if (kind === 'select') await field.selectOption(await choiceOf(field, value));
  else await field.fill(value);
};

/**
 * Fills the first form whose address contains `action`, and presses its button. A choice goes by its value, a list by
 * what it shows, a day as `YYYY-MM-DD` by the name of its date field.
 */
export const send = async ({ page }: Visitor, action: string, fields: Fields = {}): Promise<void> => {
  const asks = Object.keys(fields).map((name) => `:has([name="${name}"], [name="${name}-day"])`);
  const form = page.locator(`main form[action*="${action}"]${asks.join('')}`).first();
  await unfold(form);
  for (const [name, value] of Object.entries(fields)) {
    const values = typeof value === 'string' ? [value] : value;
    for (const one of values) {
      const isDay = (await form.locator(`[name="${name}-day"]`).count()) > 0;
      if (!isDay) await fillOne(form, name, one);
      else {
        const [year = '', month = '', day = ''] = one.split('-');
        for (const [part, text] of [
          ['day', day],
          ['month', month],
          ['year', year],
        ] as const) {
          await form.locator(`[name="${name}-${part}"]`).fill(text);
        }
      }
    }
  }
  await press(form.locator('button:not([type=button])').first());
};
