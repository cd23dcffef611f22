import { distanceMetres, type Point } from '#platform/geo/index.ts';
import { metresPerDegree } from '#platform/geo/point.ts';

/** Something that happened at a place; `at` in milliseconds decides between equals, then the id. */
export interface Placed extends Point {
  readonly id: string;
  readonly at: number;
}

/** A centre and everything within the radius of it, the centre included; ordered by moment and id. */
export interface DensePlace<Item extends Placed> {
  readonly centre: Item;
  readonly members: readonly Item[];
}

/** How far the flat distance may be off over some hundreds of metres: within that band the globe decides. */
const FLAT_ERROR = 0.001;

const before = (a: Placed, b: Placed): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * The places with at least `least` items within `metres` of one of them (product.md S3: five within 200 m): the fullest
 * first, each item in one place. It does not matter in which order the items come; no member lies farther than `metres`
 * from its centre; and with more items the fullest place only grows, and no place that was dense is left without one.
 * Time grows with the number of pairs that lie close together.
 */
export const densePlaces = <Item extends Placed>(
  items: readonly Item[],
  metres: number,
  least: number,
): DensePlace<Item>[] => {
  const sorted = items.toSorted(before);
  const near = neighboursOf(sorted, metres);
  const counts = near.map((list) => list.length);
  const taken = new Uint8Array(sorted.length);
  const found: DensePlace<Item>[] = [];
  for (;;) {
    const best = fullest(counts, taken);
    if (best < 0 || (counts[best] ?? 0) < Math.max(1, least)) return found;
    const members = (near[best] ?? []).filter((index) => taken[index] === 0);
    for (const index of members) {
      taken[index] = 1;
      for (const other of near[index] ?? []) counts[other] = (counts[other] ?? 0) - 1;
    }
    const pick = (index: number): Item[] => sorted.slice(index, index + 1);
    found.push(...pick(best).map((centre) => ({ centre, members: members.flatMap(pick) })));
  }
};

/** The first of those with most neighbours left: the earliest, since items are in order. */
const fullest = (counts: readonly number[], taken: Uint8Array): number => {
  let best = -1;
  for (let index = 0; index < counts.length; index += 1) {
    if (taken[index] === 1) continue;
    if (best < 0 || (counts[index] ?? 0) > (counts[best] ?? 0)) best = index;
  }
  return best;
};

/**
 * For each item the places in the list of those within the radius, itself among them. They are sought in squares as wide as
 * the radius: whoever is near lies in the same square or one beside it. Where degrees are narrowest decides how many
 * of them that is, so that no square is too narrow anywhere.
 */
const neighboursOf = (items: readonly Placed[], metres: number): number[][] => {
  const farthest = items.reduce((most, { lat }) => Math.max(most, Math.abs(lat)), 0);
  const degree = metresPerDegree(Math.min(farthest, 89));
  const side = Math.max(metres, 1) * (1 + FLAT_ERROR);
  const squareOf = ({ lat, lon }: Point) => [
    Math.floor((lat * degree.lat) / side),
    Math.floor((lon * degree.lon) / side),
  ];
  const squares = new Map<string, number[]>();
  const places = items.map((item, index) => {
    const [row = 0, column = 0] = squareOf(item);
    const key = `${row} ${column}`;
    const square = squares.get(key);
    if (square) square.push(index);
    else squares.set(key, [index]);
    return { row, column, key };
  });
  const around = new Map<string, number[]>();
  return items.map((item, index) => {
    const { row, column, key } = places[index] ?? { row: 0, column: 0, key: '' };
    const candidates = around.get(key) ?? inSquares(squares, row, column);
    around.set(key, candidates);
    const isNear = withinOf(item, metres);
    return candidates.filter((other) => isNear(items[other]));
  });
};

const BESIDE = [-1, 0, 1];

/** What lies in a square and the eight around it, in order. */
const inSquares = (squares: ReadonlyMap<string, readonly number[]>, row: number, column: number): number[] =>
  BESIDE.flatMap((up) =>
    BESIDE.flatMap((aside) => squares.get(`${row + up} ${column + aside}`) ?? []),
  ).toSorted((a, b) => a - b);

/** Whether a point lies within the radius of another; the slow distance over the globe only near the border. */
const withinOf = (from: Point, metres: number): ((to: Point | undefined) => boolean) => {
  const degree = metresPerDegree(from.lat);
  const [sure, never] = [(metres * (1 - FLAT_ERROR)) ** 2, (metres * (1 + FLAT_ERROR)) ** 2];
  return (to) => {
    if (to === undefined) return false;
    const flat = ((to.lat - from.lat) * degree.lat) ** 2 + ((to.lon - from.lon) * degree.lon) ** 2;
    if (flat < sure || flat > never) return flat < sure;
    return distanceMetres(from, to) <= metres;
  };
};
