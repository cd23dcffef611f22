import type { Pattern } from './patterns.ts';

/** A suggestion that stands, or that somebody put away. */
export interface StoredSuggestion {
  readonly id: string;
  readonly state: 'open' | 'dismissed';
  readonly themeId: string;
  readonly urgent: boolean;
  readonly signaalIds: readonly string[];
}

/** What must be written so that the suggestions are what was found. */
export interface Reconciled {
  readonly insert: readonly Pattern[];
  readonly update: readonly { readonly stored: StoredSuggestion; readonly pattern: Pattern }[];
  readonly gone: readonly StoredSuggestion[];
}

/**
 * Compares what was found with what stands. A suggestion is the same as long as it shares signalen; one that was put
 * away stays away until signalen came to it of at least `regrowth` per cent of what it had; one that was not found again
 * is gone.
 */
export const reconcile = (
  found: readonly Pattern[],
  stored: readonly StoredSuggestion[],
  regrowth: number,
): Reconciled => {
  const open = new Set(stored.filter(({ state }) => state === 'open'));
  const sharing = sharersOf(stored);
  const insert: Pattern[] = [];
  const update: { stored: StoredSuggestion; pattern: Pattern }[] = [];
  for (const pattern of found) {
    const shared = sharing(pattern);
    const same = mostShared(shared.filter(([one]) => open.has(one)));
    if (same) {
      open.delete(same);
      update.push({ stored: same, pattern });
    } else if (!shared.some(([one, count]) => keepsAway(one, pattern, count, regrowth))) insert.push(pattern);
  }
  return { insert, update, gone: [...open] };
};

type Sharer = readonly [stored: StoredSuggestion, count: number];

/** What of the stored shares signalen with a pattern, and how many: looked up by signaal, not by comparing all with all. */
const sharersOf = (stored: readonly StoredSuggestion[]): ((pattern: Pattern) => readonly Sharer[]) => {
  const holders = new Map<string, StoredSuggestion[]>();
  for (const one of stored)
    for (const id of new Set(one.signaalIds)) holders.set(id, [...(holders.get(id) ?? []), one]);
  return ({ themeId, signaalIds }) => {
    const counts = new Map<StoredSuggestion, number>();
    for (const one of signaalIds.flatMap((id) => holders.get(id) ?? []))
      if (one.themeId === themeId) counts.set(one, (counts.get(one) ?? 0) + 1);
    return [...counts];
  };
};

const mostShared = (sharers: readonly Sharer[]): StoredSuggestion | null =>
  sharers.toSorted(([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1))[0]?.[0] ?? null;

const keepsAway = (
  { state, signaalIds }: StoredSuggestion,
  pattern: Pattern,
  shared: number,
  regrowth: number,
): boolean => {
  const fresh = pattern.signaalIds.length - shared;
  return state === 'dismissed' && fresh * 100 < signaalIds.length * regrowth;
};
