import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('values that are searched exactly', () => {
  it.each([
    ['mail', ' Jan.Jansen@Example.NL ', 'jan.jansen@example.nl'],
    ['phone', '06 12 34 56 78', '+31612345678'],
    ['phone', '06-12345678', '+31612345678'],
    ['phone', '+31 (0)6 12345678', '+31612345678'],
    ['phone', '+31 06 12345678', '+31612345678'],
    ['phone', '0031612345678', '+31612345678'],
    ['phone', '612345678', '+31612345678'],
    ['phone', '079-346 80 00', '+31793468000'],
    ['phone', '+49 30 1234567', '+49301234567'],
    ['phone', '14 079', '14079'],
    ['phone', 'geen', ''],
    ['postcode', '2712 ab', '2712AB'],
    ['postcode', '2712AB', '2712AB'],
    ['name', 'Mevr. J. van den Berg', 'jvandenberg'],
    ['name', 'J van denBerg', 'jvandenberg'],
    ['name', 'de heer dr. Citroën', 'citroen'],
    ['name', 'Şahin Özgür', 'sahinozgur'],
    ['name', 'Ĳsbrand', 'ijsbrand'],
    ['name', 'Drees', 'drees'],
    ['name', 'Mara', 'mara'],
    ['surname', 'Joke de Vries', 'vries'],
    ['surname', 'De Vries', 'vries'],
    ['surname', "Aïcha el-M'rabet", 'mrabet'],
    ['surname', '', ''],
    ['name', '  .', ''],
    ['code', 'abcd-2345 efgh', 'ABCD2345EFGH'],
  ] as const)('%s "%s" is "%s"', (kind, value, expected) => {
    expect(normalise(kind, value)).toBe(expected);
  });

  it('are stable: what is normalised stays so', () => {
    const kinds = fc.constantFrom('phone', 'postcode', 'code' as const);
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'grapheme', maxLength: 40 }), (kind, value) => {
        const once = normalise(kind, value);
        expect(normalise(kind, once)).toBe(once);
      }),
    );
  });
});
