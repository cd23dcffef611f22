import { refusing } from '#platform/errors.ts';

/** What a person can be told when a destruction list refuses; each has a text under `error.` in both languages. */
export type ArchiveError =
  | 'destruction_list_open'
  | 'destruction_nothing'
  | 'destruction_moved_on'
  | 'destruction_second_person'
  | 'destruction_look_first'
  | 'destruction_reason_needed'
  | 'destruction_until_needed'
  | 'destruction_until_past'
  | 'destruction_until_far';

/** Makes a refusal of the destruction lists. */
export const refuse = refusing<ArchiveError>();
