import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTerm, isTerm, parseTerm } from './term.ts';

describe('a term', () => {
  it('is read with its unit', () => {
    expect(parseTerm('3 workday')).toEqual({ amount: 3, unit: 'workday' });
    expect(parseTerm(' 14 day ')).toEqual({ amount: 14, unit: 'day' });
    expect(parseTerm('0 day')).toEqual({ amount: 0, unit: 'day' });
  });

  it.each([
    '',
    '3',
    'workday',
    '-1 day',
    '1.5 day',
    '3  day',
    '3 days',
    '3 werkdag',
    '1e3 day',
    '3651 day',
    '2601 workday',
    '9999999 minute',
    '٣ day',
  ])('refuses "%s"', (text) => {
    expect(parseTerm(text)).toBeUndefined();
  });

  it('reads back what it wrote', () => {
    const units = fc.constantFrom('minute', 'hour', 'day', 'week', 'workday' as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 520 }), units, (amount, unit) => {
        expect(parseTerm(formatTerm({ amount, unit }))).toEqual({ amount, unit });
      }),
    );
  });

  it('never throws, and gives only terms, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const term = parseTerm(text);
        expect(term === undefined || isTerm(term)).toBe(true);
      }),
    );
  });
});
