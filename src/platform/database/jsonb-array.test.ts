import { expect, it } from 'vitest';
import { parseJsonbArray } from './jsonb-array.ts';

it('tells an absent element from the word NULL in a text', () => {
  expect(parseJsonbArray('{NULL,"{\\"a\\": \\"NULL\\"}",3}')).toEqual([null, { a: 'NULL' }, 3]);
});

it('refuses what is no array', () => {
  expect(() => parseJsonbArray('{"a}')).toThrow(SyntaxError);
});
