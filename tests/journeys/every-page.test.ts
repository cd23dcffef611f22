import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tenantStylesheet } from '#platform/web/styles/tenant-theme.ts';
import { sidewaysOverflow } from '../browser.ts';
import { barriersOn } from './support/axe.ts';
import { crawl, patternOf } from './support/crawl.ts';
import { housePatterns } from './support/house-pages.ts';
import { withEmptyForms } from './support/mistakes.ts';
import { report, tell } from './support/report.ts';
import { askLink, newestLink } from './support/sign-in.ts';
import { finish, openFromWorklist, ownWord } from './support/staff.ts';
import { pictureOf, press, receiveVisitors, type Visitor } from './support/visitors.ts';

/** Milliseconds: the administrator has fifty pages. */
const PATIENCE = 300_000;

const NARROW = 320;
const WIDE = 1280;

/** Who has the most to see comes first: each page is looked at as whoever finds it first. */
const STAFF = [
  'Femke Beheer',
  'Wanda Regie',
  'Bea Balie',
  'Gerda Groen',
  'Henk Hoofd',
  'Fatima Privacy',
  'Karin Klacht',
  'Paula Proces',
  'Rik Raadslid',
  'Ria Raad',
  'Greet Griffie',
  'Tina Team',
  'Sacha Secretaris',
  'Alie Aanvoerder',
  'Wim Wijkagent',
  'Willy Wethouder',
];

/** Routes that show no page of their own to a visitor of the demonstration, and why. */
const NO_PAGE: Readonly<Record<string, string>> = {
  '/taal/:lang': 'goes back to the page it came from',
  '/thema/:file': 'a stylesheet',
  '/gebieden.json': 'data',
  '/rollen.json': 'data',
  '/melden/buurten.json': 'data',
  '/melden/foto/:id': 'a picture',
  '/volg/:code/foto/:id': 'a picture',
  '/openbaar/foto/:id': 'a picture',
  '/raad/focuspunten.csv': 'data',
  '/wijken/kaart.json': 'data',
  '/wijken/:code/kaart.json': 'data',
  '/wijken/:code/rss.xml': 'data',
  '/raadsmemo/:id.docx': 'a document',
  '/beheer/geschiedenis.jsonl': 'data',
  '/open-data/meldingen.csv': 'data',
  '/open-data/meldingen.geojson': 'data',
  '/open-data/meldingen.jsonl': 'data',
  '/open-data/aantallen.csv': 'data',
  '/open-data/aantallen.jsonl': 'data',
  '/open-data/catalogus.jsonld': 'data',
  '/beheer/vernietiging/:id/lijst.csv': 'data',
  '/beheer/overnemen/:id/niet-overgenomen': 'data',
  '/balie/route': 'a piece of a page',
  '/balie/straat': 'a piece of a page',
  '/signalen/:id/foto/:foto': 'a picture',
  '/aanmelden/tweede-stap': 'comes after the first time; the journey of signing in looks at it',
  '/post/brieven/:id': 'there is one a day; the journey of the post looks at it',
  '/beheer/berichten/:id/vervalt': 'needs a message that failed; its own test looks at it',
  '/melden/ook': 'needs a neighbour; behind.test.ts looks at it with axe',
  '/doorgeven/:id': 'needs what a councillor passed on; behind.test.ts looks at it with axe',
  '/partner/:token': 'needs a link that ends; behind.test.ts looks at it with axe',
  '/zorgpatronen/:id': 'needs a pattern of the care network; behind.test.ts looks at it with axe',
  '/doelen/:id': 'needs a goal; behind.test.ts looks at it with axe',
  '/doelen/:id/wijzigen': 'needs a goal; behind.test.ts looks at it with axe',
  '/doelen/:id/meten': 'needs a goal; behind.test.ts looks at it with axe',
  '/focuspunten/:id/papier': 'needs a focuspunt that is asked about; behind.test.ts looks at it with axe',
  '/focuspunten/:id/invoeren': 'needs a focuspunt that is asked about; behind.test.ts looks at it with axe',
  '/advies/:token': 'needs a request for advice; behind.test.ts looks at it with axe',
  '/raadsmemo/nieuw': 'needs a decision that is not told yet; behind.test.ts looks at it with axe',
  '/raad/vragen/:id': 'needs a question; behind.test.ts looks at it with axe',
  '/raad/patroon/a4': 'needs a subject that was asked for; behind.test.ts looks at it with axe',
  '/beheer/vernietiging/:id': 'needs records of years ago; behind.test.ts looks at it with axe',
  '/beheer/vernietiging/:id/bewaren/:line': 'needs records of years ago; behind.test.ts looks at it with axe',
  '/beheer/vernietiging/:id/verklaring':
    'needs a list that was carried out; behind.test.ts looks at it with axe',
  '/beheer/overnemen/:id': 'needs a file; behind.test.ts looks at it with axe',
  '/beheer/gebieden/inlezen/:id': 'needs a file; behind.test.ts looks at it with axe',
  '/nieuws/aanvragen/:kind/:id': 'the form is on the page of the wijk; behind.test.ts looks at it with axe',
  '/nieuws/gevraagd': 'comes after asking; behind.test.ts looks at it with axe',
  '/nieuws/gestopt': 'comes after stopping; behind.test.ts looks at it with axe',
  '/nieuws/:token': 'needs the link of a mail; behind.test.ts looks at it with axe',
  '/beheer/taken/:id/weg': 'needs a job that failed; its own test looks at it',
};

