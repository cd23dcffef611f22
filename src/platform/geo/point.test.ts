import fc from 'fast-check';
import { greatCircleDistance } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { distanceMetres, isPoint } from './point.ts';

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('the distance between two points', () => {
  it('is a known one', () => {
    const stadhuis = { lat: 52.0607, lon: 4.494 };
    expect(distanceMetres(stadhuis, { lat: 52.0607 + 1 / 1112, lon: 4.494 })).toBeCloseTo(100, 0);
    expect(distanceMetres(stadhuis, stadhuis)).toBe(0);
    expect(distanceMetres({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(Math.PI * 6_371_008.8, 3);
  });

  it('is the same both ways and agrees with H3', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const metres = distanceMetres(a, b);
        const theirs = greatCircleDistance([a.lat, a.lon], [b.lat, b.lon], 'm');
        expect(distanceMetres(b, a)).toBeCloseTo(metres, 3);
        expect(Math.abs(metres - theirs)).toBeLessThan(metres * 1e-5 + 1);
      }),
    );
  });

  it('knows what is no point', () => {
    expect(isPoint({ lat: 52, lon: 4.5 })).toBe(true);
    for (const [lat, lon] of [
      [91, 0],
      [0, 181],
      [Number.NaN, 0],
      [0, Number.NaN],
      [Infinity, 0],
    ] as const) {
      expect(isPoint({ lat, lon })).toBe(false);
    }
  });
});
