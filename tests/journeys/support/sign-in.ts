import { press, type Visitor } from './visitors.ts';

const MAIL_PATIENCE = 20_000;

/** Asks a link for this address. */
export const askLink = async ({ page, open }: Visitor, mail: string): Promise<void> => {
  await open('/aanmelden');
  await page.getByLabel('E-mailadres').fill(mail);
  await press(page.getByRole('button', { name: 'Stuur mij een link' }));
  await page.getByRole('heading', { level: 1, name: 'Kijk in uw mail' }).waitFor();
};

/** The newest sign-in link to this person in the demonstration's post, which is not one of `seen`; its path. */
export const newestLink = async (
  { page, open }: Visitor,
  name: string,
  seen: readonly string[] = [],
): Promise<string> => {
  const deadline = Date.now() + MAIL_PATIENCE;
  while (Date.now() < deadline) {
    await open('/demo/post');
    const mails = page.getByRole('link', { name: 'Link om aan te melden' });
    for (const href of await mails.evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
      await open(href ?? '');
      const text = await page.locator('main').innerText();
      const path = /http:\/\/\S+(\/aanmelden\/link\/[\w-]+)/.exec(text)?.[1];
      if (path && text.includes(name) && !seen.includes(path)) return path;
    }
  }
  throw new Error('No mail with a link came');
};