/** A second, invented house style. */
const otherTheme = tenantStylesheet({
  '--wijkregie-ground': '#f4f6fb',
  '--wijkregie-sand': '#e4e9f4',
  '--wijkregie-teal': '#2b3a8f',
  '--wijkregie-teal-dark': '#1e2a6b',
  '--wijkregie-teal-soft': '#e2e6f7',
}).css;

const visitors = receiveVisitors();
let patterns: readonly string[];

/** What was seen of all pages together. */
const seen = new Map<string, string>();
const titles = new Map<string, string>();
let formsWithMistakes = 0;

beforeAll(async () => {
  patterns = await housePatterns();
});

/** What is wrong with the page in front of us, whatever it says. */
const flawsOf = async (page: Page): Promise<string[]> => {
  const facts = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
  }));
  const wide = await sidewaysOverflow(page);
  return [
    ...(facts.lang === 'nl' ? [] : [`language is "${facts.lang}"`]),
    ...(facts.headings === 1 ? [] : [`${facts.headings} headings of level 1`]),
    ...(wide === 0 ? [] : [`${wide} pixels too wide`]),
    ...(await barriersOn(page)),
  ];
};

/** Two kinds of page with one title cannot be told apart in a row of tabs. */
const titleFlaws = async (page: Page, pattern: string): Promise<string[]> => {
  const title = await page.title();
  const other = titles.get(title);
  titles.set(title, pattern);
  return other === undefined || other === pattern ? [] : [`has the title of ${other}: ${title}`];
};

const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => {
    // Those of the header share a name and close each other.
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });

/** Looks at one page on a phone, and at a desk with everything unfolded. */
const inspect = async (page: Page, url: string, pattern: string): Promise<string[]> => {
  await page.setViewportSize({ width: NARROW, height: 640 });
  await page.goto(url);
  const flaws = [...(await flawsOf(page)), ...(await titleFlaws(page, pattern))];
  await pictureOf(page, `${pattern}-${NARROW}`);
  await page.setViewportSize({ width: WIDE, height: 900 });
  await openDetails(page);
  flaws.push(...(await flawsOf(page)));
  await pictureOf(page, `${pattern}-${WIDE}`);
  await withEmptyForms(page, async (action) => {
    formsWithMistakes += 1;
    const wrong = [...(await flawsOf(page)), ...(await errorFlaws(page))];
    flaws.push(...wrong.map((flaw) => `(nothing filled in, ${action}) ${flaw}`));
    await pictureOf(page, `${pattern}-mistakes`);
  });
  return flaws.map((flaw) => `${pattern}: ${flaw}`);
};

/** Whoever sent a form with mistakes must be told at once, and be brought to each field that is wrong. */
const errorFlaws = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const flaws: string[] = [];
    if (document.activeElement?.getAttribute('role') !== 'alert')
      flaws.push('the focus is not on the summary');
    if (!/^(Fout|Error)/.test(document.title)) flaws.push(`the title does not tell: ${document.title}`);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[role=alert] a[href^="#"]')) {
      if (!document.getElementById(link.hash.slice(1))) flaws.push(`${link.hash} leads nowhere`);
    }
    return flaws;
  });

/** Looks at the pages that nobody looked at before. */
const inspectNew = async (
  { page }: Visitor,
  found: ReadonlyMap<string, string>,
  person: string,
): Promise<string[]> => {
  const flaws: string[] = [];
  const origin = new URL(page.url()).origin;
  for (const [pattern, path] of found) {
    if (seen.has(pattern) || pattern in NO_PAGE) continue;
    seen.set(pattern, person);
    flaws.push(...(await inspect(page, origin + path, pattern)));
  }
  return flaws;
};

/** The addresses given, by the pattern of their route. */
const byPattern = (...paths: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    paths.flatMap((path) => {
      const pattern = patternOf(patterns, new URL(path, 'http://x').pathname);
      return pattern === undefined ? [] : [[pattern, path]];
    }),
  );

