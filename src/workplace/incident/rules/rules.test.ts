import { describe, expect, it } from 'vitest';
import { binomialP, compareRates, verdictOn } from './compare-rates.ts';
import { hideSmall, hideSmallPlaces, periodFor, perPeriod } from './small-numbers.ts';
import { areasAround, type Choices, findTopic, isSensitive, runsOf, withoutNumber } from './topic.ts';

describe('two rates', () => {
  it('are compared as R does (binom.test and poisson.test, the examples of their pages)', () => {
    expect(binomialP(682, 925, 0.75)).toBeCloseTo(0.3825, 4);
    expect(compareRates({ count: 11, residents: 800 }, { count: 21, residents: 3011 })).toBeCloseTo(
      0.07967,
      5,
    );
  });

  it('are compared exactly where it can be reckoned by hand', () => {
    // Of 10 throws of a coin: 8 or more, or 2 or fewer: (1 + 10 + 45) x 2 of 1024.
    expect(binomialP(8, 10, 0.5)).toBeCloseTo(112 / 1024, 12);
    expect(binomialP(5, 10, 0.5)).toBeCloseTo(1, 12);
    expect(binomialP(0, 5, 0.5)).toBeCloseTo(2 / 32, 12);
    expect(binomialP(0, 0, 0.5)).toBe(1);
  });

  it('stay exact for counts of a large municipality', () => {
    const equal = compareRates({ count: 10_000, residents: 30_000 }, { count: 30_000, residents: 90_000 });
    expect(equal).toBeGreaterThan(0.9);
    expect(
      compareRates({ count: 11_000, residents: 30_000 }, { count: 30_000, residents: 90_000 }),
    ).toBeLessThan(1e-6);
  });

  it('differ only when the test shows it, and nothing is said of a few', () => {
    expect(verdictOn({ count: 11, residents: 800 }, { count: 21, residents: 3011 }, 0.05, 5)).toBe(
      'no_difference',
    );
    expect(verdictOn({ count: 30, residents: 1000 }, { count: 30, residents: 5000 }, 0.05, 5)).toBe('more');
    expect(verdictOn({ count: 2, residents: 5000 }, { count: 60, residents: 5000 }, 0.05, 5)).toBe('less');
    expect(verdictOn({ count: 4, residents: 1 }, { count: 0, residents: 5000 }, 0.05, 5)).toBe('too_few');
    expect(verdictOn({ count: 10, residents: 0 }, { count: 5, residents: 10 }, 0.05, 5)).toBe(
      'no_difference',
    );
  });
});

describe('small numbers', () => {
  it('are hidden, with another so that the sum does not tell them', () => {
    expect(hideSmall([0, 3, 6, 9], 5)).toEqual([0, null, null, 9]);
    expect(hideSmall([5, 6, 7], 5)).toEqual([5, 6, 7]);
    expect(hideSmall([1, 1, 8], 5)).toEqual([null, null, null]);
    expect(hideSmall([4, 4, 8], 5)).toEqual([null, null, 8]);
    expect(hideSmall([3], 5)).toEqual([null]);
    expect(hideSmall([0, 0], 5)).toEqual([0, 0]);
    expect(hideSmall([], 5)).toEqual([]);
  });

  it('of places are hidden together with those of which nothing was told', () => {
    expect(hideSmallPlaces([0, 1, 14, 0], 5)).toEqual([null, null, 14, null]);
    expect(hideSmallPlaces([2, 14, 30], 5)).toEqual([null, null, 30]);
    expect(hideSmallPlaces([0, 14], 5)).toEqual([0, 14]);
  });

  it('of months are taken together by quarter or longer until most can be shown', () => {
    expect(periodFor([6, 7, 0, 9], 5)).toBe(1);
    const story = [0, 1, 1, 1, 2, 1, 2, 2, 2, 1, 0, 1];
    expect(perPeriod(story, 3)).toEqual([2, 4, 6, 2]);
    expect(periodFor(story, 5)).toBe(6);
    expect(periodFor([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2], 5)).toBe(12);
    expect(periodFor([], 5)).toBe(1);
  });
});

