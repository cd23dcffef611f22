import { refusing } from '#platform/errors.ts';

/** Why the news of a decision refuses something. */
export type MemoError =
  | 'nothing_decided'
  | 'release_exists'
  | 'sentence_missing'
  | 'embargo_in_past'
  | 'embargo_missing'
  | 'signed_already'
  | 'not_signed_yet'
  | 'released_already'
  | 'budget_unreadable'
  | 'total_unreadable';

/** Makes a refusal of the news. */
export const refuse = refusing<MemoError>();
