const DAY = 86_400_000;
const MINUTE = 60_000;

/** A moment on a wall clock, as milliseconds since 1970 as if that clock showed UTC. */
export type WallClock = number;

/** What became of a time on a wall clock: around the change of the clock it may not exist, or exist twice. */
export interface Placed {
  readonly at: Date;
  readonly clock: 'once' | 'skipped' | 'twice';
}

/** One time zone, ready to place many wall clock times. */
export interface Zone {
  readonly name: string;
  readonly place: (wall: WallClock) => Placed;
}

/** Whether a text names a time zone that this machine knows. */
export const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/**
 * A time zone by its IANA name. An hour that exists twice (the clock goes back) is taken as the first of the two; one that
 * does not exist (the clock goes forward) as the same time after the change, as calendars do (RFC 5545). Throws RangeError
 * on an unknown name.
 */
export const zoneNamed = (name: string): Zone => {
  const offsetAt = offsets(name);
  return {
    name,
    place: (wall) => {
      const before = offsetAt(wall - DAY);
      const after = offsetAt(wall + DAY);
      if (before === after) return { at: new Date(wall - before), clock: 'once' };
      const early = wall - Math.max(before, after);
      const late = wall - Math.min(before, after);
      const isEarly = offsetAt(early) === wall - early;
      const isLate = offsetAt(late) === wall - late;
      if (isEarly && isLate) return { at: new Date(early), clock: 'twice' };
      if (!isEarly && !isLate) return { at: new Date(wall - before), clock: 'skipped' };
      return { at: new Date(isEarly ? early : late), clock: 'once' };
    },
  };
};

/** How far the zone's clock stands ahead of UTC, in milliseconds; each quarter of an hour is looked up once. */
const offsets = (name: string): ((moment: number) => number) => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();
  return (moment) => {
    const quarter = Math.floor(moment / (15 * MINUTE));
    const found = known.get(quarter);
    if (found !== undefined) return found;
    const at = quarter * 15 * MINUTE;
    const offset = wallOf(parts, at) - at;
    if (known.size > MOST_KNOWN) known.clear();
    known.set(quarter, offset);
    return offset;
  };
};

const MOST_KNOWN = 20_000;

const wallOf = (format: Intl.DateTimeFormat, at: number): number => {
  const value = new Map(format.formatToParts(at).map(({ type, value: text }) => [type, Number(text)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => value.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
};
