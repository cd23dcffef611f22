import { distanceMetres, type Point } from '#platform/geo/index.ts';

const DAY = 86_400_000;

/** How far and how long ago something may lie and still be the same matter (0.2 D11); settings of the municipality. */
export interface Bounds {
  readonly metres: number;
  /** For crowds, speed and noise, which are heard farther. */
  readonly metresCrowd: number;
  readonly days: number;
}

/** What the rule must know of each of two reports. */
export interface Matter {
  /** The group of the category (thema); null when the subject is not known. */
  readonly themeId: string | null;
  readonly crowd: boolean;
  readonly point: Point | null;
  /** The street in searchable form; null when none was told. */
  readonly street: string | null;
  readonly buurtId: string | null;
  readonly at: Date;
}

/** Two reports that are about the same, with the distance in metres; null where one of them has no point. */
export interface Near {
  readonly metres: number | null;
  /** Whole days between the two. */
  readonly days: number;
}

/** The metres that hold between these two: the wider circle when either is about crowd, speed or noise. */
export const reachOf = (one: Pick<Matter, 'crowd'>, other: Pick<Matter, 'crowd'>, bounds: Bounds): number =>
  one.crowd || other.crowd ? bounds.metresCrowd : bounds.metres;

/**
 * Whether two reports are neighbours: the same theme, near in time, and near in place. Two points decide by metres; where
 * one has no point, the same street of the same buurt does, and a buurt that is not known contradicts nothing. What was
 * written never decides (product.md 0.2 D11; rapport L353-354). Null when they are not.
 */
export const nearOf = (one: Matter, other: Matter, bounds: Bounds): Near | null => {
  if (one.themeId === null || one.themeId !== other.themeId) return null;
  const apart = Math.abs(one.at.getTime() - other.at.getTime());
  if (apart > bounds.days * DAY) return null;
  const days = Math.floor(apart / DAY);
  if (one.point && other.point) {
    const metres = distanceMetres(one.point, other.point);
    return metres <= reachOf(one, other, bounds) ? { metres: Math.round(metres), days } : null;
  }
  return inSameStreet(one, other) ? { metres: null, days } : null;
};

const inSameStreet = (one: Matter, other: Matter): boolean => {
  if (!one.street || one.street !== other.street) return false;
  return one.buurtId === null || other.buurtId === null || one.buurtId === other.buurtId;
};
