import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const builder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
/** Ends in nothing: what a script ends in is sent back, and of axe that is as long again. */
const source = `${readFileSync(builder.resolve('axe-core/axe.min.js'), 'utf8')};0`;
const NOTHING = ';';

/**
 * What keeps people out of this page, one line each: the rule and the piece of the page. Throws when fewer than `least` rules
 * had anything to look at.
 */
export const barriersOn = async (page: Page, least = 10): Promise<string[]> => {
  // By itself the builder would send more than a megabyte twice for each look, and that takes longer than looking.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations, passes } = await new AxeBuilder({ page, axeSource: NOTHING })
    // Without frames there is nothing for which the slower way is needed.
    .setLegacyMode(true)
    .options({ runOnly: TAGS, resultTypes: ['violations'] })
    .analyze();
  if (passes.length < least)
    throw new Error(`Too little was checked on ${page.url()}: ${passes.length} rules`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};
