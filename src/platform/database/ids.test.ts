import { expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

it('makes ids that sort in the order in which they were made, thousands in a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isId)).toBe(true);
  expect(ids.every((id) => id[14] === '7')).toBe(true);
});

it('knows a malformed id', () => {
  for (const text of ['', 'x', newId().toUpperCase(), `${newId()}0`, "' or 1=1 --"])
    expect(isId(text)).toBe(false);
});
