import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What keeps people out of this page, one line each: the rule and the piece of the page. */
export const barriersOn = async (page: Page): Promise<string[]> => {
  const { violations, passes } = await new AxeBuilder({ page })
    // Without frames there is nothing for which the slower way is needed.
    .setLegacyMode(true)
    .options({ runOnly: TAGS, resultTypes: ['violations'] })
    .analyze();
  if (passes.length < 10) throw new Error(`Too little was checked on ${page.url()}: ${passes.length} rules`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};
