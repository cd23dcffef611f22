-- Signalen of another system (product.md C8.15): taken over with their dates, marked, and never counted as our own work.
alter table signaal drop constraint signaal_source_check;
alter table signaal add constraint signaal_source_check check (source in ('resident', 'entrepreneur', 'group', 'partner',
  'staff', 'councillor', 'care_network', 'other_system'));
alter table signaal drop constraint signaal_channel_check;
alter table signaal add constraint signaal_channel_check check (channel in ('web', 'desk', 'phone', 'paper', 'mail',
  'rondgang', 'street', 'unknown'));
alter table signaal drop constraint signaal_outcome_check;
alter table signaal add constraint signaal_outcome_check check (outcome in ('solved', 'partly', 'not_with_explanation',
  'handed_over', 'duplicate', 'withdrawn', 'answered', 'unknown_before_import'));
alter table assignment drop constraint assignment_outcome_check;
alter table assignment add constraint assignment_outcome_check check (outcome in ('solved', 'partly',
  'not_with_explanation', 'handed_over', 'duplicate', 'withdrawn', 'unknown_before_import'));

create table import_mapping (
  gemeente text not null references tenant,
  id uuid not null,
  name text not null,
  mapping jsonb not null,
  made_by uuid,
  saved_at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, made_by) references account
);
create unique index import_mapping_by_name on import_mapping (gemeente, name);
call protect_tenant_table('import_mapping');

create table import_run (
  gemeente text not null references tenant,
  id uuid not null,
  system text not null,
  file_name text not null,
  state text not null check (state in ('draft', 'running', 'done', 'stopped')),
  -- what the file holds: columns, examples, and the values of columns with few different ones; gone when the run ends
  sealed bytea,
  mapping jsonb not null,
  file_rows integer not null,
  chunks integer not null,
  -- the first chunk that was not taken over yet: a run that was cut off goes on here
  next_chunk integer not null default 0,
  counts jsonb not null,
  findings jsonb not null,
  made_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  last_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, made_by) references account
);
create index import_run_by_time on import_run (gemeente, created_at, id);
create index import_run_by_state on import_run (gemeente, state, created_at, id);
call protect_tenant_table('import_run');

-- The rows of a file that wait: sealed, for what people wrote elsewhere names persons; gone when the run ends.
create table import_chunk (
  gemeente text not null references tenant,
  id uuid not null,
  run_id uuid not null,
  sequence integer not null,
  sealed bytea not null,
  primary key (gemeente, id),
  foreign key (gemeente, run_id) references import_run
);
create unique index import_chunk_by_sequence on import_chunk (gemeente, run_id, sequence);
call protect_tenant_table('import_chunk');

-- What was not taken over, by line and reason; never what stood there.
create table import_rejection (
  gemeente text not null references tenant,
  run_id uuid not null,
  line integer not null,
  reason text not null check (reason in ('columns', 'broken_text', 'date_missing', 'date_unreadable', 'date_in_future',
    'date_too_old', 'ref_repeated')),
  column_name text not null,
  primary key (gemeente, run_id, line),
  foreign key (gemeente, run_id) references import_run
);
call protect_tenant_table('import_rejection');

alter table signaal
  -- the moment at which it was taken over from another system; null for what was told here
  add column imported_at timestamptz,
  add column import_run_id uuid,
  add column import_system text,
  -- its number there
  add column import_ref text,
  add foreign key (gemeente, import_run_id) references import_run,
  add check ((imported_at is null) = (import_ref is null) and (import_ref is null) = (import_system is null)
    and (import_ref is null) = (import_run_id is null)),
  add check (outcome is distinct from 'unknown_before_import' or imported_at is not null);
create unique index signaal_by_import on signaal (gemeente, import_system, import_ref) where import_ref is not null;
