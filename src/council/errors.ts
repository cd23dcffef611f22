import { refusing } from '#platform/errors.ts';

/** Why the council room refuses something; each has its text in both languages. */
export type CouncilError =
  | 'title_missing'
  | 'text_missing'
  | 'words_too_long'
  | 'date_missing'
  | 'date_unreadable'
  | 'date_in_future'
  | 'due_before_given'
  | 'link_unreadable'
  | 'kind_missing'
  | 'status_missing'
  | 'stance_missing'
  | 'party_missing'
  | 'source_missing'
  | 'given_by_missing'
  | 'owner_missing'
  | 'person_unknown'
  | 'document_unknown'
  | 'replaces_itself'
  | 'object_unknown'
  | 'settlement_missing'
  | 'reason_missing'
  | 'question_missing'
  | 'answer_missing'
  | 'department_unknown'
  | 'text_has_person'
  | 'step_not_allowed';

/** Makes a refusal of this room. */
export const refuse = refusing<CouncilError>();

/** A refusal at one field of a form. */
export const refuseField = (field: string, code: CouncilError) => refuse(code, { fields: { [field]: code } });
