// Made by `npm run types` from the migrated schema; a test compares it with the migrations. Do not edit.
import type { Generated } from 'kysely';

/** A value stored as jsonb: objects and arrays are serialised by the driver, so lists are written with JSON.stringify. */
export type Json = unknown;

export interface AccessLogTable {
  gemeente: string;
  id: string;
  at: Date;
  account_id: string | null;
  kind: string;
  object_id: string | null;
  reason: string | null;
}

export interface AccountTable {
  gemeente: string;
  id: string;
  name: string;
  email: string;
  lang: Generated<'nl' | 'en'>;
  active: Generated<boolean>;
  totp_sealed: Buffer | null;
  totp_confirmed_at: Date | null;
  totp_last_step: number | null;
  invented: Generated<boolean>;
  created_at: Date;
}

export interface AccountWordTable {
  gemeente: string;
  word: string;
  account_id: string;
}

export interface AldermanAgendaTable {
  gemeente: string;
  id: string;
  area_id: string | null;
  object_kind: 'knot' | 'signaal' | 'knelpunt' | 'focuspunt' | 'group';
  object_id: string;
  title: string;
  sentence: string;
  put_by: string;
  put_at: Date;
  discussed_at: Date | null;
  discussed_by: string | null;
  result: string | null;
}

export interface AreaTable {
  gemeente: string;
  id: string;
  division_id: string;
  code: string;
  name: string;
  printed_residents: number | null;
  valid_from: string;
  valid_to: string | null;
}

