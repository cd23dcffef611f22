-- A pattern above signalen (rapport L174, L194, L237): bundled by a person, or found by the system and then bundled.
create table knelpunt (
  gemeente text not null references tenant,
  id uuid not null,
  number bigint not null,
  title text not null,
  origin text not null check (origin in ('problem', 'chance', 'initiative')),
  category_id uuid,
  area_id uuid not null,
  buurt_id uuid,
  place_note text,
  lat double precision,
  lon double precision,
  hypothesis text not null default '',
  state text not null check (state in ('noticed', 'investigated', 'placed', 'resolved', 'insufficient', 'candidate',
    'no_action')),
  owner_account_id uuid not null,
  public_sentence text not null,
  public_reason text,
  -- S5: which regular effort, by whom, since when, why not enough
  effort text,
  effort_by text,
  effort_since date,
  effort_why_not text,
  -- of a chance or an initiative: "wat voegt de wijkregisseur toe?"
  what_is_added text,
  -- how often a department sent it back; the second time makes a knot (D11)
  returns integer not null default 0,
  -- the number of the sentence that its reporters hear; 0 as long as nothing was told
  word integer not null default 0,
  made_by uuid not null,
  created_at timestamptz not null,
  state_since timestamptz not null,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, category_id) references category,
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, buurt_id) references buurt,
  foreign key (gemeente, owner_account_id) references account,
  check (state <> 'no_action' or public_reason is not null)
);
create unique index knelpunt_by_number on knelpunt (gemeente, number);
create index knelpunt_by_area on knelpunt (gemeente, area_id, created_at, id);
create index knelpunt_by_state on knelpunt (gemeente, state, created_at, id);
create index knelpunt_by_time on knelpunt (gemeente, created_at, id);
call protect_tenant_table('knelpunt');

-- The parallel flag "gebundeld in": a signaal belongs to one knelpunt at a time; its reporters are told once.
create table knelpunt_signaal (
  gemeente text not null references tenant,
  knelpunt_id uuid not null,
  signaal_id uuid not null,
  added_at timestamptz not null,
  added_by uuid not null,
  told_at timestamptz,
  removed_at timestamptz,
  removed_reason text,
  primary key (gemeente, knelpunt_id, signaal_id),
  foreign key (gemeente, knelpunt_id) references knelpunt,
  foreign key (gemeente, signaal_id) references signaal
);
create unique index knelpunt_signaal_once on knelpunt_signaal (gemeente, signaal_id) where removed_at is null;
create index knelpunt_signaal_by_knelpunt on knelpunt_signaal (gemeente, knelpunt_id, added_at, signaal_id);
call protect_tenant_table('knelpunt_signaal');

-- Who heard which sentence of a knelpunt: each reporter each sentence once, also when signalen are added later (D9, D13).
create table knelpunt_told (
  gemeente text not null references tenant,
  knelpunt_id uuid not null,
  word integer not null,
  reporter_id uuid not null,
  told_at timestamptz not null,
  primary key (gemeente, knelpunt_id, word, reporter_id),
  foreign key (gemeente, knelpunt_id) references knelpunt,
  foreign key (gemeente, reporter_id) references reporter
);
call protect_tenant_table('knelpunt_told');

create table knelpunt_pattern (
  gemeente text not null references tenant,
  knelpunt_id uuid not null,
  care_pattern_id uuid not null,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (gemeente, knelpunt_id, care_pattern_id),
  foreign key (gemeente, knelpunt_id) references knelpunt,
  foreign key (gemeente, care_pattern_id) references care_pattern
);
create unique index knelpunt_pattern_once on knelpunt_pattern (gemeente, care_pattern_id);
call protect_tenant_table('knelpunt_pattern');

-- A knelpunt put with a department, with the wijkregisseur's advice; both must answer in three working days (journey 3).
create table knelpunt_placement (
  gemeente text not null references tenant,
  id uuid not null,
  knelpunt_id uuid not null,
  department_id uuid not null,
  promising integer not null check (promising between 1 and 3),
  useful integer not null check (useful between 1 and 3),
  advice text not null,
  state text not null check (state in ('offered', 'accepted', 'returned', 'done', 'withdrawn')),
  return_reason text check (return_reason in ('not_ours', 'wrong_place', 'too_little_information', 'no_capacity',
    'owner_unknown', 'other')),
  suggested_department_id uuid,
  answer text,
  -- the day that the department promises: complex is no black hole (product.md C8.3)
  planned_on date,
  offered_by uuid not null,
  offered_at timestamptz not null,
  settled_at timestamptz,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, knelpunt_id) references knelpunt,
  foreign key (gemeente, department_id) references department,
  foreign key (gemeente, suggested_department_id) references department,
  check (state <> 'returned' or return_reason is not null)
);
create unique index knelpunt_placement_held on knelpunt_placement (gemeente, knelpunt_id, department_id)
  where state in ('offered', 'accepted');
