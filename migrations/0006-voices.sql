-- More voices (rapport L254-256, L973-974, L1004-1005; product.md 0.2 D19, D22): who speaks and how are two things.
alter table signaal drop constraint signaal_source_check;
alter table signaal add constraint signaal_source_check check (source in ('resident', 'entrepreneur', 'group', 'partner',
  'staff', 'councillor', 'care_network'));
alter table signaal drop constraint signaal_channel_check;
alter table signaal add constraint signaal_channel_check check (channel in ('web', 'desk', 'phone', 'paper', 'mail',
  'rondgang', 'street'));

alter table signaal
  -- the organisation that speaks, when the source is a partner
  add column source_department_id uuid,
  -- a councillor passes on what a resident said with that resident's consent
  add column consent_at timestamptz,
  -- "ik ook": somebody who joined what another had told; its own row, code and contact, and in the state duplicate
  add column joined boolean not null default false,
  -- public only after a person cleared it
  add column public_text text,
  add column cleared_by uuid,
  add column cleared_at timestamptz,
  add foreign key (gemeente, source_department_id) references department;
create index signaal_cleared on signaal (gemeente, buurt_id, cleared_at, id) where cleared_at is not null;
create index signaal_by_original on signaal (gemeente, duplicate_of, received_at, id) where duplicate_of is not null;
create index signaal_by_source on signaal (gemeente, source, received_at, id) where source <> 'resident';

-- A partner organisation without accounts gives signalen by a link that ends.
create table partner_link (
  gemeente text not null references tenant,
  id uuid not null,
  department_id uuid not null,
  token_hash text not null,
  label text not null,
  made_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, department_id) references department,
  foreign key (gemeente, made_by) references account
);
create unique index partner_link_by_token on partner_link (gemeente, token_hash);
create index partner_link_by_department on partner_link (gemeente, department_id, created_at, id);
call protect_tenant_table('partner_link');

-- What was given by a link is seen again by whoever has that link, as long as it lasts.
alter table signaal
  add column partner_link_id uuid,
  add foreign key (gemeente, partner_link_id) references partner_link;
create index signaal_by_partner_link on signaal (gemeente, partner_link_id, received_at, id)
  where partner_link_id is not null;

-- A collective pattern from the care network: theme, area and a size class; never a case (product.md C1.10, C5).
create table care_pattern (
  gemeente text not null references tenant,
  id uuid not null,
  number bigint not null,
  category_id uuid not null,
  area_id uuid not null,
  size_class text not null check (size_class in ('5_to_10', '11_to_25', '26_or_more')),
  note text,
  state text not null check (state in ('offered', 'asked', 'accepted', 'declined')),
  question text,
  answer text,
  decision_note text,
  given_by uuid not null,
  created_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, category_id) references category,
  foreign key (gemeente, area_id) references area,
  foreign key (gemeente, given_by) references account
);
create unique index care_pattern_by_number on care_pattern (gemeente, number);
create index care_pattern_by_area on care_pattern (gemeente, area_id, created_at, id);
create index care_pattern_by_giver on care_pattern (gemeente, given_by, created_at, id);
create index care_pattern_by_state on care_pattern (gemeente, state, created_at, id);
call protect_tenant_table('care_pattern');
