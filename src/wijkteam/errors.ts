import { refusing } from '#platform/errors.ts';

/** Why this room refuses something; each has its text in both languages. */
export type WijkteamError =
  | 'area_unknown'
  | 'organisation_unknown'
  | 'function_missing'
  | 'field_too_long'
  | 'mail_unreadable'
  | 'reachable_missing'
  | 'account_unknown'
  | 'date_missing'
  | 'ends_before_start'
  | 'already_ended'
  | 'note_missing'
  | 'note_names_person';

/** Makes a refusal of this room. */
export const refuse = refusing<WijkteamError>();

/** A refusal about one field of a form. */
export const refuseField = (field: string, code: WijkteamError) =>
  refuse(code, { fields: { [field]: code } });
