import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSharedData, readSharedData } from '../../../tests/shared-data.ts';
import { parseGeoJson } from './geojson.ts';

const RING = [
  [4.4, 52],
  [4.5, 52],
  [4.5, 52.1],
  [4.4, 52],
];
const IN_METRES = [
  [92_000, 452_000],
  [93_000, 452_000],
  [93_000, 453_000],
  [92_000, 452_000],
];
const feature = (geometry: unknown, properties: unknown = { name: 'Dorp' }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const file = (features: unknown, rest: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...rest, features });
const polygon = (ring: unknown) => feature({ type: 'Polygon', coordinates: [ring] });
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });

const warningsOf = (text: string) => {
  const read = parseGeoJson(text);
  return 'problem' in read ? read.problem : read.warnings.map(({ feature: at, code }) => `${at} ${code}`);
};

describe('a GeoJSON file', () => {
  it('gives its areas with their properties', () => {
    const two = feature({ type: 'MultiPolygon', coordinates: [[RING], [RING]] }, null);
    expect(parseGeoJson(file([polygon(RING), two]))).toEqual({
      features: [
        { feature: 0, properties: { name: 'Dorp' }, shape: [[RING]] },
        { feature: 1, properties: {}, shape: [[RING], [RING]] },
      ],
      warnings: [],
      total: 2,
      layer: null,
      layers: [],
      system: 'wgs84',
      seenBy: 'size',
    });
  });

  it('is known as RD New by the size of its numbers, whatever it says', () => {
    const read = (rest: object) => {
      const result = parseGeoJson(file([polygon(IN_METRES)], rest));
      if ('problem' in result) throw new Error(result.problem);
      return result;
    };
    expect(read({})).toMatchObject({ system: 'rd', seenBy: 'size' });
    expect(read(crs('urn:ogc:def:crs:EPSG::28992'))).toMatchObject({ system: 'rd', seenBy: 'word' });
    expect(read(crs('EPSG:4326'))).toMatchObject({ system: 'rd', seenBy: 'size_against_word' });
    const degrees = parseGeoJson(file([polygon(RING)], crs('http://www.opengis.net/def/crs/EPSG/0/28992')));
    expect(degrees).toMatchObject({ system: 'wgs84', seenBy: 'size_against_word' });
  });

  it('has its outer rings turned against the clock and its holes with it', () => {
    const hole = [
      [4.46, 52.02],
      [4.48, 52.02],
      [4.48, 52.04],
      [4.46, 52.02],
    ];
    const read = parseGeoJson(file([feature({ type: 'Polygon', coordinates: [RING.toReversed(), hole] })]));
    expect(read).toMatchObject({ features: [{ shape: [[RING, hole.toReversed()]] }] });
  });

  it('may begin with a byte order mark and carry heights', () => {
    const read = parseGeoJson(`\uFEFF${file([polygon(RING.map((position) => [...position, 3.5]))])}`);
    expect(read).toMatchObject({ features: [{ shape: [[RING]] }] });
  });

  it.each([
    ['', 'not_json'],
    ['{', 'not_json'],
    ['null', 'not_a_feature_collection'],
    ['[]', 'not_a_feature_collection'],
    ['{"type":"Feature"}', 'not_a_feature_collection'],
    ['{"type":"FeatureCollection","features":{}}', 'not_a_feature_collection'],
    [file([]), 'no_areas'],
    [file([feature({ type: 'Point', coordinates: [4, 52] })]), 'no_areas'],
    [file([polygon(RING.map(([lon = 0, lat = 0]) => [lon * 111_000, lat * 130_000]))]), 'other_system'],
    [file([polygon(IN_METRES), polygon(RING)]), 'other_system'],
    [file([polygon(RING)], crs('urn:ogc:def:crs:EPSG::3857')), 'other_system'],
    [file([polygon(RING.map((position) => position.toReversed()))]), 'axes_swapped'],
  ])('is refused whole: %s is %s', (text, problem) => {
    expect(parseGeoJson(text)).toEqual({ problem });
  });

  it.each([
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'http://www.opengis.net/def/crs/EPSG/0/4258',
    'EPSG:4326',
    'urn:ogc:def:crs:EPSG::4326',
  ])('may say it is in %s', (name) => {
    expect(warningsOf(file([polygon(RING)], crs(name)))).toEqual([]);
  });

  it('leaves out what has no outline, and says which', () => {
    const odd = [
      polygon(RING),
      feature(null),
      feature({ type: 'LineString', coordinates: RING }),
      polygon(RING.slice(0, 2)),
      polygon([
        [4, 52],
        ['5', 52],
        [5, 53],
        [4, 52],
      ]),
      polygon(RING.slice(0, 3)),
      feature({ type: 'MultiPolygon', coordinates: [] }),
      'nonsense',
      feature({ type: 'Polygon', coordinates: [RING, 'hole'] }),
    ];
    expect(warningsOf(file(odd))).toEqual([
      '1 no_geometry',
      '2 not_an_area',
      '3 broken_ring',
      '4 broken_ring',
      '5 ring_closed',
      '6 no_geometry',
      '7 no_geometry',
      '8 broken_ring',
    ]);
    expect(parseGeoJson(file(odd))).toMatchObject({
      features: [{ feature: 0 }, { feature: 5 }, { feature: 8 }],
      total: 9,
    });
  });

  it('never throws, whatever stands in it', () => {
    const geometry = fc.record({
      type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point', 7),
      coordinates: fc.jsonValue({ maxDepth: 5 }),
    });
    const anything = fc.oneof(fc.jsonValue(), fc.record({ properties: fc.jsonValue(), geometry }));
    fc.assert(
      fc.property(fc.array(anything), (features) => {
        expect(() => parseGeoJson(file(features))).not.toThrow();
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => 'problem' in parseGeoJson(text)));
    expect(() => parseGeoJson('['.repeat(200_000))).not.toThrow();
  });

  it.skipIf(!hasSharedData)('of Zoetermeer and of Assen is read whole', () => {
    expect(warningsOf(readSharedData('geo/zoetermeer-buurten-2017.geojson'))).toEqual([]);
    expect(warningsOf(readSharedData('geo/assen-buurten-2017.geojson'))).toEqual([]);
  });
});