const pathOf = ({ page }: Visitor): string => page.url().slice(new URL(page.url()).origin.length);

describe('every page of the house keeps nobody out', { timeout: PATIENCE }, () => {
  it('of a resident', async () => {
    const visitor = await visitors.enter();
    await visitor.open('/');
    const flaws = await inspectNew(visitor, await crawl(visitor.page, patterns, ['/']), 'a resident');
    await tell(visitor, { text: 'De prullenbak bij de vijver is vol.', street: 'Stadhuisplein' });
    const draft = new URL(visitor.page.url()).search;
    const halfway = byPattern(`/melden/plek${draft}`, `/melden/bereiken${draft}`, '/melden/hulp');
    flaws.push(...(await inspectNew(visitor, halfway, 'a resident')));
    const word = ownWord();
    const code = await report(visitor, { text: `De heg bij ${word} is te hoog.`, street: 'Binnenweg' });
    const own = `/volg/${code}`;
    const sent = byPattern(pathOf(visitor), own, `${own}/aanvullen`, `${own}/intrekken`);
    flaws.push(...(await inspectNew(visitor, sent, 'a resident')));
    const gerda = await visitors.enter({ signInAs: 'Gerda Groen' });
    await openFromWorklist(gerda, word);
    await finish(gerda, 'De heg is gesnoeid.');
    flaws.push(...(await inspectNew(visitor, byPattern(`${own}/niet-opgelost`), 'a resident')));
    expect(flaws).toEqual([]);
  });

  it('of somebody who signs in', async () => {
    const visitor = await visitors.enter();
    await askLink(visitor, 'dirk.directie@zoetermeer.voorbeeld');
    const asked = pathOf(visitor);
    const link = await newestLink(visitor, 'Dirk Directie');
    const flaws = await inspectNew(visitor, byPattern(asked, link), 'somebody who signs in');
    await visitor.open(link);
    await press(visitor.page.getByRole('button', { name: 'Meld mij aan' }));
    flaws.push(...(await inspectNew(visitor, byPattern(pathOf(visitor)), 'somebody who signs in')));
    expect(flaws).toEqual([]);
  });

  it('of a visitor of the desk', async () => {
    const bea = await visitors.enter({ signInAs: 'Bea Balie' });
    await bea.open('/balie');
    await bea.page.getByLabel('Wat vertelt u?').fill(`De heg bij ${ownWord()} is te hoog.`);
    await press(bea.page.getByRole('button', { name: 'Verstuur' }));
    const slip = pathOf(bea);
    const pages = byPattern(slip, slip.replace('bewijs', 'voorlezen'));
    expect(await inspectNew(bea, pages, 'Bea Balie')).toEqual([]);
  });

  it.each(STAFF)('of %s', async (name) => {
    const visitor = await visitors.enter({ signInAs: name });
    const found = await crawl(visitor.page, patterns, ['/', '/start']);
    expect(await inspectNew(visitor, found, name)).toEqual([]);
  });

  it('and no page was passed over', () => {
    const missed = patterns.filter((pattern) => !seen.has(pattern) && !(pattern in NO_PAGE));
    expect(missed).toEqual([]);
    expect(seen.size).toBeGreaterThanOrEqual(70);
    expect(formsWithMistakes).toBeGreaterThanOrEqual(25);
  });
});

/** Pages on which little is alike: forms, lists, figures, a code, a thread, paper. */
const VARIED = [
  '/',
  '/melden',
  '/melden/papier',
  '/volg',
  '/toegankelijkheid',
  '/start',
  '/beheer',
  '/beheer/accounts',
  '/beheer/instellingen',
  '/beheer/onderwerpen',
  '/rollen',
  '/demo',
];

describe('a dozen pages that differ', () => {
  it('keep nobody out in another house style', async () => {
    const { page, origin } = await visitors.enter({ signInAs: 'Femke Beheer' });
    const flaws: string[] = [];
    for (const path of VARIED) {
      await page.goto(origin + path);
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, otherTheme);
      flaws.push(...(await barriersOn(page)).map((flaw) => `${path}: ${flaw}`));
    }
    expect(flaws).toEqual([]);
  });

  it('say the same without script', async () => {
    const withScript = await visitors.enter({ signInAs: 'Femke Beheer', width: NARROW });
    const without = await visitors.enter({ signInAs: 'Femke Beheer', width: NARROW, javaScript: false });
    for (const path of VARIED) {
      await withScript.open(path);
      await without.open(path);
      const links = (one: Visitor) => one.page.locator('main a').allInnerTexts();
      expect(await links(without), path).toEqual(await links(withScript));
      const fields = (one: Visitor) => one.page.locator('main :is(input, select, textarea):visible').count();
      expect(await fields(without), path).toBe(await fields(withScript));
    }
  });
});
