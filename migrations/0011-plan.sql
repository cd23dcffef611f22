-- Plan van aanpak: due eight weeks after the besluit, or a reasoned waiver (product.md S6, C2.4).
create table plan (
  gemeente text not null references tenant,
  id uuid not null,
  focuspunt_id uuid not null,
  state text not null check (state in ('draft', 'agreed', 'active', 'finished')),
  approach text not null default '',
  social_domain boolean not null default false,
  role_split text,
  participation text not null default '',
  -- why the plan goes on although an asked partner has not answered (product.md D4: the system warns and records)
  agreed_without text,
  created_by uuid,
  created_at timestamptz not null,
  state_since timestamptz not null,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, focuspunt_id) references focuspunt,
  -- a plan in the social domain says who does what: wijkteam or care network (rapport L371-374)
  check (state = 'draft' or not social_domain or role_split is not null)
);
create unique index plan_by_focuspunt on plan (gemeente, focuspunt_id);
call protect_tenant_table('plan');

-- Each partner that was asked, and its yes or no with a comment once it answered.
create table plan_view (
  gemeente text not null references tenant,
  id uuid not null,
  plan_id uuid not null,
  member_id uuid not null,
  asked_at timestamptz not null,
  view text check (view in ('yes', 'no')),
  comment text,
  said_by uuid,
  said_at timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, plan_id) references plan,
  foreign key (gemeente, member_id) references wijkteam_member,
  foreign key (gemeente, said_by) references account,
  check ((view is null) = (said_at is null))
);
create unique index plan_view_once on plan_view (gemeente, plan_id, member_id);
call protect_tenant_table('plan_view');

create table plan_action (
  gemeente text not null references tenant,
  id uuid not null,
  plan_id uuid not null,
  title text not null,
  owner_account_id uuid,
  owner_function text not null,
  owner_department_id uuid,
  due_on date not null,
  state text not null check (state in ('open', 'busy', 'done', 'cancelled')),
  cancel_reason text,
  done_on date,
  made_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, plan_id) references plan,
  foreign key (gemeente, made_by) references account,
  foreign key (gemeente, owner_account_id) references account,
  foreign key (gemeente, owner_department_id) references department,
  check (state <> 'cancelled' or cancel_reason is not null),
  check (state <> 'done' or done_on is not null)
);
create index plan_action_by_plan on plan_action (gemeente, plan_id, due_on, id);
create index plan_action_by_owner on plan_action (gemeente, owner_account_id, due_on, id) where owner_account_id is not null;
create index plan_action_due on plan_action (gemeente, due_on, id) where state in ('open', 'busy');
call protect_tenant_table('plan_action');

-- What others pay: each commitment has an owner, an amount and a date; a missing one becomes a knot after ten working days (S21).
create table commitment (
  gemeente text not null references tenant,
  id uuid not null,
  focuspunt_id uuid not null,
  payer text not null,
  department_id uuid,
  owner_function text not null,
  euro integer not null check (euro > 0),
  due_on date not null,
  state text not null check (state in ('promised', 'confirmed', 'withdrawn')),
  settled_on date,
  note text,
  made_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, focuspunt_id) references focuspunt,
  foreign key (gemeente, department_id) references department,
  foreign key (gemeente, made_by) references account
);
create index commitment_by_focuspunt on commitment (gemeente, focuspunt_id, due_on, id);
create index commitment_due on commitment (gemeente, due_on, id) where state = 'promised';
call protect_tenant_table('commitment');

-- "Loopt, hapert, klaar", said at the meeting, is the quarter's status (D12).
create table quarter_status (
  gemeente text not null references tenant,
  id uuid not null,
  focuspunt_id uuid not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  light text not null check (light in ('runs', 'falters', 'done')),
  sentence text not null default '',
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, focuspunt_id) references focuspunt,
  foreign key (gemeente, said_by) references account
);
-- Newest last: what was said later about the same quarter holds, what was said before stays.
create index quarter_status_by_focuspunt on quarter_status (gemeente, focuspunt_id, said_at, id);
create index quarter_status_by_quarter on quarter_status (gemeente, focuspunt_id, quarter, said_at, id);
call protect_tenant_table('quarter_status');

-- Each year: a new measurement or "niet gemeten" and why; continued, adjusted, reached, stopped or handed over (rapport L1106, L1120-1121).
create table yearly_test (
  gemeente text not null references tenant,
  id uuid not null,
  focuspunt_id uuid not null,
  due_on date not null,
  state text not null check (state in ('prepared', 'decided')),
  measurement_id uuid,
  not_measured_reason text,
  proposal text check (proposal in ('continued', 'adjusted', 'reached', 'stopped', 'transferred')),
  result text check (result in ('continued', 'adjusted', 'reached', 'stopped', 'transferred')),
  proposal_reason text not null default '',
  proposed_by uuid,
  proposed_at timestamptz,
  reason text not null default '',
  -- why "reached" although the measurement does not show it (product.md C2.3)
  dissent text,
  transferred_to text,
  -- whoever decides in the name of the college cites a mandate (product.md D16)
  mandate_id uuid,
  decided_on date,
  decided_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, focuspunt_id) references focuspunt,
  foreign key (gemeente, measurement_id) references measurement,
  foreign key (gemeente, mandate_id) references mandate,
  foreign key (gemeente, proposed_by) references account,
  foreign key (gemeente, decided_by) references account,
  check (state <> 'decided' or result is not null and decided_on is not null and decided_by is not null),
  check (state <> 'decided' or measurement_id is not null or not_measured_reason is not null)
);
create index yearly_test_by_focuspunt on yearly_test (gemeente, focuspunt_id, due_on, id);
create unique index yearly_test_open_once on yearly_test (gemeente, focuspunt_id) where state = 'prepared';
call protect_tenant_table('yearly_test');
