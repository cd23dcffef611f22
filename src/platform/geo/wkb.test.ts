import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOutline } from './outline.ts';
import { readGeoPackageGeometry, readWkb } from './wkb.ts';

type Place = readonly number[];
const RING: readonly Place[] = [
  [4.4, 52],
  [4.5, 52],
  [4.5, 52.1],
  [4.4, 52],
];

/** Writes WKB in a byte order and a kind; the tests' own, so that reader and writer share no mistake. */
const writer = (little: boolean) => {
  const uint = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    little ? bytes.writeUInt32LE(value) : bytes.writeUInt32BE(value);
    return bytes;
  };
  const double = (value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    little ? bytes.writeDoubleLE(value) : bytes.writeDoubleBE(value);
    return bytes;
  };
  const head = (kind: number): Buffer => Buffer.concat([Buffer.from([little ? 1 : 0]), uint(kind)]);
  const ring = (places: readonly Place[]): Buffer =>
    Buffer.concat([uint(places.length), ...places.flat().map(double)]);
  const polygon = (rings: readonly (readonly Place[])[], kind = 3): Buffer =>
    Buffer.concat([head(kind), uint(rings.length), ...rings.map(ring)]);
  const multi = (polygons: readonly Buffer[], kind = 6): Buffer =>
    Buffer.concat([head(kind), uint(polygons.length), ...polygons]);
  return { uint, head, polygon, multi };
};
const geoPackage = (flags: number, envelope: number, wkb: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x47, 0x50, 0, flags]), Buffer.alloc(4 + envelope), wkb]);

const [little, big] = [writer(true), writer(false)];

describe('a binary geometry', () => {
  it('is read in both byte orders, also mixed', () => {
    const whole = { type: 'MultiPolygon', coordinates: [[RING], [RING]] };
    expect(readWkb(little.polygon([RING, RING]))).toEqual({ type: 'Polygon', coordinates: [RING, RING] });
    expect(readWkb(big.polygon([RING]))).toEqual({ type: 'Polygon', coordinates: [RING] });
    expect(readWkb(big.multi([little.polygon([RING]), big.polygon([RING])]))).toEqual(whole);
  });

  it.each([
    ['a height, by thousands', 1003, 1],
    ['a measure, by thousands', 2003, 1],
    ['both, by thousands', 3003, 2],
    ['a height, by a bit', 0x80_00_00_03, 1],
    ['a measure, by a bit', 0x40_00_00_03, 1],
  ])('drops %s', (_, kind, more) => {
    const places = RING.map((place) => [...place, ...Array.from({ length: more }, () => 7)]);
    expect(readWkb(big.polygon([places], kind))).toEqual({ type: 'Polygon', coordinates: [RING] });
  });

  it('steps over the reference system that PostGIS puts in', () => {
    const body = little.polygon([RING]).subarray(5);
    const bytes = Buffer.concat([little.head(0x20_00_00_03), little.uint(28992), body]);
    expect(readWkb(bytes)).toEqual({ type: 'Polygon', coordinates: [RING] });
  });

  it.each([
    [0, 0],
    [1, 32],
    [2, 48],
    [3, 48],
    [4, 64],
  ])('of a GeoPackage may have a box of kind %i', (kind, bytes) => {
    for (const order of [0, 1]) {
      const packed = geoPackage((kind << 1) | order, bytes, big.polygon([RING]));
      expect(readGeoPackageGeometry(packed)).toEqual({ type: 'Polygon', coordinates: [RING] });
    }
  });

  it('says why it is none', () => {
    const polygon = little.polygon([RING]);
    expect(readGeoPackageGeometry(geoPackage(0x11, 0, polygon))).toEqual({ problem: 'no_geometry' });
    expect(readGeoPackageGeometry(geoPackage(0x21, 0, polygon))).toEqual({ problem: 'not_an_area' });
    expect(readGeoPackageGeometry(geoPackage(0x0b, 64, polygon))).toEqual({ problem: 'broken_geometry' });
    expect(readGeoPackageGeometry(polygon)).toEqual({ problem: 'broken_geometry' });
    expect(readWkb(little.head(1))).toEqual({ problem: 'not_an_area' });
    expect(readWkb(little.head(10))).toEqual({ problem: 'not_an_area' });
    expect(readWkb(little.multi([little.head(2)]))).toEqual({ problem: 'broken_geometry' });
    expect(readWkb(Buffer.from([2, 3, 0, 0, 0]))).toEqual({ problem: 'broken_geometry' });
    expect(readWkb(Buffer.alloc(0))).toEqual({ problem: 'broken_geometry' });
  });

  it('believes no number that its bytes cannot bear', () => {
    const huge = Buffer.concat([little.head(3), little.uint(0xff_ff_ff_ff)]);
    expect(readWkb(huge)).toEqual({ problem: 'broken_geometry' });
    const hugeRing = Buffer.concat([
      little.head(3),
      little.uint(1),
      little.uint(0x7f_ff_ff_ff),
      Buffer.alloc(64),
    ]);
    expect(readWkb(hugeRing)).toEqual({ problem: 'broken_geometry' });
    const hugeMulti = Buffer.concat([little.head(6), little.uint(0xff_ff_ff_ff), Buffer.alloc(90)]);
    expect(readWkb(hugeMulti)).toEqual({ problem: 'broken_geometry' });
  });

  it('never throws and never grows, cut off or scrambled', () => {
    const good = geoPackage(1, 0, big.multi([little.polygon([RING, RING]), big.polygon([RING])]));
    for (let length = 0; length < good.length; length += 1) {
      expect(readGeoPackageGeometry(good.subarray(0, length))).toEqual({ problem: 'broken_geometry' });
    }
    const scrambled = fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(scrambled, (changes) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        const read = readGeoPackageGeometry(bytes);
        if ('coordinates' in read) expect(JSON.stringify(read).length).toBeLessThan(50 * bytes.length);
        expect(() => readOutline('problem' in read ? undefined : read)).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readWkb(bytes);
        readGeoPackageGeometry(Buffer.concat([Buffer.from([0x47, 0x50]), bytes]));
      }),
      { numRuns: 2_000 },
    );
  });
});
