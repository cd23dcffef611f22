import type { ReactNode } from 'react';
import type { Rq } from '#platform/web/request.ts';

/** What the desk's screen shows of instruments above this room; given by the composition in `src/site/`. */
export interface DeskParts {
  /** The memory of the wijk today, and what the desk's signalen brought about; one query (law 7). */
  readonly beside: (rq: Rq) => Promise<ReactNode>;
}

/** A desk without the rooms above it. */
export const noDeskParts: DeskParts = { beside: async () => null };
