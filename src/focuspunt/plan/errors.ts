import { refusing } from '#platform/errors.ts';

/** Why a plan, an action, a commitment or a yearly test is refused; each has its sentence in both languages. */
export type PlanError =
  | 'step_not_allowed'
  | 'approach_missing'
  | 'role_split_missing'
  | 'participation_missing'
  | 'views_missing'
  | 'view_missing'
  | 'member_unknown'
  | 'action_missing'
  | 'actions_open'
  | 'title_missing'
  | 'owner_missing'
  | 'owner_unknown'
  | 'date_missing'
  | 'date_unreadable'
  | 'date_in_past'
  | 'reason_missing'
  | 'has_plan'
  | 'light_missing'
  | 'payer_missing'
  | 'euro_unreadable'
  | 'council_not_informed'
  | 'proposal_missing'
  | 'result_missing'
  | 'not_measured_missing'
  | 'dissent_missing'
  | 'transferred_to_missing'
  | 'mandate_missing'
  | 'text_has_person'
  | 'text_too_long'
  | 'bad_request';

/** Makes a refusal of the plan. */
export const refuse = refusing<PlanError>();

/** A refusal about one field of a form. */
export const refuseField = (field: string, code: PlanError) => refuse(code, { fields: { [field]: code } });
