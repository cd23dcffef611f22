import { describe, expect, it } from 'vitest';
import { distanceMetres } from './point.ts';
import { degreesOfRd, isRd, rdOfDegrees } from './rd.ts';

/** Points of which both are published: Amersfoort and the Westertoren in Amsterdam. */
const published = [
  { rd: [155_000, 463_000], lat: 52.155172897, lon: 5.387203657 },
  { rd: [120_700.723, 487_525.502], lat: 52.374532541, lon: 4.883525594 },
] as const;

describe('the Dutch grid', () => {
  it.each(published)('puts $rd within a metre of where it is', ({ rd, lat, lon }) => {
    const [foundLon, foundLat] = degreesOfRd(rd);
    expect(distanceMetres({ lat: foundLat, lon: foundLon }, { lat, lon })).toBeLessThan(1);
    const [x, y] = rdOfDegrees([lon, lat]);
    expect(Math.hypot(x - rd[0], y - rd[1])).toBeLessThan(1);
  });

  it('knows its own places from degrees', () => {
    expect(isRd([93_000, 452_000])).toBe(true);
    expect(isRd([4.48, 52.05])).toBe(false);
    expect(isRd([500_000, 6_800_000])).toBe(false);
  });
});
