import { refusing } from '#platform/errors.ts';

/** Why this room refuses something about a knelpunt; each has its text in both languages. */
export type KnelpuntError =
  | 'title_missing'
  | 'area_unknown'
  | 'theme_unknown'
  | 'sentence_missing'
  | 'public_text_has_person'
  | 'signaal_in_other_knelpunt'
  | 'signaal_not_in_knelpunt'
  | 'signaal_unknown'
  | 'too_many_signalen'
  | 'knelpunt_reason_missing'
  | 'knelpunt_step_not_allowed'
  | 'placement_department_unknown'
  | 'placement_department_missing'
  | 'placement_advice_missing'
  | 'placement_held_already'
  | 'placement_day_missing'
  | 'placement_day_in_past'
  | 'effort_missing'
  | 'effort_since_in_future'
  | 'effort_day_unreadable'
  | 'what_is_added_missing'
  | 'suggestion_settled';

/** Makes a refusal of this part of the room. */
export const refuse = refusing<KnelpuntError>();
