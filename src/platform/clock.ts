/** The only source of the current moment for the domain; injected so that terms can be tested at the boundary. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests, and for the demo municipality's invented days. */
export interface ManualClock extends Clock {
  set(moment: Date | string): void;
  advance(milliseconds: number): void;
}

/** Makes a clock that starts at `start` (a Date, or ISO 8601 text with an offset). Throws RangeError on an unreadable date. */
export const manualClock = (start: Date | string): ManualClock => {
  let current = readMoment(start);
  return {
    now: () => new Date(current),
    set: (moment) => {
      current = readMoment(moment);
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
};

const readMoment = (moment: Date | string): number => {
  const time = new Date(moment).getTime();
  if (Number.isNaN(time)) throw new RangeError(`Not a moment in time: ${String(moment)}`);
  return time;
};
