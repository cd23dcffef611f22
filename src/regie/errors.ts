import { refusing } from '#platform/errors.ts';

/** Why the room of knots, groups and hours refuses something; each has its text in both languages. */
export type RegieError =
  | 'step_not_allowed'
  | 'sentence_missing'
  | 'text_too_long'
  | 'text_has_person'
  | 'reason_missing'
  | 'object_unknown'
  | 'department_missing'
  | 'department_unknown'
  | 'area_missing'
  | 'choice_missing'
  | 'name_missing'
  | 'date_missing'
  | 'date_unreadable'
  | 'date_in_past'
  | 'date_too_far'
  | 'date_order'
  | 'amount_unreadable'
  | 'hours_unreadable'
  | 'budget_missing'
  | 'mandate_missing'
  | 'above_mandate'
  | 'mandate_in_use'
  | 'not_your_turn'
  | 'consent_missing'
  | 'already_home'
  | 'already_on_agenda'
  | 'already_answered'
  | 'dropped_missing';

/** Makes a refusal of this room. */
export const refuse = refusing<RegieError>();
