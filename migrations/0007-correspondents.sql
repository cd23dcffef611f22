-- People beside reporters and accounts who asked for news or were asked for advice: sealed, with their own clock.
create table correspondent (
  gemeente text not null references tenant,
  id uuid not null,
  purpose text not null check (purpose in ('follow', 'advice', 'press')),
  sealed bytea,
  mail_index text,
  lang text not null default 'nl' check (lang in ('nl', 'en')),
  token_hash text not null,
  token_sealed bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  wiped_at timestamptz,
  primary key (gemeente, id),
  check ((sealed is null) = (wiped_at is not null))
);
create unique index correspondent_by_token on correspondent (gemeente, token_hash);
create index correspondent_by_mail on correspondent (gemeente, mail_index, purpose) where wiped_at is null;
create index correspondent_by_time on correspondent (gemeente, created_at, id);
call protect_tenant_table('correspondent');

alter table message drop constraint message_recipient_kind_check;
alter table message add constraint message_recipient_kind_check
  check (recipient_kind in ('reporter', 'account', 'correspondent'));

-- Who follows what: residents by mail, councillors once a quarter (product.md D9, screens.md).
create table follow (
  gemeente text not null references tenant,
  id uuid not null,
  object_kind text not null check (object_kind in ('area', 'focuspunt', 'category')),
  object_id uuid not null,
  account_id uuid,
  correspondent_id uuid,
  rhythm text not null check (rhythm in ('news', 'quarter')),
  created_at timestamptz not null,
  last_told_at timestamptz,
  ended_at timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, account_id) references account,
  foreign key (gemeente, correspondent_id) references correspondent,
  check ((account_id is null) <> (correspondent_id is null))
);
create index follow_by_object on follow (gemeente, object_kind, object_id, id) where ended_at is null;
create index follow_by_account on follow (gemeente, account_id, created_at, id) where account_id is not null;
create index follow_by_correspondent on follow (gemeente, correspondent_id) where correspondent_id is not null;
call protect_tenant_table('follow');

-- The wijkteam: which organisation sits in it for an area, in which function, from when to when (rapport L270-275).
create table wijkteam_member (
  gemeente text not null references tenant,
  id uuid not null,
  area_id uuid not null,
  department_id uuid not null,
  function text not null,
  account_id uuid,
  correspondent_id uuid,
  public_contact text,
  standing boolean not null default true,
  valid_from date not null,
  valid_to date,
  primary key (gemeente, id),
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, department_id) references department,
  foreign key (gemeente, account_id) references account,
  foreign key (gemeente, correspondent_id) references correspondent,
  check (valid_to is null or valid_to > valid_from)
);
create index wijkteam_member_by_area on wijkteam_member (gemeente, area_id, valid_from, id);
create index wijkteam_member_by_account on wijkteam_member (gemeente, account_id) where account_id is not null;
call protect_tenant_table('wijkteam_member');

-- The memory of a wijk: what a desk worker must know today, and who does what (product.md S50).
create table wijk_memory (
  gemeente text not null references tenant,
  id uuid not null,
  area_id uuid not null,
  kind text not null check (kind in ('rondgang', 'closed_street', 'whom_to_call', 'sensitive', 'who_does_what', 'note')),
  text text not null,
  starts_on date not null,
  ends_on date,
  public boolean not null default false,
  made_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, made_by) references account,
  check (ends_on is null or ends_on >= starts_on)
);
create index wijk_memory_by_area on wijk_memory (gemeente, area_id, starts_on, id) where ended_at is null;
call protect_tenant_table('wijk_memory');
