import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyTemplate, type DatabaseUrls } from '#testing/template.ts';
import { checkErrorTexts, errorUnions } from './checks/error-texts.ts';
import { checkLiteralSentences } from './checks/literal-sentences.ts';
import { closedLists } from './checks/states.ts';
import { checkTextUse } from './checks/text-use.ts';
import { checkLanguages, checkSpelling } from './checks/texts.ts';
import { readCatalogues, type Shelf } from './support/catalogues.ts';
import { connected } from './support/clients.ts';
import { isTestFile, readProgram } from './support/source-tree.ts';

const shelves = await readCatalogues();
const source = new Map(
  [...readProgram()].filter(([path]) => !isTestFile(path) && !path.startsWith('src/testing/gallery/')),
);
const pages = new Map([...source].filter(([path]) => path.endsWith('.tsx')));

let urls: DatabaseUrls & { drop: () => Promise<void> };
let stored: ReadonlySet<string>;
beforeAll(async () => {
  urls = await copyTemplate(inject('database'));
  const lists = await connected(urls.ownerUrl, closedLists);
  stored = new Set([...lists.values()].flat());
});
afterAll(() => urls.drop());

describe('every text', () => {
  it('is there in both languages, with the same places to fill in', () => {
    const { seen, breaches } = checkLanguages(shelves);
    expect(breaches).toEqual([]);
    expect(shelves.length).toBeGreaterThanOrEqual(10);
    expect(seen).toBeGreaterThan(700);
  });

  it('is used by a page, a message or a refusal', () => {
    const { seen, breaches } = checkTextUse(shelves, source, stored);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(700);
  });

  it('spells the nouns of the house in one way', () => {
    const { seen, breaches } = checkSpelling(shelves);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(1400);
  });
});

describe('every refusal', () => {
  it('has its sentence in both languages', () => {
    const { seen, breaches } = checkErrorTexts(errorUnions(source), shelves);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(80);
  });
});

describe('every page', () => {
  it('says nothing that does not come from a catalogue', () => {
    const { seen, breaches } = checkLiteralSentences(pages);
    expect(breaches).toEqual([]);
    expect(pages.size).toBeGreaterThan(50);
    expect(seen).toBeGreaterThan(500);
  });
});

const shelf = (nl: Record<string, string>, en: Record<string, string> = nl): Shelf => ({
  path: 'src/lamp/texts.ts',
  symbol: 'lampTexts',
  catalogue: { room: 'lamp', nl, en },
});

describe('seen red', () => {
  it('finds a text that is missing, empty, or filled in differently', () => {
    const { breaches } = checkLanguages([
      shelf(
        { a: 'Uw code is {code}', b: 'licht', c: ' ' },
        { a: 'Your code is {number}', c: 'dark', d: 'lamp' },
      ),
    ]);
    expect(breaches).toEqual([
      'lamp.a: fills in {code} in Dutch, {number} in English',
      'lamp.b: has no English text',
      'lamp.c: has no Dutch text',
      'lamp.d: has no Dutch text',
    ]);
  });

  it('finds a text that nobody uses, however its key is made', () => {
    const files = new Map([
      ['src/lamp/page.tsx', `t('lamp.title'); t.dynamic(\`state.\${state}\`); const states = ['on'];`],
      ['src/other/page.tsx', `t('lamp.elsewhere');`],
      ['src/third/page.tsx', `rq.texts(lampTexts)('lamp.third');`],
      ['src/lamp/texts.nl.ts', `export const nl = { 'lamp.old': 'oud' };`],
    ]);
    const keys = [
      'lamp.title',
      'lamp.third',
      'state.on',
      'state.stored',
      'state.broken',
      'lamp.elsewhere',
      'lamp.old',
    ];
    const texts = Object.fromEntries(keys.map((key) => [key, 'x']));
    expect(checkTextUse([shelf(texts)], files, new Set(['stored'])).breaches).toEqual([
      'lamp.state.broken: nobody uses it',
      'lamp.lamp.elsewhere: nobody uses it',
      'lamp.lamp.old: nobody uses it',
    ]);
  });

  it.each([
    'de wijk-regisseur',
    'een focus punt',
    'Stadsmarshal',
    'vak afdelingen',
    'wijk aan zet',
    'uw signalement',
  ])('finds "%s"', (text) => {
    expect(checkSpelling([shelf({ a: text })]).breaches.length).toBeGreaterThan(0);
  });

  it('finds a refusal without a sentence', () => {
    const files = new Map([['src/lamp/errors.ts', `export type LampError = 'lamp_broken' | 'lamp_gone';`]]);
    const { breaches } = checkErrorTexts(errorUnions(files), [shelf({ 'error.lamp_gone': 'Weg.' })]);
    expect(breaches).toEqual(['src/lamp/errors.ts: LampError lamp_broken has no text']);
  });

  it.each([
    ['a sentence', '<p>Uw melding is verstuurd.</p>'],
    ['a word', '<p>{a} van {b}</p>'],
    ['a word after a key of the keyboard', '<p><KeyHint>Enter</KeyHint> verstuurt</p>'],
    ['a label', '<Field label="Uw naam" />'],
    ['a sentence in braces', `<p>{'Uw melding is verstuurd.'}</p>`],
  ])('finds %s in a page', (_what, jsx) => {
    const { breaches } = checkLiteralSentences(new Map([['src/lamp/page.tsx', `export const x = ${jsx};`]]));
    expect(breaches).toHaveLength(1);
  });

  it('lets signs and markup be', () => {
    const page = `export const x = <p className="wr-x" lang="nl">{t('a')}: {n} – {' '}{'…'}<KeyHint>Enter</KeyHint></p>;`;
    expect(checkLiteralSentences(new Map([['src/lamp/page.tsx', page]])).breaches).toEqual([]);
  });
});