create index knelpunt_placement_by_knelpunt on knelpunt_placement (gemeente, knelpunt_id, offered_at, id);
create index knelpunt_placement_by_department on knelpunt_placement (gemeente, department_id, state, offered_at, id);
call protect_tenant_table('knelpunt_placement');

-- What the system suggests: five signalen of one theme within 200 m in 60 days, or two reopened (product.md S3); with reasons.
create table pattern_suggestion (
  gemeente text not null references tenant,
  id uuid not null,
  reason text not null check (reason in ('many_near', 'reopened')),
  category_id uuid not null,
  buurt_id uuid,
  lat double precision,
  lon double precision,
  reporters integer not null,
  fingerprint text not null,
  facts jsonb not null,
  state text not null check (state in ('open', 'bundled', 'dismissed', 'gone')),
  dismissed_reason text,
  knelpunt_id uuid,
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (gemeente, id),
  foreign key (gemeente, category_id) references category,
  foreign key (gemeente, buurt_id) references buurt,
  foreign key (gemeente, knelpunt_id) references knelpunt
);
create unique index pattern_suggestion_once on pattern_suggestion (gemeente, fingerprint);
create index pattern_suggestion_open on pattern_suggestion (gemeente, found_at, id) where state = 'open';
create index pattern_suggestion_by_buurt on pattern_suggestion (gemeente, buurt_id, found_at, id);
call protect_tenant_table('pattern_suggestion');
create table pattern_suggestion_signaal (
  gemeente text not null references tenant,
  suggestion_id uuid not null,
  signaal_id uuid not null,
  primary key (gemeente, suggestion_id, signaal_id),
  foreign key (gemeente, suggestion_id) references pattern_suggestion,
  foreign key (gemeente, signaal_id) references signaal
);
create index pattern_suggestion_by_signaal on pattern_suggestion_signaal (gemeente, signaal_id);
call protect_tenant_table('pattern_suggestion_signaal');

-- Every 24 months ("om het jaar", rapport L327) one collegevoorstel with a decision point per focuspunt (D3).
create table focus_round (
  gemeente text not null references tenant,
  id uuid not null,
  number integer not null,
  title text not null,
  state text not null check (state in ('gathering', 'proposed', 'decided', 'released')),
  starts_on date not null,
  decision_on date,
  proposal_text text not null default '',
  embargo_until timestamptz,
  released_at timestamptz,
  version integer not null default 1,
  primary key (gemeente, id)
);
create unique index focus_round_by_number on focus_round (gemeente, number);
create index focus_round_by_start on focus_round (gemeente, starts_on, id);
call protect_tenant_table('focus_round');

create table focuspunt (
  gemeente text not null references tenant,
  id uuid not null,
  number bigint not null,
  title text not null,
  area_id uuid not null,
  category_id uuid,
  origin text not null check (origin in ('problem', 'chance', 'initiative')),
  state text not null check (state in ('proposed', 'consulting', 'with_college', 'set', 'rejected', 'held',
    'council_informed', 'running', 'yearly_test', 'reached', 'stopped', 'transferred')),
  round_id uuid,
  problem text not null,
  public_summary text not null default '',
  effort text,
  effort_by text,
  effort_since date,
  effort_why_not text,
  what_is_added text,
  trekker_account_id uuid,
  trekker_function text,
  trekker_department_id uuid,
  -- "geen" is an answer too
  budget_line text,
  without_baseline_until date,
  -- advice of the wijkteam and reaction of the residents run side by side (D4)
  consulting_since timestamptz,
  advice_due_at timestamptz,
  reaction_until timestamptz,
  besluit_on date,
  reject_reason text,
  held_until date,
  -- the last step of the news: until then no public page tells the outcome (D15)
  outcome_public_at timestamptz,
  public_state text generated always as (
    case when outcome_public_at is null and state in ('set', 'rejected', 'held', 'council_informed')
      then 'with_college' else state end) stored,
  plan_due_on date,
  plan_waiver text,
  next_test_on date,
  proposed_by uuid not null,
  created_at timestamptz not null,
  state_since timestamptz not null,
  invented boolean not null default false,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, category_id) references category,
  foreign key (gemeente, round_id) references focus_round,
  foreign key (gemeente, trekker_account_id) references account,
  foreign key (gemeente, trekker_department_id) references department,
  check (state <> 'rejected' or reject_reason is not null),
  check (state <> 'held' or held_until is not null),
  check (state not in ('set', 'council_informed', 'running', 'yearly_test', 'reached', 'stopped', 'transferred')
    or besluit_on is not null)
);
create unique index focuspunt_by_number on focuspunt (gemeente, number);
create index focuspunt_by_area on focuspunt (gemeente, area_id, created_at, id);
create index focuspunt_by_public_state on focuspunt (gemeente, public_state, created_at, id);
create index focuspunt_by_state on focuspunt (gemeente, state, created_at, id);
create index focuspunt_by_round on focuspunt (gemeente, round_id, number) where round_id is not null;
create index focuspunt_by_time on focuspunt (gemeente, created_at, id);
call protect_tenant_table('focuspunt');

