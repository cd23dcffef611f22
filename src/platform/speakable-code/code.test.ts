import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHABET, rankOf } from './alphabet.ts';
import { newCode, parseCode } from './code.ts';
import { spellCode } from './spell.ts';

const SOME = newCode();

describe('a code', () => {
  it('has three groups of four characters and at least 50 random bits', () => {
    for (let count = 0; count < 500; count += 1) {
      expect(newCode()).toMatch(/^[0-9CFHJ-MPRTVWXY]{4}(-[0-9CFHJ-MPRTVWXY]{4}){2}$/);
    }
    expect(Math.log2(ALPHABET.length) * 11).toBeGreaterThan(50);
  });

  it('uses every character about as often as any other', () => {
    const counts = new Map<string, number>();
    for (let count = 0; count < 2400; count += 1) {
      for (const character of newCode().replaceAll('-', '')) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(24);
    for (const [character, count] of counts) expect(count, character).toBeGreaterThan(960);
  });

  it('never holds two characters that are read as each other', () => {
    const twins = ['0O', '0Q', '0D', '1I', '2Z', '5S', '6G', '8B', 'UV', 'MN', 'DT', 'BP', 'FS', 'CS', 'GJ'];
    for (const twin of twins) {
      const both = [...twin].every((character) => ALPHABET.includes(character));
      expect(both, twin).toBe(false);
    }
    expect(new Set(ALPHABET).size).toBe(24);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 5000 }, newCode)).size).toBe(5000);
  });
});

const LOOKALIKES: Record<string, string> = {
  0: 'o',
  1: 'i',
  2: 'z',
  5: 's',
  6: 'g',
  8: 'b',
  V: 'u',
  M: 'n',
};

describe('a typed code', () => {
  it('is read in its own spelling', () => {
    expect(parseCode(SOME)).toEqual({ code: SOME });
  });

  it.each([
    ['small letters', (code: string) => code.toLowerCase()],
    ['no dashes', (code: string) => code.replaceAll('-', '')],
    ['spaces around and between', (code: string) => ` ${code.replaceAll('-', ' ')}\n`],
    ['dots', (code: string) => code.replaceAll('-', '.')],
    ['long dashes', (code: string) => code.replaceAll('-', '–')],
    ['quotes', (code: string) => `"${code}"`],
    ['an invisible character', (code: string) => `\u200b${code}`],
    [
      'full-width letters',
      (code: string) => code.replace(/\w/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
    ['O for 0 and friends', (code: string) => code.replace(/\w/g, (c) => LOOKALIKES[c] ?? c)],
  ])('may have %s', (_, change) => {
    for (let count = 0; count < 50; count += 1) {
      const code = newCode();
      expect(parseCode(change(code))).toEqual({ code });
    }
  });

  it('says what is wrong', () => {
    expect(parseCode('')).toEqual({ problem: 'length' });
    expect(parseCode(SOME.slice(0, -1))).toEqual({ problem: 'length' });
    expect(parseCode(`${SOME}0`)).toEqual({ problem: 'length' });
    expect(parseCode(`E${SOME.slice(1)}`)).toEqual({ problem: 'character' });
    expect(parseCode(`€${SOME.slice(1)}`)).toEqual({ problem: 'character' });
    const wrong = ALPHABET.charAt((rankOf(SOME.charAt(0)) + 1) % 24);
    expect(parseCode(wrong + SOME.slice(1))).toEqual({ problem: 'check' });
  });

  it('never throws and never invents a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const read = parseCode(text);
        if ('code' in read) expect(parseCode(read.code)).toEqual(read);
      }),
    );
  });
});

describe('reading aloud', () => {
  it('names each letter with a word, in groups', () => {
    expect(spellCode('7KFP-2XMW-R04T', 'nl')).toBe(
      '7, K van Karel, F van Ferdinand, P van Pieter; 2, X van Xantippe, M van Maria, W van Willem; R van Richard, 0, 4, T van Theo',
    );
    expect(spellCode('K7', 'en')).toBe('K for Kilo, 7');
  });

  it('has a word for every letter', () => {
    for (const lang of ['nl', 'en'] as const) expect(() => spellCode(ALPHABET, lang)).not.toThrow();
  });
});
