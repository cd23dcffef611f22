create table category (
  gemeente text not null references tenant,
  id uuid not null,
  parent_id uuid,
  slug text not null,
  name text not null,
  name_en text,
  description text,
  keywords text not null default '',
  department_id uuid,
  handling_term text not null,
  complex boolean not null default false,
  sensitive boolean not null default false,
  crowd boolean not null default false,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id),
  foreign key (gemeente, parent_id) references category,
  foreign key (gemeente, department_id) references department
);
create unique index category_by_slug on category (gemeente, slug, valid_from);
call protect_tenant_table('category');

-- Category x area gives the department; the narrowest rule wins, without one the category's own department.
create table routing_rule (
  gemeente text not null references tenant,
  id uuid not null,
  category_id uuid not null,
  area_id uuid not null,
  department_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id),
  foreign key (gemeente, category_id) references category,
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, department_id) references department
);
create index routing_rule_by_category on routing_rule (gemeente, category_id);
call protect_tenant_table('routing_rule');

create table standard_text (
  gemeente text not null references tenant,
  id uuid not null,
  category_id uuid,
  outcome text not null,
  title text not null,
  body text not null,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id),
  foreign key (gemeente, category_id) references category
);
call protect_tenant_table('standard_text');

create table signaal (
  gemeente text not null references tenant,
  id uuid not null,
  number bigint not null,
  kind text not null check (kind in ('report', 'question', 'complaint', 'idea')),
  source text not null check (source in ('resident', 'entrepreneur', 'group', 'partner', 'staff', 'councillor')),
  channel text not null check (channel in ('web', 'desk', 'phone', 'paper')),
  state text not null check (state in ('received', 'answered', 'duplicate', 'referred', 'assigned', 'planned',
    'done', 'closed', 'reopened', 'withdrawn')),
  queue text not null check (queue in ('desk', 'wijkregisseur', 'department')),
  owner_department_id uuid not null,
  text text,
  text_wiped_at timestamptz,
  guard_flags text[] not null default '{}',
  category_id uuid,
  route_reason text not null,
  complex boolean not null default false,
  urgent boolean not null default false,
  returns integer not null default 0,
  reopenings integer not null default 0,
  place_kind text not null check (place_kind in ('point', 'street', 'buurt', 'outside', 'unknown')),
  buurt_id uuid,
  street text,
  street_search text,
  place_note text,
  lat double precision,
  lon double precision,
  cell text,
  outcome text check (outcome in ('solved', 'partly', 'not_with_explanation', 'handed_over', 'duplicate',
    'withdrawn', 'answered')),
  duplicate_of uuid,
  planned_on date,
  hear_by date,
  answer_channel text not null check (answer_channel in ('mail', 'letter', 'phone', 'none')),
  code_hash text not null,
  code_sealed bytea not null,
  registered_by uuid,
  received_at timestamptz not null,
  state_since timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, owner_department_id) references department,
  foreign key (gemeente, category_id) references category,
  foreign key (gemeente, buurt_id) references buurt,
  foreign key (gemeente, duplicate_of) references signaal,
  -- nothing ends without an outcome (product.md C2.2)
  check (state not in ('answered', 'duplicate', 'referred', 'done', 'closed', 'withdrawn') or outcome is not null),
  check (state <> 'duplicate' or duplicate_of is not null),
  check ((lat is null) = (lon is null) and (lat is null) = (cell is null))
);
create unique index signaal_by_number on signaal (gemeente, number);
create unique index signaal_by_code on signaal (gemeente, code_hash);
create index signaal_by_time on signaal (gemeente, received_at, id);
create index signaal_by_queue on signaal (gemeente, queue, received_at, id)
  where state in ('received', 'reopened', 'assigned', 'planned');
create index signaal_by_owner on signaal (gemeente, owner_department_id, received_at, id);
create index signaal_by_state on signaal (gemeente, state, received_at, id);
create index signaal_by_buurt on signaal (gemeente, buurt_id, received_at, id);
create index signaal_by_street on signaal (gemeente, street_search, received_at, id);
create index signaal_by_cell on signaal (gemeente, cell, received_at);
create index signaal_by_category on signaal (gemeente, category_id, received_at, id);
call protect_tenant_table('signaal');

create table signaal_number (
  gemeente text not null references tenant,
  next bigint not null,
  primary key (gemeente)
);
call protect_tenant_table('signaal_number');

-- The words of a signaal, for searching: only leakproof text comparisons keep their index under a row policy.
create table signaal_word (
  gemeente text not null references tenant,
  word text not null,
  signaal_id uuid not null,
  primary key (gemeente, word, signaal_id),
  foreign key (gemeente, signaal_id) references signaal
);
create index signaal_word_by_signaal on signaal_word (gemeente, signaal_id);
call protect_tenant_table('signaal_word');

