import type { Point } from '#platform/geo/index.ts';
import { densePlaces, type Placed } from './dense-places.ts';

/** A signaal as the finder of patterns needs it: never a word of it. */
export interface Sign {
  readonly id: string;
  readonly themeId: string;
  readonly buurtId: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly street: string | null;
  readonly streetSearch: string | null;
  readonly channel: string;
  /** It still waits for somebody. */
  readonly isOpen: boolean;
  readonly isReopened: boolean;
  readonly urgent: boolean;
  readonly receivedAt: Date;
  /** The day in the Netherlands. */
  readonly day: string;
}

/** How many make a pattern, and how near (settings `pattern.*`). */
export interface Thresholds {
  readonly signalen: number;
  readonly metres: number;
  readonly reopened: number;
}

/** Why the system suggests it, in figures (screens.md, "Patronen"). */
export interface PatternFacts {
  readonly signalen: number;
  readonly open: number;
  readonly reopened: number;
  readonly urgent: boolean;
  readonly channels: Readonly<Record<string, number>>;
  readonly first: string;
  readonly last: string;
  readonly street: string | null;
}

/** A pattern that was found. */
export interface Pattern {
  readonly reason: 'many_near' | 'reopened';
  readonly themeId: string;
  readonly buurtId: string | null;
  readonly centre: Point | null;
  readonly signaalIds: readonly string[];
  readonly facts: PatternFacts;
}

type PlacedSign = Sign & Placed;

/**
 * The patterns among these signalen: of each theme the places with enough signalen, then among the rest those with
 * enough reopened ones (S3). A signaal with a street and no point lies at the middle of what is known of that street; of
 * a street of which nothing is known the street itself is the place. What has ended altogether is no pattern.
 */
export const findPatterns = (signs: readonly Sign[], thresholds: Thresholds): Pattern[] =>
  [...Map.groupBy(signs, ({ themeId }) => themeId)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, themed]) => ofTheme(themed, thresholds))
    .filter(({ facts }) => facts.open > 0);

const ofTheme = (signs: readonly Sign[], { signalen, metres, reopened }: Thresholds): Pattern[] => {
  const streets = middlesOf(signs);
  const placed = signs.flatMap((sign) => placedAt(sign, streets));
  const many = densePlaces(placed, metres, signalen);
  const used = new Set(many.flatMap(({ members }) => members.map(({ id }) => id)));
  const again = densePlaces(
    placed.filter(({ id, isReopened }) => isReopened && !used.has(id)),
    metres,
    reopened,
  );
  const located = new Set(placed.map(({ id }) => id));
  const byStreet = Map.groupBy(
    signs.filter(({ id, streetSearch }) => !located.has(id) && streetSearch !== null),
    streetKey,
  );
  return [
    ...many.map(({ members, centre }) => patternOf('many_near', members, centre)),
    ...again.map(({ members, centre }) => patternOf('reopened', members, centre)),
    ...[...byStreet.values()].flatMap((group) => ofStreet(group, signalen, reopened)),
  ];
};

const ofStreet = (group: readonly Sign[], signalen: number, reopened: number): Pattern[] => {
  if (group.length >= signalen) return [patternOf('many_near', group, null)];
  const again = group.filter(({ isReopened }) => isReopened);
  return again.length >= reopened ? [patternOf('reopened', again, null)] : [];
};

const streetKey = ({ buurtId, streetSearch }: Sign): string => `${buurtId} ${streetSearch}`;

const pointOf = ({ lat, lon }: Sign): Point | null => (lat === null || lon === null ? null : { lat, lon });

/** The middle of the points that are known of each street. */
const middlesOf = (signs: readonly Sign[]): ReadonlyMap<string, Point> => {
  const known = signs.filter((sign) => sign.streetSearch !== null && sign.lat !== null);
  const middles = new Map<string, Point>();
  for (const [key, group] of Map.groupBy(known, streetKey)) {
    const points = group.toSorted(byMoment).flatMap((sign) => pointOf(sign) ?? []);
    const mean = (axis: 'lat' | 'lon') => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    middles.set(key, { lat: mean('lat'), lon: mean('lon') });
  }
  return middles;
};

const placedAt = (sign: Sign, streets: ReadonlyMap<string, Point>): PlacedSign[] => {
  const point = pointOf(sign) ?? streets.get(streetKey(sign));
  return point ? [{ ...sign, ...point, at: sign.receivedAt.getTime() }] : [];
};

const byMoment = (a: Sign, b: Sign): number =>
  a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);

const patternOf = (reason: Pattern['reason'], members: readonly Sign[], centre: Point | null): Pattern => {
  const signs = members.toSorted(byMoment);
  const days = signs.map(({ day }) => day).toSorted();
  return {
    reason,
    themeId: signs[0]?.themeId ?? '',
    buurtId: mostOf(signs.map(({ buurtId }) => buurtId)),
    centre: centre && { lat: centre.lat, lon: centre.lon },
    signaalIds: signs.map(({ id }) => id).toSorted(),
    facts: {
      signalen: signs.length,
      open: signs.filter(({ isOpen }) => isOpen).length,
      reopened: signs.filter(({ isReopened }) => isReopened).length,
      urgent: signs.some(({ urgent, isOpen }) => urgent && isOpen),
      channels: countsOf(signs.map(({ channel }) => channel)),
      first: days[0] ?? '',
      last: days.at(-1) ?? '',
      street: mostOf(signs.map(({ street }) => street)),
    },
  };
};

const countsOf = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(values.toSorted(), (value) => value)].map(([value, all]) => [value, all.length]),
  );

/** What occurs most; of equals the first by the alphabet. */
const mostOf = (values: readonly (string | null)[]): string | null => {
  const counts = Object.entries(countsOf(values.flatMap((value) => value ?? [])));
  const [most] = counts.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? null;
};
