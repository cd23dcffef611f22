import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, cellsWithin } from './cells.ts';
import { distanceMetres, metresPerDegree, type Point } from './point.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const dutch = fc.record({ lat: between(50.7, 53.6), lon: between(3.3, 7.3) });
const world = fc.record({ lat: between(-70, 70), lon: between(-179, 179) });

const moved = (from: Point, metres: number, angle: number): Point => {
  const scale = metresPerDegree(from.lat);
  return {
    lat: from.lat + (metres * Math.sin(angle)) / scale.lat,
    lon: from.lon + (metres * Math.cos(angle)) / scale.lon,
  };
};

describe('cells', () => {
  it('are text that stays the same', () => {
    expect(cellOf({ lat: 52.0607, lon: 4.494 })).toBe('8a196bb26397fff');
    expect(cellOf({ lat: 52.0607, lon: 4.494 }, 8)).toMatch(/^88/);
    expect(() => cellOf({ lat: Number.NaN, lon: 4 })).toThrow(RangeError);
  });

  it.each([
    ['in the Netherlands', dutch],
    ['anywhere', world],
  ] as const)('never miss a point within the distance, %s', (_, where) => {
    fc.assert(
      fc.property(where, between(0, 400), between(0, 1), between(0, 7), (point, metres, share, angle) => {
        const other = moved(point, metres * share, angle);
        if (distanceMetres(point, other) <= metres) {
          expect(cellsWithin(point, metres)).toContain(cellOf(other));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('are few enough to ask a database for', () => {
    const most = (metres: number) => {
      const counts = fc.sample(dutch, 300).map((point) => cellsWithin(point, metres).length);
      return Math.max(...counts);
    };
    expect(most(50)).toBeLessThanOrEqual(7);
    expect(most(150)).toBeLessThanOrEqual(19);
    expect(most(250)).toBeLessThanOrEqual(37);
  });

  it('refuse a search without bounds', () => {
    for (const metres of [-1, 5001, Number.NaN, Infinity]) {
      expect(() => cellsWithin({ lat: 52, lon: 4 }, metres)).toThrow(RangeError);
    }
  });
});
