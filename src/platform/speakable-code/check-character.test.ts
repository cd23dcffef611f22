import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValue, isRight } from './check-character.ts';

const VALUES = Array.from({ length: 24 }, (_, value) => value);
const eleven = fc.array(fc.integer({ min: 0, max: 23 }), { minLength: 11, maxLength: 11 });
const withCheck = eleven.map((values) => [...values, checkValue(values)]);

describe('the check character', () => {
  it('is right for its own code and for no other last character', () => {
    fc.assert(
      fc.property(eleven, (values) => {
        expect(VALUES.filter((last) => isRight([...values, last]))).toEqual([checkValue(values)]);
      }),
    );
  });

  it('catches every single wrong character: all 276 of each code', () => {
    fc.assert(
      fc.property(withCheck, (code) => {
        for (let place = 0; place < 12; place += 1) {
          for (const wrong of VALUES) {
            if (wrong !== code[place]) expect(isRight(code.with(place, wrong))).toBe(false);
          }
        }
      }),
    );
  });

  // The sums are linear: whether a swap shows depends on the pair and its place, not on the other characters.
  it('catches every swap of two neighbours: all 24 x 23 pairs at all 11 places', () => {
    let swaps = 0;
    for (let place = 0; place < 11; place += 1) {
      for (const one of VALUES) {
        for (const other of VALUES) {
          if (one === other) continue;
          const code = codeWith(place, one, other);
          if (!code) continue;
          const swapped = code.with(place, other).with(place + 1, one);
          expect(isRight(code)).toBe(true);
          expect(isRight(swapped), `${one} and ${other} at ${place}`).toBe(false);
          swaps += 1;
        }
      }
    }
    expect(swaps).toBe(24 * 23 * 11);
  });

  it('catches every swap in random codes too', () => {
    fc.assert(
      fc.property(withCheck, fc.integer({ min: 0, max: 10 }), (code, place) => {
        const [one = 0, other = 0] = [code[place], code[place + 1]];
        const swapped = code.with(place, other).with(place + 1, one);
        expect(isRight(swapped)).toBe(one === other);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A right code with these two neighbours at this place, the check character included when it is one of them. */
const codeWith = (place: number, one: number, other: number): number[] | undefined => {
  for (const free of VALUES) {
    const values = Array.from({ length: 11 }, () => 0);
    values[place === 0 ? 10 : 0] = free;
    values[place] = one;
    if (place < 10) values[place + 1] = other;
    const code = [...values, checkValue(values)];
    if (code[place] === one && code[place + 1] === other) return code;
  }
  return undefined;
};
