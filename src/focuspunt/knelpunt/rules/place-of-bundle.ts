import type { Point } from '#platform/geo/index.ts';

/** The value that occurs most, the alphabet's first when several do; null when there is none. */
export const mostCommon = (values: readonly (string | null)[]): string | null => {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? null;
};

/** The middle of the places that are known; null when none is. */
export const averagePoint = (
  places: readonly { readonly lat: number | null; readonly lon: number | null }[],
): Point | null => {
  const known = places.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ lat, lon }]));
  if (known.length === 0) return null;
  const mean = (axis: 'lat' | 'lon'): number =>
    known.reduce((sum, point) => sum + point[axis], 0) / known.length;
  return { lat: mean('lat'), lon: mean('lon') };
};
