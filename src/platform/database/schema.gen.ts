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
  outcome: 'solved' | 'partly' | 'not_with_explanation' | 'handed_over' | 'duplicate' | 'withdrawn' | null;
  answer: string | null;
  state_since: Date;
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

export interface DivisionTable {
  gemeente: string;
  id: string;
  kind: 'wijk' | 'focus_area' | 'portfolio';
  name: string;
  valid_from: string;
  valid_to: string | null;
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

export interface GateCountTable {
  gemeente: string;
  month: string;
  buurt_id: string;
  channel: string;
  referred_to: string;
  warm_handover: boolean;
  used: number;
}

export interface GuardOverrideTable {
  gemeente: string;
  id: string;
  signaal_id: string;
  account_id: string;
  kinds: string[];
  reason: string;
  at: Date;
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

export interface MessageTable {
  gemeente: string;
  id: string;
  template: string;
  recipient_kind: 'reporter' | 'account';
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

export interface PrintBatchTable {
  gemeente: string;
  id: string;
  made_at: Date;
  made_by: string | null;
  letters: number;
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
  source: 'resident' | 'entrepreneur' | 'group' | 'partner' | 'staff' | 'councillor';
  channel: 'web' | 'desk' | 'phone' | 'paper';
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
  outcome: 'solved' | 'partly' | 'not_with_explanation' | 'handed_over' | 'duplicate' | 'withdrawn' | 'answered' | null;
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

export interface DB {
  access_log: AccessLogTable;
  account: AccountTable;
  account_word: AccountWordTable;
  area: AreaTable;
  area_buurt: AreaBuurtTable;
  assignment: AssignmentTable;
  buurt: BuurtTable;
  category: CategoryTable;
  counter_product: CounterProductTable;
  department: DepartmentTable;
  division: DivisionTable;
  draft: DraftTable;
  feedback: FeedbackTable;
  file: FileTable;
  gate_count: GateCountTable;
  guard_override: GuardOverrideTable;
  handled_event: HandledEventTable;
  history: HistoryTable;
  idempotency: IdempotencyTable;
  location: LocationTable;
  message: MessageTable;
  notice: NoticeTable;
  print_batch: PrintBatchTable;
  rate_count: RateCountTable;
  referral_partner: ReferralPartnerTable;
  reporter: ReporterTable;
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
  tenant: TenantTable;
  tenant_host: TenantHostTable;
  term: TermTable;
  text_override: TextOverrideTable;
}
