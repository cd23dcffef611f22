import type { Position, Ring, Shape } from './shape.ts';

/** What is wrong with one feature. All but `ring_closed` leave out the part they are about. */
export type OutlineProblem =
  | 'no_geometry'
  | 'not_an_area'
  | 'broken_geometry'
  | 'broken_ring'
  | 'ring_closed';

/** A remark about the feature at this place in the file, counted from 0. */
export interface GeoWarning {
  readonly feature: number;
  readonly code: OutlineProblem;
}

/** The usable part of a geometry, its outer rings against the clock and its holes with it, as RFC 7946 asks. */
export interface Outline {
  readonly shape: Shape;
  readonly problems: readonly OutlineProblem[];
}

/** Reads a GeoJSON geometry as a shape, keeping what is usable. */
export const readOutline = (geometry: unknown): Outline => {
  if (typeof geometry !== 'object' || geometry === null) return { shape: [], problems: ['no_geometry'] };
  const { type, coordinates } = { type: undefined, coordinates: undefined, ...geometry };
  if (type === 'Polygon') return readPolygons([coordinates]);
  if (type === 'MultiPolygon') return readPolygons(coordinates);
  return { shape: [], problems: ['not_an_area'] };
};

const readPolygons = (polygons: unknown): Outline => {
  const problems = new Set<OutlineProblem>();
  const shape = listOf(polygons).flatMap((polygon) => {
    const rings = listOf(polygon).map((ring) => readRing(ring, problems));
    const [outer, ...holes] = rings;
    // Without its outer ring a polygon is nothing; without a hole it is still a place.
    if (!outer) return [];
    const inner = holes.filter((hole) => hole !== undefined);
    return [[turned(outer, 'against'), ...inner.map((hole) => turned(hole, 'with'))]];
  });
  if (shape.length === 0 && !problems.has('broken_ring')) problems.add('no_geometry');
  return { shape, problems: [...problems] };
};

const readRing = (ring: unknown, problems: Set<OutlineProblem>): Ring | undefined => {
  const positions = listOf(ring).map(readPosition);
  const good = positions.filter((position) => position !== undefined);
  const first = good[0];
  const last = good.at(-1);
  if (!first || !last || good.length < positions.length || new Set(good.map(String)).size < 3) {
    problems.add('broken_ring');
    return undefined;
  }
  if (first[0] === last[0] && first[1] === last[1]) return good;
  problems.add('ring_closed');
  return [...good, first];
};

/** A ring that runs with the clock, or against it. */
const turned = (ring: Ring, clock: 'with' | 'against'): Ring => {
  let twice = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [[x1, y1] = ORIGIN, [x2, y2] = ORIGIN] = [ring[index - 1], ring[index]];
    twice += x1 * y2 - x2 * y1;
  }
  const isRight = clock === 'against' ? twice >= 0 : twice <= 0;
  return isRight ? ring : ring.toReversed();
};

const ORIGIN: Position = [0, 0];

/** Height, which some files carry as a third number, is dropped. */
const readPosition = (value: unknown): Position | undefined => {
  const [lon, lat] = listOf(value);
  return Number.isFinite(lon) && Number.isFinite(lat) ? [Number(lon), Number(lat)] : undefined;
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
