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
  const open = new Map(stored.filter(({ state }) => state === 'open').map((one) => [one.id, one]));
  const dismissed = stored.filter(({ state }) => state === 'dismissed');
  const insert: Pattern[] = [];
  const update: { stored: StoredSuggestion; pattern: Pattern }[] = [];
  for (const pattern of found) {
    const same = mostShared(pattern, [...open.values()]);
    if (same) {
      open.delete(same.id);
      update.push({ stored: same, pattern });
    } else if (!dismissed.some((one) => keepsAway(one, pattern, regrowth))) insert.push(pattern);
  }
  return { insert, update, gone: [...open.values()] };
};

const sharedWith = (pattern: Pattern, { themeId, signaalIds }: StoredSuggestion): number => {
  if (themeId !== pattern.themeId) return 0;
  const own = new Set(signaalIds);
  return pattern.signaalIds.filter((id) => own.has(id)).length;
};

const mostShared = (pattern: Pattern, candidates: readonly StoredSuggestion[]): StoredSuggestion | null => {
  const shared = candidates
    .map((stored) => ({ stored, count: sharedWith(pattern, stored) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.stored.id < b.stored.id ? -1 : 1));
  return shared[0]?.stored ?? null;
};

const keepsAway = (stored: StoredSuggestion, pattern: Pattern, regrowth: number): boolean => {
  const shared = sharedWith(pattern, stored);
  const fresh = pattern.signaalIds.length - shared;
  return shared > 0 && fresh * 100 < stored.signaalIds.length * regrowth;
};
