-- The ground floor. Every table of municipal data begins its keys with "gemeente" and is bound by a
-- row policy that sees nothing without a tenant's transaction. The tables without it are listed here,
-- and in tests/promises: tenant, tenant_host, schema_migration (made by the migrator) and pg-boss's own.

create table tenant (
  gemeente text primary key check (gemeente ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  name text not null,
  demo boolean not null default false,
  created_at timestamptz not null
);

create table tenant_host (
  host text primary key check (host = lower(host)),
  gemeente text not null references tenant,
  is_public_address boolean not null default true
);

-- Read once per statement (a scalar sub-select), and null when no tenant was set: then nothing matches.
create function current_gemeente() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.gemeente', true), '');

-- Turns a table of municipal data into one that only a tenant's own transaction can see.
create procedure protect_tenant_table(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant_only on %s using (gemeente = (select current_gemeente())) with check (gemeente = (select current_gemeente()))',
    target);
end $$;

-- Who, on behalf of whom, what, before and after. Append-only for the application's role.
create table history (
  gemeente text not null references tenant,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('resident', 'staff', 'system', 'operator')),
  actor_id uuid,
  on_behalf_of uuid,
  noun text not null,
  object_id text not null,
  action text not null,
  before jsonb,
  after jsonb,
  primary key (gemeente, id)
);
create index history_by_object on history (gemeente, noun, object_id, at, id);
create index history_by_time on history (gemeente, at, id);
call protect_tenant_table('history');

-- Sign-ins, refused sign-ins and every read of contact data.
create table access_log (
  gemeente text not null references tenant,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  kind text not null,
  object_id text,
  reason text,
  primary key (gemeente, id)
);
create index access_log_by_time on access_log (gemeente, at, id);
create index access_log_by_account on access_log (gemeente, account_id, at);
create index access_log_by_kind on access_log (gemeente, kind, at, id);
call protect_tenant_table('access_log');

-- A setting holds from a date on; the newest date that has come decides.
create table setting (
  gemeente text not null references tenant,
  key text not null,
  valid_from date not null,
  value jsonb not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (gemeente, key, valid_from)
);
call protect_tenant_table('setting');

-- A municipality's own wording of a text of the catalogue, from a date on.
create table text_override (
  gemeente text not null references tenant,
  key text not null,
  lang text not null check (lang in ('nl', 'en')),
  valid_from date not null,
  text text not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (gemeente, key, lang, valid_from)
);
call protect_tenant_table('text_override');

-- The moments at which something must have happened. One job sweeps them, asking the injected clock.
create table term (
  gemeente text not null references tenant,
  id uuid not null,
  kind text not null,
  object_kind text not null,
  object_id uuid not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'met', 'passed', 'cancelled')),
  settled_at timestamptz,
  primary key (gemeente, id)
);
create index term_due on term (gemeente, due_at, id) where state = 'open';
create index term_by_object on term (gemeente, object_id, kind);
call protect_tenant_table('term');

-- What a named person must see: a passed term, a returned signaal, a failed message.
create table notice (
  gemeente text not null references tenant,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  object_kind text not null,
  object_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  primary key (gemeente, id)
);
create index notice_open on notice (gemeente, account_id, created_at, id) where seen_at is null;
create unique index notice_once on notice (gemeente, account_id, kind, object_id) where seen_at is null;
call protect_tenant_table('notice');

-- The outbox: recipient id, template and variables; address and text are made at sending.
create table message (
  gemeente text not null references tenant,
  id uuid not null,
  template text not null,
  recipient_kind text not null check (recipient_kind in ('reporter', 'account')),
  recipient_id uuid not null,
  object_id uuid,
  channel text not null check (channel in ('mail', 'letter', 'phone')),
  variables jsonb not null,
  state text not null default 'queued'
    check (state in ('queued', 'sent', 'stored', 'failed', 'printed', 'called', 'cancelled')),
  created_at timestamptz not null,
  settled_at timestamptz,
  attempts integer not null default 0,
  -- when a mail that waits is tried (again) by the sweep; also what finds a mail whose job was lost
  next_try_at timestamptz,
  error_code text,
  batch_id uuid,
  primary key (gemeente, id)
);
create index message_retry on message (gemeente, next_try_at, id) where state = 'queued';
create index message_by_state on message (gemeente, state, created_at, id);
create index message_by_batch on message (gemeente, batch_id, id) where batch_id is not null;
create index message_waiting on message (gemeente, channel, created_at, id) where state in ('queued', 'failed');
create index message_by_object on message (gemeente, object_id, created_at);
create index message_by_time on message (gemeente, created_at, id);
call protect_tenant_table('message');

-- Letters leave as one stack a day.
create table print_batch (
  gemeente text not null references tenant,
  id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  letters integer not null,
  primary key (gemeente, id)
);
create index print_batch_by_time on print_batch (gemeente, made_at, id);
call protect_tenant_table('print_batch');

-- An event that a queue has handled is not handled again.
create table handled_event (
  gemeente text not null references tenant,
  queue text not null,
  event_id uuid not null,
  at timestamptz not null,
  primary key (gemeente, queue, event_id)
);
create index handled_event_by_time on handled_event (gemeente, at);
call protect_tenant_table('handled_event');

-- Photos after re-encoding. They live in the database: one place to back up, one transaction with their signaal.
create table file (
  gemeente text not null references tenant,
  id uuid not null,
  object_kind text not null,
  object_id uuid,
  draft_id uuid,
  content_type text not null,
  bytes bytea not null,
  thumbnail bytea,
  width integer,
  height integer,
  public boolean not null default false,
  created_at timestamptz not null,
  primary key (gemeente, id)
);
create index file_by_object on file (gemeente, object_id);
create index file_by_draft on file (gemeente, draft_id) where draft_id is not null;
call protect_tenant_table('file');

-- A form of several pages, written only after the guard has seen the page; gone after 24 hours.
create table draft (
  gemeente text not null references tenant,
  id uuid not null,
  key_hash text not null,
  form text not null,
  content bytea not null,
  result_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (gemeente, id)
);
create unique index draft_by_key on draft (gemeente, key_hash);
create index draft_expiry on draft (gemeente, expires_at);
call protect_tenant_table('draft');

-- A form sent twice answers twice with the same result.
create table idempotency (
  gemeente text not null references tenant,
  key_hash text not null,
  result_id uuid not null,
  created_at timestamptz not null,
  primary key (gemeente, key_hash)
);
create index idempotency_by_time on idempotency (gemeente, created_at);
call protect_tenant_table('idempotency');

-- How often a key (an address's keyed hash, a form) was used in a window; shared by all processes.
create table rate_count (
  gemeente text not null references tenant,
  bucket text not null,
  window_start timestamptz not null,
  used integer not null,
  primary key (gemeente, bucket, window_start)
);
create index rate_count_by_time on rate_count (gemeente, window_start);
call protect_tenant_table('rate_count');
