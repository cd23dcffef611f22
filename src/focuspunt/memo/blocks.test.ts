import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { storedFields } from '#gemeente/index.ts';
import { translator } from '#platform/texts/catalogue.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import { memoBlocks } from './blocks.ts';
import { type MemoContent, reckonBudget } from './content.ts';
import { memoDocument } from './document.ts';
import { budgetIn, embargoIn, memoMistakes } from './new.tsx';
import { type NewsMoments, nextOf } from './steps.ts';

const content: MemoContent = {
  title: 'Focuspunten 2016',
  gemeente: 'Zoetermeer',
  memoNumber: 'RM-2016-001',
  madeOn: '2016-03-07',
  intro: 'Het college besloot.',
  points: [
    {
      focuspuntId: 'x',
      number: 7,
      title: 'Schoon centrum',
      area: 'Oosterheem',
      outcome: 'set',
      reason: '',
      heldUntil: null,
      withoutBaselineUntil: '2016-06-06',
      decidedOn: '2016-03-07',
      problem: 'Afval.',
      trekker: null,
      budgetLine: 'geen',
      planDueOn: '2016-05-02',
      nextTestOn: '2017-03-07',
      goal: null,
      advice: { agree: 3, partly: 1, against: 0, silent: 2 },
      reactions: { agree: 5, partly: 0, against: 1 },
      sentence: 'We gaan het schoonmaken.',
    },
  ],
  budget: {
    lines: [
      { label: 'Personeel', euro: 1_693_452 },
      { label: 'Activiteiten', euro: 1_306_248 },
    ],
    printedTotal: 'ruim 3 miljoen',
    printedEuro: 3_000_000,
  },
};
const unsigned = { mayor_signed_at: null, secretary_signed_at: null };

describe('money in a memo (T1)', () => {
  it('stands as printed beside what the lines add up to, with the difference told', () => {
    if (!content.budget) throw new Error('The memo of this test has money');
    expect(reckonBudget(content.budget)).toEqual({ computed: 2_999_700, difference: 300 });
    const words = JSON.stringify(memoBlocks(translator(focuspuntTexts, 'nl'), content, unsigned));
    expect(words).toContain('ruim 3 miljoen');
    expect(words).toContain('€ 2.999.700');
    expect(words).toContain('Het verschil is € 300.');
    const exact = { ...content.budget, printedEuro: 2_999_700 };
    const quiet = JSON.stringify(
      memoBlocks(translator(focuspuntTexts, 'nl'), { ...content, budget: exact }, unsigned),
    );
    expect(quiet).not.toContain('verschil');
  });

  it.each([
    ['Wijkposten; 349190\n\n WZN;548603 ', 2],
    ['Wijkposten 349190', null],
    ['; 12', null],
    ['Terug; -5', 1],
    ['', 0],
  ])('is read from %j', (budget_lines, count) => {
    expect(budgetIn(storedFields({ budget_lines }))?.lines.length ?? null).toBe(count);
  });
});

/** The text of one file in a zip whose entries are deflated; enough for what the package writes. */
const fileIn = (zip: Buffer, name: string): string => {
  for (let at = zip.indexOf('PK\u0001\u0002'); at !== -1; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.subarray(at + 46, at + 46 + nameLength).toString() !== name) continue;
    const [method, size, start] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 42),
    ];
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const bytes = zip.subarray(data, data + size);
    return (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
  }
  throw new Error(`No ${name} in the document`);
};

describe('the document for a word processor', () => {
  it('has headings, tables with a header row, Dutch as its language and a title', async () => {
    const zip = await memoDocument(content, unsigned);
    const body = fileIn(zip, 'word/document.xml');
    expect(body.match(/w:val="Heading1"/g)).toHaveLength(1);
    expect(body.match(/w:val="Heading2"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(body.match(/<w:tblHeader/g)).toHaveLength(body.match(/<w:tbl>/g)?.length ?? 0);
    expect(body).toContain('Schoon centrum');
    expect(body).toContain('2.999.700');
    expect(fileIn(zip, 'word/styles.xml')).toContain('w:val="nl-NL"');
    expect(fileIn(zip, 'docProps/core.xml')).toContain('<dc:title>Focuspunten 2016</dc:title>');
  });
});

describe('the moment of the embargo', () => {
  const moment = (day: string, hour: string) =>
    embargoIn(storedFields({ embargo: day, hour }))?.toISOString() ?? null;
  it.each([
    ['2016-03-07', '16:00', '2016-03-07T15:00:00.000Z'],
    ['2016-07-04', '9.30', '2016-07-04T07:30:00.000Z'],
    // The night in which the clock goes forward, and the one in which it goes back.
    ['2016-03-27', '16:00', '2016-03-27T14:00:00.000Z'],
    ['2016-10-30', '16:00', '2016-10-30T15:00:00.000Z'],
    ['2016-02-30', '16:00', null],
    ['2016-03-07', '24:00', null],
    ['2016-03-07', 'straks', null],
  ])('%s at %s is %s', (day, hour, expected) => expect(moment(day, hour)).toBe(expected));

  it('is asked for, as are a title and amounts that can be read', () => {
    const typed = storedFields({ budget_lines: 'x', printed_euro: 'veel' });
    expect(Object.keys(memoMistakes(typed)).sort()).toEqual([
      'budget_lines',
      'embargo',
      'printed_euro',
      'title',
    ]);
  });
});

describe('the next step of the news', () => {
  const at = new Date('2016-03-07T15:00:00Z');
  const before = new Date(at.getTime() - 1);
  const signed: NewsMoments = {
    mayor_signed_at: before,
    secretary_signed_at: before,
    embargo_until: at,
    released_at: null,
    council_told_at: null,
    partners_told_at: null,
    reporters_told_at: null,
    followers_told_at: null,
    press_told_at: null,
  };
  it('waits for each signature and for the last moment of the embargo', () => {
    expect(nextOf({ ...signed, mayor_signed_at: null }, at)).toBe('wait');
    expect(nextOf({ ...signed, secretary_signed_at: null }, at)).toBe('wait');
    expect(nextOf(signed, before)).toBe('wait');
    expect(nextOf(signed, at)).toBe('release');
  });
  it('goes council, partners, reporters, followers, press (D15)', () => {
    const seen: string[] = [];
    let release: NewsMoments = { ...signed, released_at: at };
    for (let next = nextOf(release, at); next !== 'over'; next = nextOf(release, at)) {
      seen.push(next);
      release = { ...release, [`${next}_told_at`]: at };
    }
    expect(seen).toEqual(['council', 'partners', 'reporters', 'followers', 'press']);
  });
});
