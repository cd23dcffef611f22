import { afterEach, expect, it, vi } from 'vitest';
import { isId, newId } from './ids.ts';

it('makes ids that sort in the order in which they were made, thousands in a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isId)).toBe(true);
  expect(ids.every((id) => id[14] === '7')).toBe(true);
});

afterEach(() => {
  vi.useRealTimers();
});

it('keeps the order when the clock is put back an hour, and goes on from a day ahead', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const ids: string[] = [];
  for (const jump of [0, -3_600_000, 86_400_000, -86_400_000]) {
    vi.setSystemTime(Date.now() + jump);
    for (let n = 0; n < 5_000; n += 1) ids.push(newId());
  }
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

it('knows a malformed id', () => {
  for (const text of ['', 'x', newId().toUpperCase(), `${newId()}0`, "' or 1=1 --"])
    expect(isId(text)).toBe(false);
});
