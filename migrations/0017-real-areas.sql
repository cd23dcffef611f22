-- An outline holds from a day on; the one before it is kept, so that a day of then finds the outline of then.
alter table buurt add column outline_from date;

create table buurt_outline (
  gemeente text not null references tenant,
  buurt_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  outline jsonb not null,
  outline_source text not null,
  primary key (gemeente, buurt_id, valid_from),
  foreign key (gemeente, buurt_id) references buurt,
  check (valid_to > valid_from)
);
call protect_tenant_table('buurt_outline');

-- What the statistics office publishes of a buurt, a wijk or the whole municipality, by its own codes. Secret and unknown are
-- rows too, with why (design.md, law 10): never a nought.
create table key_figure (
  gemeente text not null references tenant,
  region_code text not null,
  figure text not null,
  measured_on date not null,
  value double precision,
  missing_reason text check (missing_reason in ('secret', 'unknown')),
  source text not null,
  definition_version text not null,
  imported_at timestamptz not null,
  primary key (gemeente, region_code, figure, measured_on),
  check ((value is null) <> (missing_reason is null))
);
call protect_tenant_table('key_figure');

-- A file that an administrator is looking at before it is read in; gone when that is done, and after a day.
create table uploaded_file (
  gemeente text not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('areas', 'key_figures')),
  name text not null,
  bytes bytea not null,
  account_id uuid not null,
  created_at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, account_id) references account
);
create index uploaded_file_by_time on uploaded_file (gemeente, created_at);
call protect_tenant_table('uploaded_file');
