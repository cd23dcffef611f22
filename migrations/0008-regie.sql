-- Mandates are records: who, what, limit, source, dates; whoever decides "namens het college" cites one (0.2 D16).
create table mandate (
  gemeente text not null references tenant,
  id uuid not null,
  role text not null,
  subject text not null check (subject in ('knot', 'focuspunt', 'bandwidth', 'wijk_aan_zet')),
  scope text not null,
  limit_euro integer,
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id),
  check (valid_to is null or valid_to > valid_from)
);
create index mandate_by_role on mandate (gemeente, role, subject, valid_from);
call protect_tenant_table('mandate');

-- Groups of residents bounce too: a register with a home department and the same return counter (rapport L632-639, L715-719; D18).
create table residents_group (
  gemeente text not null references tenant,
  id uuid not null,
  name text not null,
  about text not null,
  area_id uuid not null,
  size text not null check (size in ('small', 'middle', 'large')),
  professionalism text not null check (professionalism in ('beginning', 'experienced', 'professional')),
  reachability text not null check (reachability in ('hard', 'by_one_person', 'easy')),
  representativity text not null check (representativity in ('few', 'part', 'broad', 'unknown')),
  continuity_until date,
  home_department_id uuid,
  home_since timestamptz,
  returns integer not null default 0,
  checked_on date,
  public_contact text,
  created_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, home_department_id) references department
);
create index residents_group_by_area on residents_group (gemeente, area_id, name, id);
create index residents_group_by_name on residents_group (gemeente, name, id);
call protect_tenant_table('residents_group');

-- A move of a group's home: asked of a department, with the group's consent; a refused or undone move counts as a return.
create table group_move (
  gemeente text not null references tenant,
  id uuid not null,
  group_id uuid not null,
  from_department_id uuid,
  to_department_id uuid not null,
  state text not null check (state in ('offered', 'accepted', 'returned', 'refused_by_group')),
  reason text,
  consent_note text,
  offered_by uuid not null,
  offered_at timestamptz not null,
  settled_at timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, group_id) references residents_group,
  foreign key (gemeente, from_department_id) references department,
  foreign key (gemeente, to_department_id) references department
);
create index group_move_by_group on group_move (gemeente, group_id, offered_at, id);
create index group_move_by_department on group_move (gemeente, to_department_id, state, offered_at);
call protect_tenant_table('group_move');

-- Knots are numbered per municipality, so that people can name one on the telephone.
create table knot_number (
  gemeente text not null references tenant,
  next bigint not null,
  primary key (gemeente)
);
call protect_tenant_table('knot_number');

-- A knot: what went back and forth, or lay too long, with a decider and a date (product.md C2.9, D11, D16).
create table knot (
  gemeente text not null references tenant,
  id uuid not null,
  number bigint not null,
  object_kind text not null check (object_kind in ('signaal', 'group', 'knelpunt', 'focuspunt')),
  object_id uuid not null,
  area_id uuid,
  buurt_id uuid,
  title text not null,
  cause text not null check (cause in ('returned_twice', 'overdue', 'raised', 'payer_missing')),
  cause_note text,
  dropped_reason text,
  state text not null check (state in ('reported', 'with_guard', 'heard', 'escalated_to_director',
    'escalated_to_college', 'decided', 'executed', 'dropped')),
  side_a_department_id uuid,
  side_b_department_id uuid,
  guard_account_id uuid,
  raised_by uuid,
  reported_at timestamptz not null,
  state_since timestamptz not null,
  decide_by timestamptz not null,
  check_on date,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, buurt_id) references buurt,
  foreign key (gemeente, side_a_department_id) references department,
  foreign key (gemeente, side_b_department_id) references department,
  foreign key (gemeente, guard_account_id) references account
);
create unique index knot_by_number on knot (gemeente, number);
create unique index knot_open_once on knot (gemeente, object_kind, object_id)
  where state not in ('decided', 'executed', 'dropped');
create index knot_by_object on knot (gemeente, object_id, reported_at, id);
create index knot_by_state on knot (gemeente, state, reported_at, id);
create index knot_by_time on knot (gemeente, reported_at, id);
call protect_tenant_table('knot');