create table assignment (
  gemeente text not null references tenant,
  id uuid not null,
  signaal_id uuid not null,
  sequence integer not null,
  department_id uuid not null,
  account_id uuid,
  state text not null check (state in ('offered', 'accepted', 'returned', 'planned', 'done')),
  offered_at timestamptz not null,
  offered_by text not null check (offered_by in ('rule', 'desk', 'wijkregisseur', 'reopening')),
  promising integer check (promising between 1 and 3),
  useful integer check (useful between 1 and 3),
  advice text,
  return_reason text check (return_reason in ('not_ours', 'wrong_place', 'too_little_information', 'no_capacity',
    'owner_unknown', 'other')),
  return_note text,
  suggested_department_id uuid,
  planned_on date,
  hear_by date,
  executed_on date,
  outcome text check (outcome in ('solved', 'partly', 'not_with_explanation', 'handed_over', 'duplicate', 'withdrawn')),
  answer text,
  state_since timestamptz not null,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, signaal_id) references signaal,
  foreign key (gemeente, department_id) references department,
  foreign key (gemeente, suggested_department_id) references department,
  foreign key (gemeente, account_id) references account,
  check (state <> 'returned' or return_reason is not null),
  check (state <> 'done' or (outcome is not null and answer is not null)),
  check (outcome <> 'solved' or executed_on is not null)
);
create unique index assignment_by_sequence on assignment (gemeente, signaal_id, sequence);
create index assignment_by_department on assignment (gemeente, department_id, offered_at, id);
create index assignment_open on assignment (gemeente, department_id, offered_at, id)
  where state in ('offered', 'accepted', 'planned');
call protect_tenant_table('assignment');

-- Contact data of the reporter and of "iemand helpt mij": one encrypted table with its own retention clock.
create table reporter (
  gemeente text not null references tenant,
  id uuid not null,
  signaal_id uuid not null,
  part text not null check (part in ('reporter', 'helper')),
  sealed bytea,
  name_index text,
  mail_index text,
  phone_index text,
  postcode_index text,
  channel text not null check (channel in ('mail', 'letter', 'phone', 'none')),
  lang text not null default 'nl' check (lang in ('nl', 'en')),
  created_at timestamptz not null,
  wiped_at timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, signaal_id) references signaal,
  check ((sealed is null) = (wiped_at is not null))
);
create unique index reporter_by_signaal on reporter (gemeente, signaal_id, part);
create index reporter_by_name on reporter (gemeente, name_index, postcode_index);
create index reporter_by_mail on reporter (gemeente, mail_index);
create index reporter_by_phone on reporter (gemeente, phone_index);
create index reporter_by_postcode on reporter (gemeente, postcode_index);
call protect_tenant_table('reporter');

-- What was said to the reporter, and what the reporter said after receiving it.
create table feedback (
  gemeente text not null references tenant,
  id uuid not null,
  signaal_id uuid not null,
  direction text not null check (direction in ('to_reporter', 'from_reporter', 'internal')),
  kind text not null check (kind in ('outcome', 'plan', 'status', 'question', 'addition', 'objection', 'verdict',
    'withdrawal', 'note')),
  text text not null,
  text_wiped_at timestamptz,
  verdict text check (verdict in ('solved', 'not_solved')),
  channel text not null check (channel in ('web', 'desk', 'phone', 'paper', 'mail', 'letter', 'code', 'none')),
  author_id uuid,
  created_at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, signaal_id) references signaal
);
create index feedback_by_signaal on feedback (gemeente, signaal_id, created_at, id);
call protect_tenant_table('feedback');

-- The gate leaves no content, only a count per theme, area and month (product.md C5.1).
create table gate_count (
  gemeente text not null references tenant,
  month date not null,
  buurt_id uuid not null,
  channel text not null,
  referred_to text not null,
  warm_handover boolean not null,
  used integer not null,
  primary key (gemeente, month, buurt_id, channel, referred_to, warm_handover)
);
call protect_tenant_table('gate_count');

create table referral_partner (
  gemeente text not null references tenant,
  id uuid not null,
  name text not null,
  phone text not null,
  explanation text not null,
  position integer not null,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id)
);
call protect_tenant_table('referral_partner');

-- A desk worker may keep a marked text once, with a reason; the privacy officer sees it.
create table guard_override (
  gemeente text not null references tenant,
  id uuid not null,
  signaal_id uuid not null,
  account_id uuid not null,
  kinds text[] not null,
  reason text not null,
  at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, signaal_id) references signaal,
  foreign key (gemeente, account_id) references account
);
create index guard_override_by_time on guard_override (gemeente, at, id);
call protect_tenant_table('guard_override');