export interface AreaBuurtTable {
  gemeente: string;
  area_id: string;
  buurt_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface AssignmentTable {
  gemeente: string;
  id: string;
  signaal_id: string;
  sequence: number;
  department_id: string;
  account_id: string | null;
  state: 'offered' | 'accepted' | 'returned' | 'planned' | 'done';
  offered_at: Date;
  offered_by: 'rule' | 'desk' | 'wijkregisseur' | 'reopening';
  promising: number | null;
  useful: number | null;
  advice: string | null;
  return_reason: 'not_ours' | 'wrong_place' | 'too_little_information' | 'no_capacity' | 'owner_unknown' | 'other' | null;
  return_note: string | null;
  suggested_department_id: string | null;
  planned_on: string | null;
  hear_by: string | null;
  executed_on: string | null;
  outcome: 'solved' | 'partly' | 'not_with_explanation' | 'handed_over' | 'duplicate' | 'withdrawn' | 'unknown_before_import' | null;
  answer: string | null;
  state_since: Date;
  version: Generated<number>;
}

export interface BandwidthTable {
  gemeente: string;
  id: string;
  account_id: string;
  year: number;
  object_kind: 'signaal' | 'knelpunt' | 'focuspunt' | 'group' | 'other';
  object_id: string | null;
  title: string;
  sentence: string;
  hours: number;
  what_is_dropped: string;
  ends_on: string;
  state: 'within_pot' | 'asked' | 'approved' | 'refused' | 'ended';
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
  created_at: Date;
  version: Generated<number>;
}

export interface BuurtTable {
  gemeente: string;
  id: string;
  code: string;
  name: string;
  official_wijk_code: string | null;
  official_wijk_name: string | null;
  outline: Json;
  outline_source: string;
  residents: number | null;
  residents_at: string | null;
  valid_from: string;
  valid_to: string | null;
  outline_from: string | null;
}

export interface BuurtOutlineTable {
  gemeente: string;
  buurt_id: string;
  valid_from: string;
  valid_to: string;
  outline: Json;
  outline_source: string;
}

export interface CarePatternTable {
  gemeente: string;
  id: string;
  number: number;
  category_id: string;
  area_id: string;
  size_class: '5_to_10' | '11_to_25' | '26_or_more';
  note: string | null;
  state: 'offered' | 'asked' | 'accepted' | 'declined';
  question: string | null;
  answer: string | null;
  decision_note: string | null;
  given_by: string;
  created_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  version: Generated<number>;
}

export interface CategoryTable {
  gemeente: string;
  id: string;
  parent_id: string | null;
  slug: string;
  name: string;
  name_en: string | null;
  description: string | null;
  keywords: Generated<string>;
  department_id: string | null;
  handling_term: string;
  complex: Generated<boolean>;
  sensitive: Generated<boolean>;
  crowd: Generated<boolean>;
  valid_from: string;
  valid_to: string | null;
}

export interface CommitmentTable {
  gemeente: string;
  id: string;
  focuspunt_id: string;
  payer: string;
  department_id: string | null;
  owner_function: string;
  euro: number;
  due_on: string;
  state: 'promised' | 'confirmed' | 'withdrawn';
  settled_on: string | null;
  note: string | null;
  made_by: string;
  created_at: Date;
  version: Generated<number>;
}

export interface CorrespondentTable {
  gemeente: string;
  id: string;
  purpose: 'follow' | 'advice' | 'press';
  sealed: Buffer | null;
  mail_index: string | null;
  lang: Generated<'nl' | 'en'>;
  token_hash: string;
  token_sealed: Buffer;
  created_at: Date;
  confirmed_at: Date | null;
  wiped_at: Date | null;
}

export interface CouncilItemTable {
  gemeente: string;
  id: string;
  kind: 'motion' | 'toezegging';
  number: string | null;
  title: string;
  text: string;
  given_on: string;
  given_precision: Generated<'day' | 'month' | 'year'>;
  given_by: string;
  owner_account_id: string | null;
  owner_function: string;
  due_on: string | null;
  state: 'open' | 'busy' | 'proposed_settled' | 'settled' | 'extended';
  extension_reason: string | null;
  settlement: string | null;
  decline_reason: string | null;
  source: Generated<string>;
  settled_on: string | null;
  settled_precision: Generated<'day' | 'month' | 'year'>;
  settled_by: string | null;
  created_at: Date;
  version: Generated<number>;
}

export interface CouncilLinkTable {
  gemeente: string;
  from_kind: 'document' | 'council_item' | 'question';
  from_id: string;
  object_kind: 'focuspunt' | 'knelpunt' | 'area' | 'category' | 'document' | 'council_item';
  object_id: string;
}

export interface CouncilPositionTable {
  gemeente: string;
  id: string;
  document_id: string;
  party: string;
  stance: 'for' | 'against';
  taken_on: string;
  taken_precision: Generated<'day' | 'month' | 'year'>;
  source: string;
}

export interface CounterProductTable {
  gemeente: string;
  day: string;
  department_id: string;
  product: 'road_salt' | 'dog_waste_bags';
  used: number;
}

export interface DepartmentTable {
  gemeente: string;
  id: string;
  name: string;
  kind: 'desk' | 'vakafdeling' | 'wijkregie' | 'complaints' | 'partner';
  public_contact: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface DestructionItemTable {
  gemeente: string;
  list_id: string;
  id: string;
  class: string;
  object_id: string;
  label: string;
  started_on: string;
  keep_until: string;
  state: 'listed' | 'kept' | 'destroyed' | 'skipped';
  kept_reason: string | null;
  kept_by: string | null;
  kept_until: string | null;
  settled_at: Date | null;
}

export interface DestructionListTable {
  gemeente: string;
  id: string;
  number: number;
  state: 'drawn_up' | 'approved_once' | 'approved' | 'executed' | 'cancelled';
  reference_day: string;
  drawn_by: string;
  drawn_at: Date;
  first_approved_by: string | null;
  first_approved_at: Date | null;
  approved_by: string | null;
  approved_at: Date | null;
  cancelled_by: string | null;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  executed_at: Date | null;
  digest: string | null;
  version: Generated<number>;
}

export interface DivisionTable {
  gemeente: string;
  id: string;
  kind: 'wijk' | 'focus_area' | 'portfolio';
  name: string;
  valid_from: string;
  valid_to: string | null;
}

export interface DocumentTable {
  gemeente: string;
  id: string;
  kind: 'council_memo' | 'council_proposal' | 'college_decision' | 'vision' | 'ordinance' | 'memo' | 'report' | 'coalition_programme' | 'other';
  number: string | null;
  title: string;
  dated_on: string;
  dated_precision: Generated<'day' | 'month' | 'year'>;
  status: 'concept' | 'in_force' | 'rejected' | 'replaced' | 'for_information';
  summary: Generated<string>;
  link: string | null;
  source: Generated<string>;
  replaces_id: string | null;
  release_id: string | null;
  created_at: Date;
  version: Generated<number>;
}

export interface DraftTable {
  gemeente: string;
  id: string;
  key_hash: string;
  form: string;
  content: Buffer;
  result_id: string | null;
  created_at: Date;
  expires_at: Date;
}

export interface FeedbackTable {
  gemeente: string;
  id: string;
  signaal_id: string;
  direction: 'to_reporter' | 'from_reporter' | 'internal';
  kind: 'outcome' | 'plan' | 'status' | 'question' | 'addition' | 'objection' | 'verdict' | 'withdrawal' | 'note';
  text: string;
  text_wiped_at: Date | null;
  verdict: 'solved' | 'not_solved' | null;
  channel: 'web' | 'desk' | 'phone' | 'paper' | 'mail' | 'letter' | 'code' | 'none';
  author_id: string | null;
  created_at: Date;
  voice_id: string | null;
}

export interface FileTable {
  gemeente: string;
  id: string;
  object_kind: string;
  object_id: string | null;
  draft_id: string | null;
  content_type: string;
  bytes: Buffer;
  thumbnail: Buffer | null;
  width: number | null;
  height: number | null;
  public: Generated<boolean>;
  created_at: Date;
}

export interface FocusRoundTable {
  gemeente: string;
  id: string;
  number: number;
  title: string;
  state: 'gathering' | 'proposed' | 'decided' | 'released';
  starts_on: string;
  decision_on: string | null;
  proposal_text: Generated<string>;
  embargo_until: Date | null;
  released_at: Date | null;
  version: Generated<number>;
}

export interface FocuspuntTable {
  gemeente: string;
  id: string;
  number: number;
  title: string;
  area_id: string;
  category_id: string | null;
  origin: 'problem' | 'chance' | 'initiative';
  state: 'proposed' | 'consulting' | 'with_college' | 'set' | 'rejected' | 'held' | 'council_informed' | 'running' | 'yearly_test' | 'reached' | 'stopped' | 'transferred';
  round_id: string | null;
  problem: string;
  public_summary: Generated<string>;
  effort: string | null;
  effort_by: string | null;
  effort_since: string | null;
  effort_why_not: string | null;
  what_is_added: string | null;
  trekker_account_id: string | null;
  trekker_function: string | null;
  trekker_department_id: string | null;
  budget_line: string | null;
  without_baseline_until: string | null;
  consulting_since: Date | null;
  advice_due_at: Date | null;
  reaction_until: Date | null;
  besluit_on: string | null;
  reject_reason: string | null;
  held_until: string | null;
  outcome_public_at: Date | null;
  public_state: string | null;
  plan_due_on: string | null;
  plan_waiver: string | null;
  next_test_on: string | null;
  proposed_by: string;
  created_at: Date;
  state_since: Date;
  invented: Generated<boolean>;
  version: Generated<number>;
}

export interface FocuspuntAdviceTable {
  gemeente: string;
  id: string;
  focuspunt_id: string;
  member_id: string;
  token_hash: string;
  token_sealed: Buffer;
  stance: 'agree' | 'partly' | 'against' | null;
  text: string | null;
  asked_at: Date;
  due_at: Date;
  expires_at: Date;
  answered_at: Date | null;
}

export interface FocuspuntDecisionTable {
  gemeente: string;
  id: string;
  focuspunt_id: string;
  round_id: string | null;
  outcome: 'set' | 'rejected' | 'held';
  reason: Generated<string>;
  held_until: string | null;
  without_baseline_until: string | null;
  warnings: Generated<string[]>;
  decided_on: string;
  recorded_by: string;
  recorded_at: Date;
}

export interface FocuspuntKnelpuntTable {
  gemeente: string;
  focuspunt_id: string;
  knelpunt_id: string;
}

export interface FocuspuntReactionTable {
  gemeente: string;
  id: string;
  focuspunt_id: string;
  channel: 'web' | 'desk' | 'phone' | 'paper';
  stance: 'agree' | 'partly' | 'against';
  text: Generated<string>;
  public_text: string | null;
  cleared_by: string | null;
  cleared_at: Date | null;
  entered_by: string | null;
  created_at: Date;
}

export interface FollowTable {
  gemeente: string;
  id: string;
  object_kind: 'area' | 'focuspunt' | 'category';
  object_id: string;
  account_id: string | null;
  correspondent_id: string | null;
  rhythm: 'news' | 'quarter';
  created_at: Date;
  last_told_at: Date | null;
  ended_at: Date | null;
}

export interface GateCountTable {
  gemeente: string;
  month: string;
  buurt_id: string;
  channel: string;
  referred_to: string;
  warm_handover: boolean;
  used: number;
}

export interface GoalTable {
  gemeente: string;
  id: string;
  object_kind: 'focuspunt' | 'gemeente';
  object_id: string | null;
  kind: 'figure' | 'milestone' | 'judgement';
  title: string;
  definition: Generated<string>;
  definition_version: Generated<number>;
  unit: string | null;
  source: Generated<string>;
  direction: 'up' | 'down' | null;
  target_value: number | null;
  target_text: string | null;
  target_on: string | null;
  baseline_due_on: string | null;
  measure_every_months: number | null;
  next_due_on: string | null;
  owner_account_id: string | null;
  owner_function: string | null;
  judge: string | null;
  made_by: string;
  created_at: Date;
  set_at: Date | null;
  set_by: string | null;
  replaced_at: Date | null;
  version: Generated<number>;
}

export interface GoalDefinitionTable {
  gemeente: string;
  goal_id: string;
  version: number;
  definition: string;
  unit: string | null;
  source: string;
  made_by: string;
  made_at: Date;
}

export interface GroupMoveTable {
  gemeente: string;
  id: string;
  group_id: string;
  from_department_id: string | null;
  to_department_id: string;
  state: 'offered' | 'accepted' | 'returned' | 'refused_by_group';
  reason: string | null;
  consent_note: string | null;
  offered_by: string;
  offered_at: Date;
  settled_at: Date | null;
}

export interface GuardOverrideTable {
  gemeente: string;
  id: string;
  signaal_id: string;
  account_id: string;
  kinds: string[];
  reason: string;
  at: Date;
  version: Generated<number>;
  verdict: 'may_stay' | 'removed' | null;
  remark: string | null;
  reviewed_by: string | null;
  reviewed_at: Date | null;
}

export interface HandledEventTable {
  gemeente: string;
  queue: string;
  event_id: string;
  at: Date;
}

export interface HistoryTable {
  gemeente: string;
  id: string;
  at: Date;
  actor_kind: 'resident' | 'staff' | 'system' | 'operator';
  actor_id: string | null;
  on_behalf_of: string | null;
  noun: string;
  object_id: string;
  action: string;
  before: Json;
  after: Json;
}

export interface IdempotencyTable {
  gemeente: string;
  key_hash: string;
  result_id: string;
  created_at: Date;
}

export interface ImportChunkTable {
  gemeente: string;
  id: string;
  run_id: string;
  sequence: number;
  sealed: Buffer;
}

export interface ImportMappingTable {
  gemeente: string;
  id: string;
  name: string;
  mapping: Json;
  made_by: string | null;
  saved_at: Date;
}

export interface ImportRejectionTable {
  gemeente: string;
  run_id: string;
  line: number;
  reason: 'columns' | 'broken_text' | 'date_missing' | 'date_unreadable' | 'date_in_future' | 'date_too_old' | 'ref_repeated';
  column_name: string;
}

export interface ImportRunTable {
  gemeente: string;
  id: string;
  system: string;
  file_name: string;
  state: 'draft' | 'running' | 'done' | 'stopped';
  sealed: Buffer | null;
  mapping: Json;
  file_rows: number;
  chunks: number;
  next_chunk: Generated<number>;
  counts: Json;
  findings: Json;
  made_by: string | null;
  created_at: Date;
  started_at: Date | null;
  last_at: Date | null;
  ended_at: Date | null;
  version: Generated<number>;
}

export interface KeyFigureTable {
  gemeente: string;
  region_code: string;
  figure: string;
  measured_on: string;
  value: number | null;
  missing_reason: 'secret' | 'unknown' | null;
  source: string;
  definition_version: string;
  imported_at: Date;
}

export interface KnelpuntTable {
  gemeente: string;
  id: string;
  number: number;
  title: string;
  origin: 'problem' | 'chance' | 'initiative';
  category_id: string | null;
  area_id: string;
  buurt_id: string | null;
  place_note: string | null;
  lat: number | null;
  lon: number | null;
  hypothesis: Generated<string>;
  state: 'noticed' | 'investigated' | 'placed' | 'resolved' | 'insufficient' | 'candidate' | 'no_action';
  owner_account_id: string;
  public_sentence: string;
  public_reason: string | null;
  effort: string | null;
  effort_by: string | null;
  effort_since: string | null;
  effort_why_not: string | null;
  what_is_added: string | null;
  returns: Generated<number>;
  word: Generated<number>;
  made_by: string;
  created_at: Date;
  state_since: Date;
  version: Generated<number>;
}

export interface KnelpuntPatternTable {
  gemeente: string;
  knelpunt_id: string;
  care_pattern_id: string;
  added_at: Date;
  added_by: string;
}

export interface KnelpuntPlacementTable {
  gemeente: string;
  id: string;
  knelpunt_id: string;
  department_id: string;
  promising: number;
  useful: number;
  advice: string;
  state: 'offered' | 'accepted' | 'returned' | 'done' | 'withdrawn';
  return_reason: 'not_ours' | 'wrong_place' | 'too_little_information' | 'no_capacity' | 'owner_unknown' | 'other' | null;
  suggested_department_id: string | null;
  answer: string | null;
  planned_on: string | null;
  offered_by: string;
  offered_at: Date;
  settled_at: Date | null;
  version: Generated<number>;
}

export interface KnelpuntSignaalTable {
  gemeente: string;
  knelpunt_id: string;
  signaal_id: string;
  added_at: Date;
  added_by: string;
  told_at: Date | null;
  removed_at: Date | null;
  removed_reason: string | null;
}

export interface KnelpuntToldTable {
  gemeente: string;
  knelpunt_id: string;
  word: number;
  reporter_id: string;
  told_at: Date;
}

export interface KnotTable {
  gemeente: string;
  id: string;
  number: number;
  object_kind: 'signaal' | 'group' | 'knelpunt' | 'focuspunt';
  object_id: string;
  area_id: string | null;
  buurt_id: string | null;
  title: string;
  cause: 'returned_twice' | 'overdue' | 'raised' | 'payer_missing';
  cause_note: string | null;
  dropped_reason: string | null;
  state: 'reported' | 'with_guard' | 'heard' | 'escalated_to_director' | 'escalated_to_college' | 'decided' | 'executed' | 'dropped';
  side_a_department_id: string | null;
  side_b_department_id: string | null;
  guard_account_id: string | null;
  raised_by: string | null;
  reported_at: Date;
  state_since: Date;
  decide_by: Date;
  check_on: string | null;
  version: Generated<number>;
}

export interface KnotDecisionTable {
  gemeente: string;
  id: string;
  knot_id: string;
  replaces_id: string | null;
  level: 'guard' | 'director' | 'college';
  owner_department_id: string;
  budget_line: string;
  amount_euro: number | null;
  due_on: string;
  text: string;
  public_text: string;
  mandate_id: string | null;
  decided_by: string;
  decided_at: Date;
}

export interface KnotHearingTable {
  gemeente: string;
  id: string;
  knot_id: string;
  department_id: string | null;
  how: 'comment' | 'call';
  text: string;
  said_by: string;
  at: Date;
}

export interface KnotNumberTable {
  gemeente: string;
  next: number;
}

export interface LateStackTable {
  gemeente: string;
  id: string;
  department_id: string;
  week_of: string;
  made_at: Date;
  answered_at: Date | null;
  answered_by: string | null;
  answer: string | null;
  hear_by: string | null;
  version: Generated<number>;
}

export interface LateStackItemTable {
  gemeente: string;
  stack_id: string;
  assignment_id: string;
  signaal_id: string;
  late_since: Date;
}

export interface LocationTable {
  gemeente: string;
  id: string;
  name: string;
  address: string;
  opening_hours: string;
  phone: string | null;
  buurt_id: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface MandateTable {
  gemeente: string;
  id: string;
  role: string;
  subject: 'knot' | 'focuspunt' | 'bandwidth' | 'wijk_aan_zet';
  scope: string;
  limit_euro: number | null;
  source: string;
  valid_from: string;
  valid_to: string | null;
}

export interface MeasurementTable {
  gemeente: string;
  id: string;
  goal_id: string;
  role: 'baseline' | 'interim' | 'test';
  value: number | null;
  margin: number | null;
  n: number | null;
  judgement: 'reached' | 'partly' | 'not_reached' | null;
  not_measured_reason: string | null;
  measured_on: string;
  source: string;
  definition_version: number;
  note: string | null;
  corrects_id: string | null;
  entered_by: string;
  entered_at: Date;
}

export interface MessageTable {
  gemeente: string;
  id: string;
  template: string;
  recipient_kind: 'reporter' | 'account' | 'correspondent';
  recipient_id: string;
  object_id: string | null;
  channel: 'mail' | 'letter' | 'phone';
  variables: Json;
  state: Generated<'queued' | 'sent' | 'stored' | 'failed' | 'printed' | 'called' | 'cancelled'>;
  created_at: Date;
  settled_at: Date | null;
  attempts: Generated<number>;
  next_try_at: Date | null;
  error_code: string | null;
  batch_id: string | null;
}

export interface NewsReleaseTable {
  gemeente: string;
  id: string;
  round_id: string | null;
  focuspunt_id: string | null;
  memo_number: string;
  memo_content: Json;
  made_by: string;
  made_at: Date;
  embargo_until: Date;
  signed_by_mayor: string | null;
  mayor_signed_at: Date | null;
  signed_by_secretary: string | null;
  secretary_signed_at: Date | null;
  released_at: Date | null;
  council_told_at: Date | null;
  partners_told_at: Date | null;
  reporters_told_at: Date | null;
  followers_told_at: Date | null;
  press_told_at: Date | null;
  version: Generated<number>;
}

export interface NoticeTable {
  gemeente: string;
  id: string;
  account_id: string;
  kind: string;
  object_kind: string;
  object_id: string;
  created_at: Date;
  seen_at: Date | null;
}

export interface PartnerLinkTable {
  gemeente: string;
  id: string;
  department_id: string;
  token_hash: string;
  label: string;
  made_by: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

export interface PatternSuggestionTable {
  gemeente: string;
  id: string;
  reason: 'many_near' | 'reopened';
  category_id: string;
  buurt_id: string | null;
  lat: number | null;
  lon: number | null;
  reporters: number;
  fingerprint: string;
  facts: Json;
  state: 'open' | 'bundled' | 'dismissed' | 'gone';
  dismissed_reason: string | null;
  knelpunt_id: string | null;
  found_at: Date;
  settled_at: Date | null;
  settled_by: string | null;
}

export interface PatternSuggestionSignaalTable {
  gemeente: string;
  suggestion_id: string;
  signaal_id: string;
}

export interface PlanTable {
  gemeente: string;
  id: string;
  focuspunt_id: string;
  state: 'draft' | 'agreed' | 'active' | 'finished';
  approach: Generated<string>;
  social_domain: Generated<boolean>;
  role_split: string | null;
  participation: Generated<string>;
  agreed_without: string | null;
  created_by: string | null;
  created_at: Date;
  state_since: Date;
  version: Generated<number>;
}

export interface PlanActionTable {
  gemeente: string;
  id: string;
  plan_id: string;
  title: string;
  owner_account_id: string | null;
  owner_function: string;
  owner_department_id: string | null;
  due_on: string;
  state: 'open' | 'busy' | 'done' | 'cancelled';
  cancel_reason: string | null;
  done_on: string | null;
  made_by: string;
  created_at: Date;
  version: Generated<number>;
}

export interface PlanViewTable {
  gemeente: string;
  id: string;
  plan_id: string;
  member_id: string;
  asked_at: Date;
  view: 'yes' | 'no' | null;
  comment: string | null;
  said_by: string | null;
  said_at: Date | null;
}

export interface PrintBatchTable {
  gemeente: string;
  id: string;
  made_at: Date;
  made_by: string | null;
  letters: number;
}

export interface QuarterStatusTable {
  gemeente: string;
  id: string;
  focuspunt_id: string;
  quarter: string;
  light: 'runs' | 'falters' | 'done';
  sentence: Generated<string>;
  said_by: string;
  said_at: Date;
}

export interface RateCountTable {
  gemeente: string;
  bucket: string;
  window_start: Date;
  used: number;
}

export interface ReferralPartnerTable {
  gemeente: string;
  id: string;
  name: string;
  phone: string;
  explanation: string;
  position: number;
  valid_from: string;
  valid_to: string | null;
}

export interface ReporterTable {
  gemeente: string;
  id: string;
  signaal_id: string;
  part: 'reporter' | 'helper';
  sealed: Buffer | null;
  name_index: string | null;
  mail_index: string | null;
  phone_index: string | null;
  postcode_index: string | null;
  channel: 'mail' | 'letter' | 'phone' | 'none';
  lang: Generated<'nl' | 'en'>;
  created_at: Date;
  wiped_at: Date | null;
}

export interface ResidentsGroupTable {
  gemeente: string;
  id: string;
  name: string;
  about: string;
  area_id: string;
  size: 'small' | 'middle' | 'large';
  professionalism: 'beginning' | 'experienced' | 'professional';
  reachability: 'hard' | 'by_one_person' | 'easy';
  representativity: 'few' | 'part' | 'broad' | 'unknown';
  continuity_until: string | null;
  home_department_id: string | null;
  home_since: Date | null;
  returns: Generated<number>;
  checked_on: string | null;
  public_contact: string | null;
  created_at: Date;
  ended_at: Date | null;
  version: Generated<number>;
}

export interface RoleHoldingTable {
  gemeente: string;
  id: string;
  account_id: string;
  role: string;
  department_id: string | null;
  area_id: string | null;
  on_behalf_of: string | null;
  valid_from: string;
  valid_to: string | null;
  created_at: Date;
}

export interface RoutingRuleTable {
  gemeente: string;
  id: string;
  category_id: string;
  area_id: string;
  department_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface SchemaMigrationTable {
  name: string;
  checksum: string;
  applied_at: Generated<Date>;
}

export interface SessionTable {
  gemeente: string;
  id: string;
  token_hash: string;
  account_id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  second_factor_at: Date | null;
  demo: Generated<boolean>;
}

export interface SettingTable {
  gemeente: string;
  key: string;
  valid_from: string;
  value: Json;
  set_at: Date;
  set_by: string | null;
}

export interface SignInLinkTable {
  gemeente: string;
  id: string;
  token_hash: string;
  account_id: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface SignaalTable {
  gemeente: string;
  id: string;
  number: number;
  kind: 'report' | 'question' | 'complaint' | 'idea';
  source: 'resident' | 'entrepreneur' | 'group' | 'partner' | 'staff' | 'councillor' | 'care_network' | 'other_system';
  channel: 'web' | 'desk' | 'phone' | 'paper' | 'mail' | 'rondgang' | 'street' | 'unknown';
  state: 'received' | 'answered' | 'duplicate' | 'referred' | 'assigned' | 'planned' | 'done' | 'closed' | 'reopened' | 'withdrawn';
  queue: 'desk' | 'wijkregisseur' | 'department';
  owner_department_id: string;
  text: string | null;
  text_wiped_at: Date | null;
  guard_flags: Generated<string[]>;
  category_id: string | null;
  route_reason: string;
  complex: Generated<boolean>;
  urgent: Generated<boolean>;
  returns: Generated<number>;
  reopenings: Generated<number>;
  place_kind: 'point' | 'street' | 'buurt' | 'outside' | 'unknown';
  buurt_id: string | null;
  street: string | null;
  street_search: string | null;
  place_note: string | null;
  lat: number | null;
  lon: number | null;
  cell: string | null;
  outcome: 'solved' | 'partly' | 'not_with_explanation' | 'handed_over' | 'duplicate' | 'withdrawn' | 'answered' | 'unknown_before_import' | null;
  duplicate_of: string | null;
  planned_on: string | null;
  hear_by: string | null;
  answer_channel: 'mail' | 'letter' | 'phone' | 'none';
  code_hash: string;
  code_sealed: Buffer;
  registered_by: string | null;
  received_at: Date;
  state_since: Date;
  closed_at: Date | null;
  version: Generated<number>;
  source_department_id: string | null;
  consent_at: Date | null;
  joined: Generated<boolean>;
  public_text: string | null;
  cleared_by: string | null;
  cleared_at: Date | null;
  partner_link_id: string | null;
  merged_into: string | null;
  postponed_until: string | null;
  destroyed_at: Date | null;
  imported_at: Date | null;
  import_run_id: string | null;
  import_system: string | null;
  import_ref: string | null;
  place_snapped: Generated<boolean>;
}

export interface SignaalNumberTable {
  gemeente: string;
  next: number;
}

export interface SignaalWordTable {
  gemeente: string;
  word: string;
  signaal_id: string;
}

export interface StandardTextTable {
  gemeente: string;
  id: string;
  category_id: string | null;
  outcome: string;
  title: string;
  body: string;
  valid_from: string;
  valid_to: string | null;
}

export interface StreetTable {
  gemeente: string;
  id: string;
  name: string;
  search_name: string;
  buurt_id: string;
  lat: number | null;
  lon: number | null;
}

export interface TechnicalQuestionTable {
  gemeente: string;
  id: string;
  asked_by: string;
  question: string;
  state: 'asked' | 'forwarded' | 'drafted' | 'answered' | 'withdrawn';
  department_id: string | null;
  answer: string | null;
  asked_at: Date;
  forwarded_at: Date | null;
  drafted_at: Date | null;
  answered_at: Date | null;
  answered_by: string | null;
  version: Generated<number>;
}

export interface TenantTable {
  gemeente: string;
  name: string;
  demo: Generated<boolean>;
  created_at: Date;
}

export interface TenantHostTable {
  host: string;
  gemeente: string;
  is_public_address: Generated<boolean>;
}

export interface TermTable {
  gemeente: string;
  id: string;
  kind: string;
  object_kind: string;
  object_id: string;
  started_at: Date;
  due_at: Date;
  state: Generated<'open' | 'met' | 'passed' | 'cancelled'>;
  settled_at: Date | null;
}

export interface TextOverrideTable {
  gemeente: string;
  key: string;
  lang: 'nl' | 'en';
  valid_from: string;
  text: string;
  set_at: Date;
  set_by: string | null;
}

export interface UploadedFileTable {
  gemeente: string;
  id: string;
  kind: 'areas' | 'key_figures';
  name: string;
  bytes: Buffer;
  account_id: string;
  created_at: Date;
}

export interface WijkMemoryTable {
  gemeente: string;
  id: string;
  area_id: string;
  kind: 'rondgang' | 'closed_street' | 'whom_to_call' | 'sensitive' | 'who_does_what' | 'note';
  text: string;
  starts_on: string;
  ends_on: string | null;
  public: Generated<boolean>;
  made_by: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface WijkteamMemberTable {
  gemeente: string;
  id: string;
  area_id: string;
  department_id: string;
  function: string;
  account_id: string | null;
  correspondent_id: string | null;
  public_contact: string | null;
  standing: Generated<boolean>;
  valid_from: string;
  valid_to: string | null;
}

export interface YearlyTestTable {
  gemeente: string;
  id: string;
  focuspunt_id: string;
  due_on: string;
  state: 'prepared' | 'decided';
  measurement_id: string | null;
  not_measured_reason: string | null;
  proposal: 'continued' | 'adjusted' | 'reached' | 'stopped' | 'transferred' | null;
  result: 'continued' | 'adjusted' | 'reached' | 'stopped' | 'transferred' | null;
  proposal_reason: Generated<string>;
  proposed_by: string | null;
  proposed_at: Date | null;
  reason: Generated<string>;
  dissent: string | null;
  transferred_to: string | null;
  mandate_id: string | null;
  decided_on: string | null;
  decided_by: string | null;
  created_at: Date;
  version: Generated<number>;
}

export interface DB {
  access_log: AccessLogTable;
  account: AccountTable;
  account_word: AccountWordTable;
  alderman_agenda: AldermanAgendaTable;
  area: AreaTable;
  area_buurt: AreaBuurtTable;
  assignment: AssignmentTable;
  bandwidth: BandwidthTable;
  buurt: BuurtTable;
  buurt_outline: BuurtOutlineTable;
  care_pattern: CarePatternTable;
  category: CategoryTable;
  commitment: CommitmentTable;
  correspondent: CorrespondentTable;
  council_item: CouncilItemTable;
  council_link: CouncilLinkTable;
  council_position: CouncilPositionTable;
  counter_product: CounterProductTable;
  department: DepartmentTable;
  destruction_item: DestructionItemTable;
  destruction_list: DestructionListTable;
  division: DivisionTable;
  document: DocumentTable;
  draft: DraftTable;
  feedback: FeedbackTable;
  file: FileTable;
  focus_round: FocusRoundTable;
  focuspunt: FocuspuntTable;
  focuspunt_advice: FocuspuntAdviceTable;
  focuspunt_decision: FocuspuntDecisionTable;
  focuspunt_knelpunt: FocuspuntKnelpuntTable;
  focuspunt_reaction: FocuspuntReactionTable;
  follow: FollowTable;
  gate_count: GateCountTable;
  goal: GoalTable;
  goal_definition: GoalDefinitionTable;
  group_move: GroupMoveTable;
  guard_override: GuardOverrideTable;
  handled_event: HandledEventTable;
  history: HistoryTable;
  idempotency: IdempotencyTable;
  import_chunk: ImportChunkTable;
  import_mapping: ImportMappingTable;
  import_rejection: ImportRejectionTable;
  import_run: ImportRunTable;
  key_figure: KeyFigureTable;
  knelpunt: KnelpuntTable;
  knelpunt_pattern: KnelpuntPatternTable;
  knelpunt_placement: KnelpuntPlacementTable;
  knelpunt_signaal: KnelpuntSignaalTable;
  knelpunt_told: KnelpuntToldTable;
  knot: KnotTable;
  knot_decision: KnotDecisionTable;
  knot_hearing: KnotHearingTable;
  knot_number: KnotNumberTable;
  late_stack: LateStackTable;
  late_stack_item: LateStackItemTable;
  location: LocationTable;
  mandate: MandateTable;
  measurement: MeasurementTable;
  message: MessageTable;
  news_release: NewsReleaseTable;
  notice: NoticeTable;
  partner_link: PartnerLinkTable;
  pattern_suggestion: PatternSuggestionTable;
  pattern_suggestion_signaal: PatternSuggestionSignaalTable;
  plan: PlanTable;
  plan_action: PlanActionTable;
  plan_view: PlanViewTable;
  print_batch: PrintBatchTable;
  quarter_status: QuarterStatusTable;
  rate_count: RateCountTable;
  referral_partner: ReferralPartnerTable;
  reporter: ReporterTable;
  residents_group: ResidentsGroupTable;
  role_holding: RoleHoldingTable;
  routing_rule: RoutingRuleTable;
  schema_migration: SchemaMigrationTable;
  session: SessionTable;
  setting: SettingTable;
  sign_in_link: SignInLinkTable;
  signaal: SignaalTable;
  signaal_number: SignaalNumberTable;
  signaal_word: SignaalWordTable;
  standard_text: StandardTextTable;
  street: StreetTable;
  technical_question: TechnicalQuestionTable;
  tenant: TenantTable;
  tenant_host: TenantHostTable;
  term: TermTable;
  text_override: TextOverrideTable;
  uploaded_file: UploadedFileTable;
  wijk_memory: WijkMemoryTable;
  wijkteam_member: WijkteamMemberTable;
  yearly_test: YearlyTestTable;
}
