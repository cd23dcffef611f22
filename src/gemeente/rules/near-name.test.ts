import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namesLike } from './near-name.ts';

const STREETS = [
  'meerzichtlaan',
  'meerlaan',
  'dorpsstraat',
  'nieuwstraat',
  'oranjelaan',
  'oranjestraat',
  'weg',
];

it.each([
  ['meerzichtlan', ['meerzichtlaan']],
  ['meerzihctlaan', ['meerzichtlaan']],
  ['meezichtlaann', ['meerzichtlaan']],
  ['meerzict', ['meerzichtlaan']],
  ['dropsstraat', ['dorpsstraat']],
  ['dorpstraat', ['dorpsstraat']],
  ['oranjestrat', ['oranjestraat']],
  ['kerkstraat', []],
  ['wge', []],
  ['', []],
])('takes "%s" for %j', (typed, meant) => {
  expect(namesLike(typed, STREETS, 3)).toEqual(meant);
});

it('gives the likest first, each once, and no more than asked', () => {
  expect(namesLike('oranjelan', [...STREETS, 'oranjelaan'], 3)).toEqual(['oranjelaan']);
  expect(namesLike('kerkstraet', ['kerkstraat oost', 'kerkstraat', 'kerkstraat'], 3)).toEqual([
    'kerkstraat',
    'kerkstraat oost',
  ]);
  expect(namesLike('kerkstraet', ['kerkstraat oost', 'kerkstraat'], 1)).toEqual(['kerkstraat']);
});

it('finds a name again from which one letter went, wherever', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STREETS.slice(0, -1)), fc.nat(), (name, at) => {
      const gone = name.slice(0, at % name.length) + name.slice((at % name.length) + 1);
      expect(namesLike(gone, STREETS, 3)).toContain(name);
    }),
    { numRuns: 60 },
  );
});
