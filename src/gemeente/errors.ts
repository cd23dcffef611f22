import { refusing } from '#platform/errors.ts';

/** Why this room refuses; each has a text under `error.<code>`. */
export type GemeenteError =
  | 'already_ended'
  | 'bad_code'
  | 'bad_host'
  | 'bad_number'
  | 'bad_token'
  | 'bad_value'
  | 'buurt_taken'
  | 'code_taken'
  | 'date_passed'
  | 'desk_needed'
  | 'end_before_start'
  | 'file_needed'
  | 'host_taken'
  | 'impossible_date'
  | 'name_needed'
  | 'name_taken'
  | 'overlap'
  | 'placeholder_missing'
  | 'tenant_exists'
  | 'too_long'
  | 'too_many_items'
  | 'unknown_buurt'
  | 'unknown_setting'
  | 'unknown_text';

/** Refuses with a code of this room. */
export const refuse = refusing<GemeenteError>();
