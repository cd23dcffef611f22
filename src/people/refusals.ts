import { refusing } from '#platform/errors.ts';

/** What a person can be told when this room refuses; each has a text under `error.` in both languages. */
export type PeopleError =
  | 'email_needed'
  | 'email_unreadable'
  | 'email_taken'
  | 'name_needed'
  | 'name_too_long'
  | 'lang_unknown'
  | 'last_admin'
  | 'account_unknown'
  | 'account_off'
  | 'not_invented'
  | 'role_unknown'
  | 'role_needs_department'
  | 'department_unknown'
  | 'area_unknown'
  | 'behalf_unknown'
  | 'behalf_self'
  | 'date_needed'
  | 'date_impossible'
  | 'ends_before_start'
  | 'ends_in_past'
  | 'already_ended'
  | 'code_format'
  | 'code_wrong'
  | 'too_many_tries';

/** Makes a refusal of this room. */
export const refuse = refusing<PeopleError>();
