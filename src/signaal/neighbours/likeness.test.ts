import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSharedData, readSharedData } from '../../../tests/shared-data.ts';
import { likenessOf, plainText, shingles } from './likeness.ts';
import { type Matter, nearOf } from './rule.ts';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly same_problem: boolean;
  readonly metres: number;
  readonly hours: number;
  readonly should_suggest_as_duplicate: boolean;
  readonly char3_jaccard: number;
  readonly word_jaccard: number;
}

const pairs = (): Pair[] => JSON.parse(readSharedData('text/near-duplicates.json')).pairs;

const BOUNDS = { metres: 50, metresCrowd: 150, days: 14 };
const DEGREE = (6_371_008.8 * Math.PI) / 180;
const HOUR = 3_600_000;
const NOW = new Date('2016-03-07T09:00:00Z');

/** A report so many metres to the north of here and so many hours ago. */
const matter = (metres: number, hours: number, change: Partial<Matter> = {}): Matter => ({
  themeId: 'theme',
  crowd: false,
  point: { lat: 52.06 + metres / DEGREE, lon: 4.49 },
  street: null,
  buurtId: 'buurt',
  at: new Date(NOW.getTime() - hours * HOUR),
  ...change,
});

const near = (metres: number, hours: number, change: Partial<Matter> = {}) =>
  nearOf(matter(0, 0, change), matter(metres, hours, change), BOUNDS);

describe.skipIf(!hasSharedData)(
  'the reference pairs of near-duplicates (skipped: no shared data beside the checkout)',
  () => {
    it('have exactly these figures', () => {
      expect(pairs().length).toBeGreaterThanOrEqual(15);
      for (const { a, b, char3_jaccard, word_jaccard } of pairs()) {
        const { characters, words } = likenessOf(a, b);
        expect(Number(characters.toFixed(9)), `${a} / ${b}`).toBe(char3_jaccard);
        expect(Number(words.toFixed(9)), `${a} / ${b}`).toBe(word_jaccard);
      }
    });

    it('are suggested exactly where they should be: by theme, metres and days, whatever the words', () => {
      for (const { a, b, same_problem, metres, hours, should_suggest_as_duplicate } of pairs()) {
        const crowd = /jongeren/i.test(a);
        const found = nearOf(
          matter(0, 0, { crowd }),
          matter(metres, hours, { crowd, themeId: same_problem ? 'theme' : 'other' }),
          BOUNDS,
        );
        expect(found !== null, `${a} / ${b}`).toBe(should_suggest_as_duplicate);
      }
    });
  },
);

describe('likeness', () => {
  it('takes a text as its letters, digits and spaces', () => {
    expect(plainText("  Auto's, WIJKEN\nuit!_2 ")).toBe('auto s wijken uit _2');
    expect([...shingles('ab')]).toEqual(['ab']);
    expect(shingles('').size).toBe(0);
  });

  it('lies between nothing and the same, is the same both ways, and nothing of an empty text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [there, back] = [likenessOf(a, b), likenessOf(b, a)];
        expect(there).toEqual(back);
        for (const figure of Object.values(there)) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
        }
      }),
    );
    expect(likenessOf('Gat in de weg', 'gat, in de weg!')).toEqual({ characters: 1, words: 1 });
    expect(likenessOf('', '')).toEqual({ characters: 0, words: 0 });
  });
});

describe('the rule', () => {
  it('takes fifty metres, or a hundred and fifty for a crowd', () => {
    expect(near(49.9, 1)).toEqual({ metres: 50, days: 0 });
    expect(near(50.1, 1)).toBeNull();
    expect(near(149.9, 1, { crowd: true })).toEqual({ metres: 150, days: 0 });
    expect(near(150.1, 1, { crowd: true })).toBeNull();
  });

  it('takes fourteen days to the hour', () => {
    expect(near(1, 14 * 24)).toEqual({ metres: 1, days: 14 });
    expect(near(1, 14 * 24 + 1)).toBeNull();
  });

  it('asks the same theme, and finds nothing of a subject that is not known', () => {
    expect(nearOf(matter(0, 0), matter(1, 1, { themeId: 'other' }), BOUNDS)).toBeNull();
    expect(near(1, 1, { themeId: null })).toBeNull();
  });

  it('goes by street and buurt where one has no point', () => {
    const street = { point: null, street: 'dorpsstraat' };
    expect(near(0, 1, street)).toEqual({ metres: null, days: 0 });
    expect(nearOf(matter(0, 0, street), matter(0, 1, { street: 'dorpsstraat' }), BOUNDS)).not.toBeNull();
    expect(
      nearOf(matter(0, 0, street), matter(0, 1, { ...street, buurtId: 'elsewhere' }), BOUNDS),
    ).toBeNull();
    expect(nearOf(matter(0, 0, street), matter(0, 1, { ...street, buurtId: null }), BOUNDS)).not.toBeNull();
    expect(near(0, 1, { point: null, street: null })).toBeNull();
    // Two points in one long street decide by their metres.
    expect(near(400, 1, { street: 'dorpsstraat' })).toBeNull();
  });
});
