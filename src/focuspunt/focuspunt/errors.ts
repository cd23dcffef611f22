import { refusing } from '#platform/errors.ts';

/** Why the focuspunt refuses something; each has its sentence in both languages. */
export type FocuspuntError =
  | 'title_missing'
  | 'problem_missing'
  | 'area_not_focus'
  | 'effort_missing'
  | 'effort_since_future'
  | 'what_is_added_missing'
  | 'knelpunt_not_candidate'
  | 'knelpunt_not_open'
  | 'trekker_unknown'
  | 'trekker_needs_bandwidth'
  | 'text_has_person'
  | 'text_missing'
  | 'text_too_long'
  | 'stance_missing'
  | 'step_not_allowed'
  | 'advice_link_over'
  | 'advice_given'
  | 'reaction_closed'
  | 'sent_too_often'
  | 'reason_missing'
  | 'date_missing'
  | 'date_unreadable'
  | 'date_in_past'
  | 'baseline_date_missing'
  | 'outcome_missing'
  | 'summary_missing';

/** Makes a refusal of the focuspunt. */
export const refuse = refusing<FocuspuntError>();
