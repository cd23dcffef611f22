import { describe, expect, it } from 'vitest';
import { freshBytes } from './random.ts';

describe('fresh bytes', () => {
  it('are never given twice, also where the pool is filled anew, nor changed afterwards', () => {
    const given = Array.from({ length: 3_000 }, () => freshBytes(16));
    const first = given.map((bytes) => bytes.toString('hex'));
    expect(new Set(first).size).toBe(3_000);
    expect(given.map((bytes) => bytes.toString('hex'))).toEqual(first);
    expect(first).not.toContain('0'.repeat(32));
    expect(freshBytes(1_024)).toHaveLength(1_024);
  });

  it('are not asked by the thousands', () => {
    expect(() => freshBytes(0)).toThrow(RangeError);
    expect(() => freshBytes(1_025)).toThrow(RangeError);
    expect(() => freshBytes(1.5)).toThrow(RangeError);
  });
});
