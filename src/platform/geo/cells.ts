import { cellToLatLng, cellToParent, gridDisk, latLngToCell } from 'h3-js';
import { distanceMetres, isPoint, type Point } from './point.ts';

/**
 * The H3 resolution at which points are stored and searched. Its hexagons measure some 120 m across in the Netherlands,
 * so a search within 50 m asks for at most 7 cells, 150 m some 15 and 250 m some 30; the distance is checked after.
 */
export const SEARCH_RESOLUTION = 10;

/** Bounds on the size of a cell at that resolution, anywhere on earth: shortest side and farthest corner, in metres. */
const SHORTEST_SIDE = 50;
const FARTHEST_CORNER = 95;

/** The H3 cell of a point, as text. Throws RangeError when the point is not on earth. */
export const cellOf = (point: Point, resolution: number = SEARCH_RESOLUTION): string => {
  if (!isPoint(point)) throw new RangeError('Not a point on earth');
  return latLngToCell(point.lat, point.lon, resolution);
};

/**
 * All cells ({@link SEARCH_RESOLUTION}) in which a point within so many metres can lie; some of their points lie farther.
 * Throws RangeError above 5,000 metres: that is more cells than a query should carry.
 */
export const cellsWithin = (point: Point, metres: number): string[] => {
  if (!(metres >= 0 && metres <= 5_000)) throw new RangeError('Search within 0 to 5,000 metres');
  // The k-th disk reaches at least (1.5 k + 0.5) sides from its centre, and the point may lie a side off that centre.
  const rings = Math.ceil((metres / SHORTEST_SIDE + 0.5) / 1.5);
  return gridDisk(cellOf(point), rings).filter((cell) => {
    const [lat, lon] = cellToLatLng(cell);
    return distanceMetres(point, { lat, lon }) <= metres + FARTHEST_CORNER;
  });
};

/** The resolution at which a place may be public: a cell of some 900 m across in the Netherlands. */
const PUBLIC_RESOLUTION = 8;

/** The wide cell around a cell of {@link SEARCH_RESOLUTION}: what may be told of a place to everybody. */
export const coarseCell = (cell: string): string => cellToParent(cell, PUBLIC_RESOLUTION);
