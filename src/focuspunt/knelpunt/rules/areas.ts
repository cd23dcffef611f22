import type { Area } from '#gemeente/index.ts';

/** The areas in which a knelpunt can lie: those of the focuspunten (rapport L530-554); the wijken where there are none. */
export const choosableAreas = (areas: readonly Area[]): Area[] => {
  const focus = areas.filter(({ kind }) => kind === 'focus_area');
  return focus.length > 0 ? focus : areas.filter(({ kind }) => kind === 'wijk');
};

/** The area that holds most of these buurten, first by code when they share; null when none does. */
export const areaOfMost = (areas: readonly Area[], buurtIds: readonly (string | null)[]): string | null => {
  const counted = areas.map(({ id, buurtIds: own }) => ({
    id,
    holds: buurtIds.filter((buurt) => buurt !== null && own.includes(buurt)).length,
  }));
  const [most] = counted.toSorted((a, b) => b.holds - a.holds);
  return most && most.holds > 0 ? most.id : null;
};
