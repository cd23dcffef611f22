-- A goal of a focuspunt or of the municipality: a figure, a milestone or a judgement (D4); each with an owner and a date.
create table goal (
  gemeente text not null references tenant,
  id uuid not null,
  object_kind text not null check (object_kind in ('focuspunt', 'gemeente')),
  object_id uuid,
  kind text not null check (kind in ('figure', 'milestone', 'judgement')),
  title text not null,
  definition text not null default '',
  definition_version integer not null default 1,
  unit text,
  source text not null default '',
  direction text check (direction in ('up', 'down')),
  target_value double precision,
  target_text text,
  target_on date,
  baseline_due_on date,
  measure_every_months integer,
  next_due_on date,
  owner_account_id uuid,
  owner_function text,
  -- of a judgement: who judges, by function or as a group
  judge text,
  made_by uuid not null,
  created_at timestamptz not null,
  -- Proposed until somebody who may set it does so (product.md C3: the raad sets the goals of the municipality).
  set_at timestamptz,
  set_by uuid,
  replaced_at timestamptz,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, owner_account_id) references account,
  foreign key (gemeente, made_by) references account,
  foreign key (gemeente, set_by) references account,
  check ((set_at is null) = (set_by is null)),
  check (kind <> 'figure' or unit is not null),
  check (kind <> 'judgement' or judge is not null),
  check ((object_kind = 'gemeente') = (object_id is null))
);
create index goal_by_object on goal (gemeente, object_id, created_at, id);
create index goal_by_due on goal (gemeente, next_due_on, id) where replaced_at is null;
create index goal_by_kind on goal (gemeente, object_kind, created_at, id);
call protect_tenant_table('goal');

-- What was measured, each time that changed: figures of two versions are never compared (design.md, law 10).
create table goal_definition (
  gemeente text not null references tenant,
  goal_id uuid not null,
  version integer not null,
  definition text not null,
  unit text,
  source text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (gemeente, goal_id, version),
  foreign key (gemeente, goal_id) references goal,
  foreign key (gemeente, made_by) references account
);
call protect_tenant_table('goal_definition');

-- A measurement is never changed; a correction is a new row (product.md C2.1). "Niet gemeten" is a row too, with why.
create table measurement (
  gemeente text not null references tenant,
  id uuid not null,
  goal_id uuid not null,
  role text not null check (role in ('baseline', 'interim', 'test')),
  value double precision,
  margin double precision,
  n integer,
  judgement text check (judgement in ('reached', 'partly', 'not_reached')),
  not_measured_reason text,
  measured_on date not null,
  source text not null,
  definition_version integer not null,
  note text,
  corrects_id uuid,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, goal_id) references goal,
  foreign key (gemeente, corrects_id) references measurement,
  foreign key (gemeente, entered_by) references account,
  check (margin is null or margin >= 0),
  check (n is null or n > 0),
  check ((value is not null)::int + (judgement is not null)::int + (not_measured_reason is not null)::int = 1)
);
create index measurement_by_goal on measurement (gemeente, goal_id, measured_on, entered_at, id);
create unique index measurement_corrected_once on measurement (gemeente, corrects_id) where corrects_id is not null;
call protect_tenant_table('measurement');
