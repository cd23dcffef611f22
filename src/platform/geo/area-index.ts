import { metresPerDegree, type Point } from './point.ts';
import { type Bounds, boundsOf, contains, metresToBorder, type Shape } from './shape.ts';

/** Something with an outline, such as a buurt. */
export interface Area {
  readonly shape: Shape;
}

/** Areas ready to be searched. Make it once for a set of areas, ask it often. */
export interface AreaIndex<A extends Area> {
  readonly entries: readonly { readonly area: A; readonly bounds: Bounds }[];
}

export interface Located<A extends Area> {
  readonly area: A;
  /** The point lies in no area; this one's border is nearest, within the asked metres. */
  readonly snapped: boolean;
}

/** Prepares areas for {@link locate}. */
export const areaIndex = <A extends Area>(areas: readonly A[]): AreaIndex<A> => ({
  entries: areas.map((area) => ({ area, bounds: boundsOf(area.shape) })),
});

/**
 * The area a point lies in; where areas overlap the first of them. Real outlines have slivers between neighbours, and people
 * stand on bridges: with `snapMetres` a point in no area goes to the nearest border within that distance. Null when there is none.
 */
export const locate = <A extends Area>(
  point: Point,
  index: AreaIndex<A>,
  { snapMetres = 0 }: { snapMetres?: number } = {},
): Located<A> | null => {
  const near = index.entries.filter(({ bounds }) => isWithin(point, bounds, snapMetres));
  const home = near.find(({ area }) => contains(area.shape, point));
  if (home) return { area: home.area, snapped: false };
  let nearest: { area: A; metres: number } | null = null;
  for (const { area } of snapMetres > 0 ? near : []) {
    const metres = metresToBorder(area.shape, point);
    if (metres <= snapMetres && metres < (nearest?.metres ?? Infinity)) nearest = { area, metres };
  }
  return nearest && { area: nearest.area, snapped: true };
};

const isWithin = ({ lat, lon }: Point, [west, south, east, north]: Bounds, metres: number): boolean => {
  const scale = metresPerDegree(lat);
  const [dLat, dLon] = [metres / scale.lat, metres / scale.lon];
  return lat >= south - dLat && lat <= north + dLat && lon >= west - dLon && lon <= east + dLon;
};
