import type { Page } from 'playwright-core';

/** Forms that may be sent without words, or that would change what other journeys count on. */
const HARMFUL =
  /\/(intrekken|onderwerp|gedaan|kwartaal|bereiken|einde|thema|afmelden|instappen|zorg)(\?|$)|\/(teksten|instellingen)\//;

/** The addresses of the forms on this page that ask for words. */
const askingForms = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLFormElement>('main form[method=post]'))
      .filter((form) => form.querySelector('input:is([type=text], [type=email], [type=tel]), textarea'))
      .map((form) => form.getAttribute('action') ?? ''),
  );

/** Empties this form and sends it; gives the status of the answer. */
const sendEmpty = async (page: Page, action: string): Promise<number> => {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await Promise.all([
    page.waitForEvent('domcontentloaded'),
    page.evaluate((wanted) => {
      for (const form of document.querySelectorAll<HTMLFormElement>('main form[method=post]')) {
        if (form.getAttribute('action') !== wanted) continue;
        const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
          'input:is([type=text], [type=email], [type=tel]), textarea',
        );
        for (const field of fields) field.value = '';
        form.requestSubmit(form.querySelector<HTMLButtonElement>('button[type=submit]'));
        return;
      }
    }, action),
  ]);
  return (await answer).status();
};

/** Sends each form of this page with nothing in it, and lets `look` see each page that tells what is missing. */
export const withEmptyForms = async (page: Page, look: (action: string) => Promise<void>): Promise<void> => {
  const url = page.url();
  const forms = [...new Set(await askingForms(page))].filter((action) => !HARMFUL.test(action));
  for (const action of forms) {
    await page.goto(url);
    const status = await sendEmpty(page, action);
    if (status !== 422) throw new Error(`${action} took a form without a word: ${status}`);
    await look(action);
  }
};
