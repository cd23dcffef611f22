import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interiorPoint } from './interior-point.ts';
import { boundsOf, contains, metresToBorder, type Ring, type Shape } from './shape.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** A ten by ten field with a hole from 3 to 7, and an island from 4 to 6 in it. */
const withHoleAndIsland: Shape = [[box(0, 0, 10, 10), box(3, 3, 7, 7)], [box(4, 4, 6, 6)]];

const uShape: Shape = [
  [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [7, 10],
      [7, 3],
      [3, 3],
      [3, 10],
      [0, 10],
      [0, 0],
    ],
  ],
];

const at = (lon: number, lat: number) => ({ lat, lon });
const ringOf = (...positions: [number, number][]): Shape => [[positions]];
const reversed = (shape: Shape): Shape => shape.map((polygon) => polygon.map((ring) => ring.toReversed()));

describe('a point and a shape', () => {
  it.each([
    [at(1, 1), true],
    [at(3.5, 3.5), false],
    [at(5, 5), true],
    [at(9.9, 5), true],
    [at(11, 5), false],
    [at(5, -1), false],
  ])('%o inside: %s, with holes and islands, in either direction', (point, inside) => {
    expect(contains(withHoleAndIsland, point)).toBe(inside);
    expect(contains(reversed(withHoleAndIsland), point)).toBe(inside);
  });

  it('are reckoned right where a ray runs through a corner', () => {
    const diamond = ringOf([0, 1], [1, 0], [2, 1], [1, 2], [0, 1]);
    expect(contains(diamond, at(1, 1))).toBe(true);
    expect(contains(diamond, at(-1, 1))).toBe(false);
    expect(contains(diamond, at(-1, 2))).toBe(false);
  });

  it('agree with plain arithmetic for any rectangle', () => {
    const degree = fc.integer({ min: -800, max: 800 }).map((value) => value / 10);
    const side = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(degree, degree, side, degree, degree, (west, south, size, lon, lat) => {
        const inside = lon > west && lon < west + size && lat > south && lat < south + size;
        const onBorder = [west, west + size].includes(lon) || [south, south + size].includes(lat);
        const field: Shape = [[box(west, south, west + size, south + size)]];
        if (!onBorder) expect(contains(field, at(lon, lat))).toBe(inside);
      }),
    );
  });

  it('cut in two by any line hold each point once', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, unit, unit, (low, high, share, lat) => {
        const left = ringOf([0, 0], [low, 0], [high, 1], [0, 1], [0, 0]);
        const right = ringOf([1, 0], [1, 1], [high, 1], [low, 0], [1, 0]);
        const border = at(low + share * (high - low), lat);
        const held = [left, right].filter((shape) => contains(shape, border)).length;
        if (lat < 1 && border.lon < 1) expect(held).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the distance to a border', () => {
  it('is in metres, from both sides, to lines and to corners', () => {
    const field: Shape = [[box(4, 52, 4.01, 52.01)]];
    expect(metresToBorder(field, at(4.005, 52.001))).toBeCloseTo(111.19, 1);
    expect(metresToBorder(field, at(4.005, 51.999))).toBeCloseTo(111.19, 1);
    expect(metresToBorder(field, at(3.999, 52.005))).toBeCloseTo(68.45, 1);
    expect(metresToBorder(field, at(3.999, 51.999))).toBeCloseTo(Math.hypot(111.19, 68.46), 1);
    expect(metresToBorder([], at(4, 52))).toBe(Infinity);
  });
});

describe('a point inside', () => {
  it('lies inside, also of a U and of a ring', () => {
    for (const shape of [uShape, withHoleAndIsland, [[box(0, 0, 10, 10), box(1, 1, 9, 9)]]]) {
      const inside = interiorPoint(shape);
      if (!inside) throw new Error('no inside');
      expect(contains(shape, inside)).toBe(true);
    }
  });

  it('is not found in nothing', () => {
    expect(interiorPoint([])).toBeUndefined();
    expect(interiorPoint(ringOf([0, 0], [1, 1], [0, 0]))).toBeUndefined();
  });
});

describe('bounds', () => {
  it('are the smallest rectangle', () => {
    expect(boundsOf(withHoleAndIsland)).toEqual([0, 0, 10, 10]);
  });
});
