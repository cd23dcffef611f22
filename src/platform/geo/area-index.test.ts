import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSharedData, readSharedData } from '../../../tests/shared-data.ts';
import { areaIndex, locate } from './area-index.ts';
import { parseGeoJson } from './geojson.ts';
import { interiorPoint } from './interior-point.ts';
import type { Shape } from './shape.ts';

const square = (west: number, south: number, size: number): Shape => [
  [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
];

const left = { name: 'left', shape: square(4, 52, 0.01) };
const right = { name: 'right', shape: square(4.01, 52, 0.01) };
const index = areaIndex([left, right]);

const areasOf = (file: string) => {
  const read = parseGeoJson(readSharedData(file));
  if ('problem' in read) throw new Error(read.problem);
  return read.features;
};

describe('finding the area of a point', () => {
  it('finds the one it lies in', () => {
    expect(locate({ lat: 52.005, lon: 4.005 }, index)).toEqual({ area: left, snapped: false });
    expect(locate({ lat: 52.005, lon: 4.015 }, index)).toEqual({ area: right, snapped: false });
  });

  it('snaps to the nearest border only within the asked metres', () => {
    const outside = { lat: 52.005, lon: 4.02 + 0.0003 };
    expect(locate(outside, index)).toBeNull();
    expect(locate(outside, index, { snapMetres: 20 })).toBeNull();
    expect(locate(outside, index, { snapMetres: 21 })).toEqual({ area: right, snapped: true });
  });

  it('takes the nearest when several are near', () => {
    const far = { name: 'far', shape: square(4.0105, 52, 0.01) };
    const gap = areaIndex([left, far]);
    expect(locate({ lat: 52.005, lon: 4.0101 }, gap, { snapMetres: 100 })?.area).toBe(left);
    expect(locate({ lat: 52.005, lon: 4.0104 }, gap, { snapMetres: 100 })?.area).toBe(far);
  });

  it('gives every point on a shared border to exactly one', () => {
    fc.assert(
      fc.property(fc.double({ min: 52, max: 52.01, maxExcluded: true, noNaN: true }), (lat) => {
        const holders = [left, right].filter((area) => locate({ lat, lon: 4.01 }, areaIndex([area])));
        expect(holders).toHaveLength(1);
      }),
    );
  });

  it('finds nothing among no areas', () => {
    expect(locate({ lat: 52, lon: 4 }, areaIndex([]), { snapMetres: 1000 })).toBeNull();
    expect(locate({ lat: 52, lon: 4 }, areaIndex([{ shape: [] }]), { snapMetres: 1000 })).toBeNull();
  });
});

describe.skipIf(!hasSharedData)('real outlines', () => {
  it('of Zoetermeer: each of the 26 buurten holds its own inside point, and no other does', () => {
    const areas = areasOf('geo/zoetermeer-buurten-2017.geojson');
    expect(areas).toHaveLength(26);
    for (const area of areas) {
      const inside = interiorPoint(area.shape);
      if (!inside) throw new Error('no inside');
      expect(areas.filter((other) => locate(inside, areaIndex([other])))).toEqual([area]);
    }
  });

  it('of Assen: 3 of the 3,024 meldingen lie outside all buurten', () => {
    const assen = areaIndex(areasOf('geo/assen-buurten-2017.geojson'));
    expect(assen.entries).toHaveLength(109);
    const rows: { lat: string; lng: string }[] = parse(readSharedData('meldingen/assen-meldingen-2026.csv'), {
      bom: true,
      columns: true,
      delimiter: ';',
    });
    const points = rows.map(({ lat, lng }) => ({
      lat: Number(lat.replace(',', '.')),
      lon: Number(lng.replace(',', '.')),
    }));
    expect(points).toHaveLength(3024);
    const began = performance.now();
    expect(points.filter((point) => !locate(point, assen))).toHaveLength(3);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
