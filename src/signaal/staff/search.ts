import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { tellingWords } from '#platform/words.ts';
import { readList, type SignaalRow } from './list.ts';
import { fallbackFor, scopeOf } from './scope.ts';

/** What is sought among the signalen: one number, or all of these words (folded, `wordsOf`). */
export type SoughtSignalen = { readonly number: number } | { readonly words: readonly string[] };

/** A signaal that was found; never a word of what was told. */
export type FoundSignaal = Pick<
  SignaalRow,
  'id' | 'number' | 'state' | 'category' | 'categoryEn' | 'street' | 'buurt' | 'receivedAt'
>;

/**
 * The newest signalen that this person may list and that answer to a search, at most `size`; empty for whoever lists none,
 * without asking the database. At most three queries. `today` is `YYYY-MM-DD`.
 */
export const searchSignalen = async (
  db: TenantDb,
  { gemeente, principal, today }: { gemeente: string; principal: Principal; today: string },
  sought: SoughtSignalen,
  size: number,
): Promise<readonly FoundSignaal[]> => {
  if ('words' in sought && tellingWords(sought.words).length === 0) return [];
  if (scopeOf(principal, { areaId: null, buurtIds: [], unplaced: false }).length === 0) return [];
  const branches = scopeOf(principal, await fallbackFor(db, gemeente, today, principal));
  const { rows } = await readList(db, {
    gemeente,
    accountId: principal.id,
    branches,
    filter: sought,
    order: 'newest',
    after: null,
    size,
  });
  return rows;
};
