import { metresPerDegree, type Point } from './point.ts';

/** `[longitude, latitude]`, as in GeoJSON. */
export type Position = readonly [lon: number, lat: number];

/** A closed line; its first position comes again at the end. */
export type Ring = readonly Position[];

/** One or more polygons, each a ring with its holes, in any direction: what GeoJSON calls a MultiPolygon. */
export type Shape = readonly (readonly Ring[])[];

/** West, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Whether the point lies in the shape. Of two shapes that share a border line, exactly one holds a point on it. */
export const contains = (shape: Shape, point: Point): boolean =>
  shape.some((polygon) => polygon.reduce((inside, ring) => inside !== crossesOddly(ring, point), false));

/** Metres to the nearest border line of the shape, from inside or outside; Infinity when it has no lines. */
export const metresToBorder = (shape: Shape, point: Point): number => {
  const scale = metresPerDegree(point.lat);
  let nearest = Number.POSITIVE_INFINITY;
  for (const [from, to] of linesOf(shape)) {
    nearest = Math.min(nearest, squareToLine(flat(from, point, scale), flat(to, point, scale)));
  }
  return Math.sqrt(nearest);
};

/** The smallest rectangle around the shape. */
export const boundsOf = (shape: Shape): Bounds => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of shape.flat(2)) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
};

/** Every line of every ring. */
export function* linesOf(shape: Shape): Generator<[Position, Position]> {
  for (const ring of shape.flat()) {
    for (let index = 1; index < ring.length; index += 1) {
      const [from, to] = [ring[index - 1], ring[index]];
      if (from && to) yield [from, to];
    }
  }
}

const crossesOddly = (ring: Ring, point: Point): boolean => {
  let odd = false;
  for (const [from, to] of linesOf([[ring]])) {
    // Always reckoned from south to north, so that neighbours walking one border in opposite directions agree to the last bit.
    const [low, high] = from[1] < to[1] ? [from, to] : [to, from];
    if (low[1] <= point.lat && point.lat < high[1]) {
      const lon = low[0] + ((point.lat - low[1]) / (high[1] - low[1])) * (high[0] - low[0]);
      if (point.lon < lon) odd = !odd;
    }
  }
  return odd;
};

type Flat = readonly [x: number, y: number];

const flat = ([lon, lat]: Position, origin: Point, scale: { lat: number; lon: number }): Flat => [
  (lon - origin.lon) * scale.lon,
  (lat - origin.lat) * scale.lat,
];

/** The square of the distance from the origin to a line. */
const squareToLine = ([x1, y1]: Flat, [x2, y2]: Flat): number => {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
  return (x1 + along * dx) ** 2 + (y1 + along * dy) ** 2;
};
