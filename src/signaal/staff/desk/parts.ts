import type { ReactNode } from 'react';
import type { Rq } from '#platform/web/request.ts';

/** Where a caller lives or stands, as far as the form tells. */
export interface CallerPlace {
  /** A street as `street_search` keeps it; empty when none was typed. */
  readonly street: string;
  readonly buurtId: string | null;
}

/** What the desk's screen shows of instruments above this room; given by the composition in `src/site/`. */
export interface DeskParts {
  /** The memory of the wijk today, and what the desk's signalen brought about; one query (law 7). */
  readonly beside: (rq: Rq, place: CallerPlace | null) => Promise<ReactNode>;
  /** Whom to call in the wijk of this place; nothing when the place tells no wijk. One query. */
  readonly whomToCall: (rq: Rq, place: CallerPlace) => Promise<ReactNode>;
}

/** A desk without the rooms above it. */
export const noDeskParts: DeskParts = { beside: async () => null, whomToCall: async () => null };
