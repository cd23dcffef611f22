import type { Position, Ring, Shape } from '#platform/geo/index.ts';

/** The rough middle of a place, chosen by eye. */
export interface Middle {
  readonly lat: number;
  readonly lon: number;
}

interface Flat {
  readonly x: number;
  readonly y: number;
}

/** Kilometres in a degree around Zoetermeer; a drawing needs no better. */
const SCALE = { lat: 111.2, lon: 68.4 };
/** Digits that are kept, about a metre; neighbours round a shared corner alike, so no slivers come between them. */
const DIGITS = 5;

const toFlat = ([lon, lat]: Position): Flat => ({ x: lon * SCALE.lon, y: lat * SCALE.lat });

const toPosition = ({ x, y }: Flat): Position => [
  Number((x / SCALE.lon).toFixed(DIGITS)),
  Number((y / SCALE.lat).toFixed(DIGITS)),
];

/**
 * Draws coarse outlines: each place gets the part of the town that lies nearest to its middle (a Voronoi diagram), cut off at
 * the town's border. A clean partition, drawn from rough middles and owing nothing to anybody's map.
 */
export const drawOutlines = (border: Ring, middles: readonly Middle[]): Shape[] => {
  const sites = middles.map(({ lat, lon }) => toFlat([lon, lat]));
  return sites.map((site) => {
    let corners = border.slice(0, -1).map(toFlat);
    for (const other of sites) if (other !== site) corners = cutOff(corners, site, other);
    return [[close(corners.map(toPosition))]];
  });
};

/** Above zero on the side of the first of two sites. */
const sideOf = (point: Flat, site: Flat, other: Flat): number => {
  const middle = (other.x ** 2 + other.y ** 2 - site.x ** 2 - site.y ** 2) / 2;
  return middle - point.x * (other.x - site.x) - point.y * (other.y - site.y);
};

const cutOff = (corners: readonly Flat[], site: Flat, other: Flat): Flat[] => {
  const kept: Flat[] = [];
  for (const [index, corner] of corners.entries()) {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [sideOf(corner, site, other), sideOf(next, site, other)];
    if (here >= 0) kept.push(corner);
    if (here >= 0 !== there >= 0) {
      const along = here / (here - there);
      kept.push({ x: corner.x + along * (next.x - corner.x), y: corner.y + along * (next.y - corner.y) });
    }
  }
  return kept;
};

const close = (positions: readonly Position[]): Ring => {
  const different = positions.filter(
    (position, index) => String(position) !== String(positions[(index + 1) % positions.length]),
  );
  const [first] = different;
  return first ? [...different, first] : [];
};