-- Both sides are heard, by a comment or a call of fifteen minutes.
create table knot_hearing (
  gemeente text not null references tenant,
  id uuid not null,
  knot_id uuid not null,
  department_id uuid,
  how text not null check (how in ('comment', 'call')),
  text text not null,
  said_by uuid not null,
  at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, knot_id) references knot,
  foreign key (gemeente, department_id) references department,
  foreign key (gemeente, said_by) references account
);
create index knot_hearing_by_knot on knot_hearing (gemeente, knot_id, at, id);
call protect_tenant_table('knot_hearing');

-- Nobody can edit a decision; only a new one replaces it.
create table knot_decision (
  gemeente text not null references tenant,
  id uuid not null,
  knot_id uuid not null,
  replaces_id uuid,
  level text not null check (level in ('guard', 'director', 'college')),
  owner_department_id uuid not null,
  budget_line text not null,
  amount_euro integer check (amount_euro >= 0),
  due_on date not null,
  text text not null,
  public_text text not null,
  mandate_id uuid,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, knot_id) references knot,
  foreign key (gemeente, replaces_id) references knot_decision,
  foreign key (gemeente, owner_department_id) references department,
  foreign key (gemeente, mandate_id) references mandate,
  foreign key (gemeente, decided_by) references account
);
create index knot_decision_by_knot on knot_decision (gemeente, knot_id, decided_at, id);
call protect_tenant_table('knot_decision');

-- "Op de agenda van de wijkwethouder": the wijkregisseur's own push, one click (rapport L243-244).
create table alderman_agenda (
  gemeente text not null references tenant,
  id uuid not null,
  area_id uuid,
  object_kind text not null check (object_kind in ('knot', 'signaal', 'knelpunt', 'focuspunt', 'group')),
  object_id uuid not null,
  title text not null,
  sentence text not null,
  put_by uuid not null,
  put_at timestamptz not null,
  discussed_at timestamptz,
  discussed_by uuid,
  result text,
  primary key (gemeente, id),
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, put_by) references account
);
create unique index alderman_agenda_once on alderman_agenda (gemeente, object_id) where discussed_at is null;
create index alderman_agenda_by_time on alderman_agenda (gemeente, put_at, id);
create index alderman_agenda_by_object on alderman_agenda (gemeente, object_id, put_at);
call protect_tenant_table('alderman_agenda');

-- Simple signalen that are late: one stack per department per week, seen by a named person (D11).
create table late_stack (
  gemeente text not null references tenant,
  id uuid not null,
  department_id uuid not null,
  week_of date not null,
  made_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answer text,
  hear_by date,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, department_id) references department,
  foreign key (gemeente, answered_by) references account,
  check ((answered_at is null) = (answer is null))
);
create unique index late_stack_by_week on late_stack (gemeente, department_id, week_of);
create index late_stack_by_time on late_stack (gemeente, week_of, id);
call protect_tenant_table('late_stack');
create table late_stack_item (
  gemeente text not null references tenant,
  stack_id uuid not null,
  assignment_id uuid not null,
  signaal_id uuid not null,
  late_since timestamptz not null,
  primary key (gemeente, stack_id, assignment_id),
  foreign key (gemeente, stack_id) references late_stack,
  foreign key (gemeente, assignment_id) references assignment,
  foreign key (gemeente, signaal_id) references signaal
);
call protect_tenant_table('late_stack_item');

-- "Ik help mee": hours of a wijkregisseur beside the line; within the yearly pot by himself, above it the team manager (D5, S42).
create table bandwidth (
  gemeente text not null references tenant,
  id uuid not null,
  account_id uuid not null,
  year integer not null,
  object_kind text not null check (object_kind in ('signaal', 'knelpunt', 'focuspunt', 'group', 'other')),
  object_id uuid,
  title text not null,
  sentence text not null,
  hours double precision not null check (hours > 0 and hours <= 400),
  what_is_dropped text not null,
  ends_on date not null,
  state text not null check (state in ('within_pot', 'asked', 'approved', 'refused', 'ended')),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, account_id) references account
);
create index bandwidth_by_account on bandwidth (gemeente, account_id, year, created_at, id);
create index bandwidth_by_object on bandwidth (gemeente, object_id) where object_id is not null;
create index bandwidth_by_state on bandwidth (gemeente, state, created_at, id);
call protect_tenant_table('bandwidth');

-- What passed is sought by its kind, such as the parts that a department left lying.
create index term_passed on term (gemeente, kind, object_id) where state = 'passed';
