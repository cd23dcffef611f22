import type { Selectable } from 'kysely';
import type { MandateTable } from '#platform/database/schema.gen.ts';
import type { Level } from './knot-states.ts';

/** A mandate as it is stored: who, on what, up to which amount, from which source, from when until when. */
export type Mandate = Selectable<MandateTable>;

/** Which role decides at a level. */
export const ROLE_OF_LEVEL = {
  guard: 'process_guard',
  director: 'director',
  college: 'college',
} as const satisfies Record<Level, string>;

/** Whether a mandate holds on a day (`YYYY-MM-DD`). */
export const holdsOn = ({ valid_from, valid_to }: Mandate, day: string): boolean =>
  valid_from <= day && (valid_to === null || valid_to > day);

/**
 * The mandate that a decider cites for a decision on a knot that costs `euro` (0.2 D16; rapport L1165-1170): one of his
 * role that holds that day and reaches the amount, the tightest first. `above` means that he has one, but the decision
 * goes beyond it: it must go up. `missing` means that he has none. The college needs none: it gives them.
 */
export const citedMandate = (
  mandates: readonly Mandate[],
  level: Level,
  day: string,
  euro: number,
): { mandateId: string | null } | 'above' | 'missing' => {
  if (level === 'college') return { mandateId: null };
  const held = mandates
    .filter((mandate) => mandate.subject === 'knot' && mandate.role === ROLE_OF_LEVEL[level])
    .filter((mandate) => holdsOn(mandate, day))
    .sort((a, b) => (a.limit_euro ?? Infinity) - (b.limit_euro ?? Infinity));
  if (held.length === 0) return 'missing';
  const enough = held.find(({ limit_euro }) => limit_euro === null || limit_euro >= euro);
  return enough ? { mandateId: enough.id } : 'above';
};
