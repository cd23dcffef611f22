-- Destruction lists (Archiefwet; selectielijst gemeenten 2020): what may go is listed, two people approve, the program
-- destroys and keeps a certificate. What is kept for ever never stands on a list.
create table destruction_list (
  gemeente text not null references tenant,
  id uuid not null,
  number bigint not null,
  state text not null check (state in ('drawn_up', 'approved_once', 'approved', 'executed', 'cancelled')),
  -- whatever had to be kept until this day or less
  reference_day date not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  first_approved_by uuid,
  first_approved_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancel_reason text,
  executed_at timestamptz,
  -- SHA-256 over the lines as they were destroyed: whoever holds a copy of the list can prove it is this one
  digest text,
  version integer not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, drawn_by) references account,
  foreign key (gemeente, first_approved_by) references account,
  foreign key (gemeente, approved_by) references account,
  foreign key (gemeente, cancelled_by) references account,
  -- two pairs of eyes, also when a program forgets
  check (approved_by is null or (first_approved_by is not null and approved_by <> first_approved_by)),
  check (state not in ('approved', 'executed') or approved_by is not null),
  check ((state = 'executed') = (executed_at is not null and digest is not null)),
  check ((state = 'cancelled') = (cancelled_by is not null and cancel_reason is not null))
);
create unique index destruction_list_by_number on destruction_list (gemeente, number);
create index destruction_list_by_time on destruction_list (gemeente, drawn_at, id);
create unique index destruction_list_open_once on destruction_list (gemeente)
  where state in ('drawn_up', 'approved_once', 'approved');
call protect_tenant_table('destruction_list');

create table destruction_item (
  gemeente text not null references tenant,
  list_id uuid not null,
  id uuid not null,
  class text not null,
  object_id uuid not null,
  label text not null,
  started_on date not null,
  keep_until date not null,
  state text not null check (state in ('listed', 'kept', 'destroyed', 'skipped')),
  kept_reason text,
  kept_by uuid,
  -- looked at again after this day
  kept_until date,
  settled_at timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, list_id) references destruction_list,
  foreign key (gemeente, kept_by) references account,
  check ((state = 'kept') = (kept_reason is not null and kept_by is not null and kept_until is not null))
);
create unique index destruction_item_once on destruction_item (gemeente, list_id, class, object_id);
create index destruction_item_by_class on destruction_item (gemeente, list_id, class, started_on, id);
create index destruction_item_by_list on destruction_item (gemeente, list_id, id);
create index destruction_item_kept on destruction_item (gemeente, class, object_id) where state = 'kept';
call protect_tenant_table('destruction_item');

-- A signaal whose time has come keeps only what counts: subject, buurt, dates and outcome (product.md C5.6).
alter table signaal add column destroyed_at timestamptz;
create index signaal_ended on signaal (gemeente, state_since, id)
  where destroyed_at is null and state in ('answered', 'duplicate', 'referred', 'closed', 'withdrawn');
create index guard_override_by_signaal on guard_override (gemeente, signaal_id);
create index knot_ended on knot (gemeente, state_since, id) where state in ('decided', 'executed', 'dropped');
create index care_pattern_ended on care_pattern (gemeente, decided_at, id) where decided_at is not null;
create index technical_question_ended on technical_question (gemeente, answered_at, id) where answered_at is not null;
create index wijk_memory_ended on wijk_memory (gemeente, ends_on, id) where ends_on is not null;
create index late_stack_ended on late_stack (gemeente, answered_at, id) where answered_at is not null;
