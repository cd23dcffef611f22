import { refusing } from '#platform/errors.ts';

/** Why this room refuses something; each has its text in both languages. */
export type MonitorError =
  | 'title_missing'
  | 'definition_missing'
  | 'unit_missing'
  | 'judge_missing'
  | 'owner_missing'
  | 'owner_unknown'
  | 'object_unknown'
  | 'kind_fixed'
  | 'kind_missing'
  | 'field_too_long'
  | 'number_unreadable'
  | 'months_unreadable'
  | 'share_unreadable'
  | 'margin_unreadable'
  | 'sample_missing'
  | 'sample_unreadable'
  | 'value_missing'
  | 'judgement_missing'
  | 'reason_missing'
  | 'source_missing'
  | 'date_missing'
  | 'date_unreadable'
  | 'date_in_future'
  | 'baseline_exists'
  | 'corrected_already'
  | 'correction_unknown'
  | 'already_set';

/** Makes a refusal of this room. */
export const refuse = refusing<MonitorError>();

/** A refusal about one field of a form. */
export const refuseField = (field: string, code: MonitorError) => refuse(code, { fields: { [field]: code } });
