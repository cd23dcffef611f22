-- Documents of college and raad: a register with links, never copies (product.md S39).
create table document (
  gemeente text not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('council_memo', 'council_proposal', 'college_decision', 'vision', 'ordinance',
    'memo', 'report', 'coalition_programme', 'other')),
  number text,
  title text not null,
  dated_on date not null,
  dated_precision text not null default 'day' check (dated_precision in ('day', 'month', 'year')),
  status text not null check (status in ('concept', 'in_force', 'rejected', 'replaced', 'for_information')),
  summary text not null default '',
  link text,
  -- where it is known from: a page of the municipality, or the lines of a report; "verzonnen" in a demonstration
  source text not null default '',
  replaces_id uuid,
  release_id uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, replaces_id) references document,
  foreign key (gemeente, release_id) references news_release
);
create index document_by_day on document (gemeente, dated_on, id);
call protect_tenant_table('document');

-- Moties and toezeggingen: only raad or griffie sets "afgedaan" (S40, C2.8, D14).
create table council_item (
  gemeente text not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('motion', 'toezegging')),
  number text,
  title text not null,
  text text not null,
  given_on date not null,
  given_precision text not null default 'day' check (given_precision in ('day', 'month', 'year')),
  given_by text not null,
  owner_account_id uuid,
  owner_function text not null,
  due_on date,
  state text not null check (state in ('open', 'busy', 'proposed_settled', 'settled', 'extended')),
  extension_reason text,
  settlement text,
  decline_reason text,
  source text not null default '',
  settled_on date,
  settled_precision text not null default 'day' check (settled_precision in ('day', 'month', 'year')),
  settled_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, owner_account_id) references account,
  check (state <> 'settled' or settled_on is not null),
  check (state <> 'extended' or extension_reason is not null)
);
create index council_item_by_day on council_item (gemeente, given_on, id);
create index council_item_by_state on council_item (gemeente, state, given_on, id);
create index council_item_due on council_item (gemeente, due_on, id) where state in ('open', 'busy', 'extended');
call protect_tenant_table('council_item');

-- What a motie, toezegging or document is about, so that the thread finds it.
create table council_link (
  gemeente text not null references tenant,
  from_kind text not null check (from_kind in ('document', 'council_item', 'question')),
  from_id uuid not null,
  object_kind text not null check (object_kind in ('focuspunt', 'knelpunt', 'area', 'category', 'document', 'council_item')),
  object_id uuid not null,
  primary key (gemeente, from_id, object_kind, object_id)
);
create index council_link_by_object on council_link (gemeente, object_kind, object_id);
call protect_tenant_table('council_link');

-- The fractions' points of view by date; parties are data (A5).
create table council_position (
  gemeente text not null references tenant,
  id uuid not null,
  document_id uuid not null,
  party text not null,
  stance text not null check (stance in ('for', 'against')),
  taken_on date not null,
  taken_precision text not null default 'day' check (taken_precision in ('day', 'month', 'year')),
  source text not null,
  primary key (gemeente, id),
  foreign key (gemeente, document_id) references document
);
create index council_position_by_document on council_position (gemeente, document_id, party, id);
call protect_tenant_table('council_position');

-- The technical question goes through the griffie (D16): it forwards, a department drafts, the griffie gives the answer.
create table technical_question (
  gemeente text not null references tenant,
  id uuid not null,
  asked_by uuid not null,
  question text not null,
  state text not null check (state in ('asked', 'forwarded', 'drafted', 'answered', 'withdrawn')),
  department_id uuid,
  answer text,
  asked_at timestamptz not null,
  forwarded_at timestamptz,
  drafted_at timestamptz,
  answered_at timestamptz,
  answered_by uuid,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, asked_by) references account,
  foreign key (gemeente, department_id) references department
);
create index technical_question_by_time on technical_question (gemeente, asked_at, id);
create index technical_question_by_asker on technical_question (gemeente, asked_by, asked_at, id);
create index technical_question_by_department on technical_question (gemeente, department_id, asked_at, id)
  where department_id is not null;
call protect_tenant_table('technical_question');

-- Who follows once a quarter, for the job that tells what changed.
create index follow_by_quarter on follow (gemeente, created_at, id) where rhythm = 'quarter' and ended_at is null;
