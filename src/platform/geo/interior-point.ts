import type { Point } from './point.ts';
import { boundsOf, contains, linesOf, type Shape } from './shape.ts';

const LEVELS = [0.5, 0.37, 0.63, 0.21, 0.79, 0.09, 0.91];

/**
 * A point inside the shape, for a label or for "the whole neighbourhood": the middle of the widest stretch found on a few
 * lines from west to east. Undefined for a shape without inside.
 */
export const interiorPoint = (shape: Shape): Point | undefined => {
  const [, south, , north] = boundsOf(shape);
  let best: { point: Point; width: number } | undefined;
  for (const level of LEVELS) {
    const lat = south + level * (north - south);
    const found = widestStretch(shape, lat);
    if (found && found.width > (best?.width ?? 0)) best = found;
  }
  return best && contains(shape, best.point) ? best.point : undefined;
};

const widestStretch = (shape: Shape, lat: number): { point: Point; width: number } | undefined => {
  const crossings = crossingsAt(shape, lat);
  let best: { point: Point; width: number } | undefined;
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [west = 0, east = 0] = crossings.slice(index, index + 2);
    const width = east - west;
    if (width > (best?.width ?? 0)) best = { point: { lat, lon: (west + east) / 2 }, width };
  }
  return best;
};

const crossingsAt = (shape: Shape, lat: number): number[] => {
  const crossings: number[] = [];
  for (const [from, to] of linesOf(shape)) {
    if (from[1] <= lat === to[1] <= lat) continue;
    crossings.push(from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0]));
  }
  return crossings.sort((a, b) => a - b);
};