create table focuspunt_knelpunt (
  gemeente text not null references tenant,
  focuspunt_id uuid not null,
  knelpunt_id uuid not null,
  primary key (gemeente, focuspunt_id, knelpunt_id),
  foreign key (gemeente, focuspunt_id) references focuspunt,
  foreign key (gemeente, knelpunt_id) references knelpunt
);
create index focuspunt_knelpunt_by_knelpunt on focuspunt_knelpunt (gemeente, knelpunt_id);
call protect_tenant_table('focuspunt_knelpunt');

-- Advice of the wijkteam (five working days, by mail), beside the residents' reaction (D4).
create table focuspunt_advice (
  gemeente text not null references tenant,
  id uuid not null,
  focuspunt_id uuid not null,
  member_id uuid not null,
  token_hash text not null,
  token_sealed bytea not null,
  stance text check (stance in ('agree', 'partly', 'against')),
  text text,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, focuspunt_id) references focuspunt,
  foreign key (gemeente, member_id) references wijkteam_member,
  check ((stance is null) = (answered_at is null))
);
create unique index focuspunt_advice_by_token on focuspunt_advice (gemeente, token_hash);
create unique index focuspunt_advice_once on focuspunt_advice (gemeente, focuspunt_id, member_id);
call protect_tenant_table('focuspunt_advice');

create table focuspunt_reaction (
  gemeente text not null references tenant,
  id uuid not null,
  focuspunt_id uuid not null,
  channel text not null check (channel in ('web', 'desk', 'phone', 'paper')),
  stance text not null check (stance in ('agree', 'partly', 'against')),
  text text not null default '',
  public_text text,
  cleared_by uuid,
  cleared_at timestamptz,
  entered_by uuid,
  created_at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, focuspunt_id) references focuspunt
);
create index focuspunt_reaction_by_focuspunt on focuspunt_reaction (gemeente, focuspunt_id, created_at, id);
call protect_tenant_table('focuspunt_reaction');

-- One decision point per focuspunt; a new decision is a new row.
create table focuspunt_decision (
  gemeente text not null references tenant,
  id uuid not null,
  focuspunt_id uuid not null,
  round_id uuid,
  outcome text not null check (outcome in ('set', 'rejected', 'held')),
  reason text not null default '',
  held_until date,
  without_baseline_until date,
  -- what the system warned of when the college decided: it warns and records, it does not refuse (D4)
  warnings text[] not null default '{}',
  decided_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, focuspunt_id) references focuspunt,
  foreign key (gemeente, round_id) references focus_round,
  foreign key (gemeente, recorded_by) references account
);
create index focuspunt_decision_by_focuspunt on focuspunt_decision (gemeente, focuspunt_id, recorded_at, id);
call protect_tenant_table('focuspunt_decision');

-- Order of news after a decision: release, raad, then partners, reporters, followers, press (D15).
create table news_release (
  gemeente text not null references tenant,
  id uuid not null,
  round_id uuid,
  focuspunt_id uuid,
  memo_number text not null,
  memo_content jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  embargo_until timestamptz not null,
  signed_by_mayor uuid,
  mayor_signed_at timestamptz,
  signed_by_secretary uuid,
  secretary_signed_at timestamptz,
  released_at timestamptz,
  council_told_at timestamptz,
  partners_told_at timestamptz,
  reporters_told_at timestamptz,
  followers_told_at timestamptz,
  press_told_at timestamptz,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, round_id) references focus_round,
  foreign key (gemeente, focuspunt_id) references focuspunt,
  foreign key (gemeente, made_by) references account,
  check ((round_id is null) <> (focuspunt_id is null)),
  check ((signed_by_mayor is null) = (mayor_signed_at is null)),
  check ((signed_by_secretary is null) = (secretary_signed_at is null)),
  -- the order of the news, held by the database too: nobody is told before whoever comes first
  check (released_at is null or released_at >= embargo_until
    and mayor_signed_at is not null and secretary_signed_at is not null),
  check (council_told_at is null or released_at is not null),
  check (partners_told_at is null or council_told_at is not null),
  check (reporters_told_at is null or partners_told_at is not null),
  check (followers_told_at is null or reporters_told_at is not null),
  check (press_told_at is null or followers_told_at is not null)
);
create unique index news_release_by_memo on news_release (gemeente, memo_number);
create index news_release_by_round on news_release (gemeente, round_id) where round_id is not null;
create index news_release_by_focuspunt on news_release (gemeente, focuspunt_id) where focuspunt_id is not null;
create index news_release_by_time on news_release (gemeente, made_at, id);
create index news_release_unfinished on news_release (gemeente, embargo_until, id) where press_told_at is null;
call protect_tenant_table('news_release');