const area = (id: string, name: string, kind: 'wijk' | 'focus_area' | 'portfolio', buurtIds: string[]) => ({
  id,
  name,
  kind,
  buurtIds,
});
const category = (
  id: string,
  name: string,
  keywords = '',
  parentId: string | null = null,
  sensitive = false,
) => ({
  id,
  name,
  nameEn: null,
  keywords,
  parentId,
  sensitive,
  departmentName: null,
});
const choices: Choices = {
  areas: [
    area('fm', 'Meerzicht', 'focus_area', ['1']),
    area('m', 'Meerzicht', 'wijk', ['1']),
    area('n', 'Noordhove', 'wijk', ['2']),
    area('p', 'Portefeuille A', 'portfolio', ['1', '2']),
  ],
  categories: [
    category('g', 'Afval'),
    category('z', 'Zwerfafval', 'troep rommel', 'g'),
    category('b', 'Boom', 'tak', null),
    category('j', 'Jongeren', 'hangjongeren', 'g', true),
  ],
  streets: [
    { name: 'Dorpsstraat', buurtId: '1', buurtName: 'Dorp' },
    { name: 'Dorpsplein', buurtId: '1', buurtName: 'Dorp' },
  ],
};

describe('one field', () => {
  it('finds a subject in a wijk, in a sentence as people type it', () => {
    const found = findTopic('Troep bij winkelcentrum Meerzicht', choices);
    expect(found).toMatchObject({
      kind: 'one',
      topic: { street: null, area: { id: 'm' }, category: { id: 'z' } },
    });
  });

  it('finds a street with or without its number, never a door', () => {
    expect(withoutNumber('Dorpsstraat 12a')).toBe('Dorpsstraat');
    expect(withoutNumber('Dorpsstraat 12-3, Zoetermeer')).toBe('Dorpsstraat');
    expect(withoutNumber('Plein 1940')).toBe('Plein');
    expect(findTopic('dorpsstraat 12', choices)).toMatchObject({
      kind: 'one',
      topic: { street: { name: 'Dorpsstraat' } },
    });
  });

  it('finds a street in the middle of a sentence, and asks for the buurt when it lies in two', () => {
    const found = findTopic('rommel in de Dorpsstraat bij het plein', choices);
    expect(found).toMatchObject({
      kind: 'one',
      topic: { street: { name: 'Dorpsstraat' }, category: { id: 'z' } },
    });
    expect(runsOf('Rommel in de Dorpsstraat 12')).toContain('dorpsstraat');
    const twice = {
      ...choices,
      streets: [...choices.streets, { name: 'Dorpsstraat', buurtId: '2', buurtName: 'Noord' }],
    };
    expect(findTopic('Dorpsstraat', twice)).toMatchObject({
      kind: 'several',
      topics: [{ street: { buurtId: '1' } }, { street: { buurtId: '2' } }],
    });
  });

  it('finds a wijk or a subject alone', () => {
    expect(findTopic('noordhove', choices)).toMatchObject({
      kind: 'one',
      topic: { area: { id: 'n' }, category: null },
    });
    expect(findTopic('zwerfafval', choices)).toMatchObject({
      kind: 'one',
      topic: { area: null, category: { id: 'z' } },
    });
  });

  it('asks which one is meant, or says that it knows nothing', () => {
    expect(findTopic('dorps', choices)).toMatchObject({ kind: 'several' });
    expect(findTopic('meerz', choices)).toMatchObject({ kind: 'one', topic: { area: { id: 'm' } } });
    expect(findTopic('xyzzy', choices)).toEqual({ kind: 'none' });
    expect(findTopic('  ', choices)).toEqual({ kind: 'none' });
  });

  it('knows what is sensitive, also in a group, and which areas lie around', () => {
    const [group, litter] = choices.categories;
    expect(group && isSensitive(group, choices.categories)).toBe(true);
    expect(litter && isSensitive(litter, choices.categories)).toBe(false);
    const street = choices.streets[0] ?? null;
    expect(areasAround({ street, area: null, category: null }, choices.areas).map(({ id }) => id)).toEqual([
      'fm',
      'm',
      'p',
    ]);
    expect(areasAround({ street: null, area: null, category: null }, choices.areas)).toHaveLength(4);
  });
});
