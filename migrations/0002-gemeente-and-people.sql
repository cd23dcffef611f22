-- Areas as sets of buurten in several named divisions with dates (rapport L220-222, L530-554, L338).
create table buurt (
  gemeente text not null references tenant,
  id uuid not null,
  code text not null,
  name text not null,
  official_wijk_code text,
  official_wijk_name text,
  outline jsonb,
  outline_source text not null,
  residents integer,
  residents_at date,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id),
  check (valid_to is null or valid_to > valid_from)
);
create unique index buurt_by_code on buurt (gemeente, code, valid_from);
call protect_tenant_table('buurt');

create table division (
  gemeente text not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('wijk', 'focus_area', 'portfolio')),
  name text not null,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id)
);
call protect_tenant_table('division');

create table area (
  gemeente text not null references tenant,
  id uuid not null,
  division_id uuid not null,
  code text not null,
  name text not null,
  printed_residents integer,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id),
  foreign key (gemeente, division_id) references division
);
create unique index area_by_code on area (gemeente, division_id, code, valid_from);
call protect_tenant_table('area');

create table area_buurt (
  gemeente text not null references tenant,
  area_id uuid not null,
  buurt_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, area_id, buurt_id, valid_from),
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, buurt_id) references buurt
);
create index area_buurt_by_buurt on area_buurt (gemeente, buurt_id);
call protect_tenant_table('area_buurt');

create table street (
  gemeente text not null references tenant,
  id uuid not null,
  name text not null,
  search_name text collate "C" not null,
  buurt_id uuid not null,
  lat double precision,
  lon double precision,
  primary key (gemeente, id),
  foreign key (gemeente, buurt_id) references buurt
);
create index street_by_name on street (gemeente, search_name, id);
call protect_tenant_table('street');

create table department (
  gemeente text not null references tenant,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('desk', 'vakafdeling', 'wijkregie', 'complaints', 'partner')),
  public_contact text,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id)
);
call protect_tenant_table('department');

create table location (
  gemeente text not null references tenant,
  id uuid not null,
  name text not null,
  address text not null,
  opening_hours text not null,
  phone text,
  buurt_id uuid,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id),
  foreign key (gemeente, buurt_id) references buurt
);
call protect_tenant_table('location');

create table account (
  gemeente text not null references tenant,
  id uuid not null,
  name text not null,
  email text not null check (email = lower(email)),
  lang text not null default 'nl' check (lang in ('nl', 'en')),
  active boolean not null default true,
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  invented boolean not null default false,
  created_at timestamptz not null,
  primary key (gemeente, id)
);
create unique index account_by_email on account (gemeente, email);
create index account_by_time on account (gemeente, created_at, id);
call protect_tenant_table('account');

-- The words of a name and an address, by whose beginnings an account is found.
create table account_word (
  gemeente text not null references tenant,
  word text collate "C" not null,
  account_id uuid not null,
  primary key (gemeente, word, account_id),
  foreign key (gemeente, account_id) references account
);
create index account_word_by_account on account_word (gemeente, account_id);
call protect_tenant_table('account_word');

-- Rights derive from role holdings with dates, never from a flag (product.md C2.1).
create table role_holding (
  gemeente text not null references tenant,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  department_id uuid,
  area_id uuid,
  on_behalf_of uuid,
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, account_id) references account,
  foreign key (gemeente, department_id) references department,
  foreign key (gemeente, area_id) references area,
  check (valid_to is null or valid_to > valid_from)
);
create index role_holding_by_account on role_holding (gemeente, account_id, valid_from);
create index role_holding_by_role on role_holding (gemeente, role, valid_from);
call protect_tenant_table('role_holding');

create table sign_in_link (
  gemeente text not null references tenant,
  id uuid not null,
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, account_id) references account
);
create unique index sign_in_link_by_token on sign_in_link (gemeente, token_hash);
call protect_tenant_table('sign_in_link');

create table session (
  gemeente text not null references tenant,
  id uuid not null,
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  second_factor_at timestamptz,
  demo boolean not null default false,
  primary key (gemeente, id),
  foreign key (gemeente, account_id) references account
);
create unique index session_by_token on session (gemeente, token_hash);
create index session_by_expiry on session (gemeente, expires_at);
create index session_by_account on session (gemeente, account_id);
call protect_tenant_table('session');
