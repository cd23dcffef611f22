-- The privacy officer looks at each text that the desk kept in spite of the guard (C5.2): who did, when, and what came of it.
alter table guard_override
  add column version integer not null default 1,
  add column verdict text check (verdict in ('may_stay', 'removed')),
  add column remark text,
  add column reviewed_by uuid,
  add column reviewed_at timestamptz,
  add constraint guard_override_reviewed check ((verdict is null) = (reviewed_at is null)),
  add foreign key (gemeente, reviewed_by) references account;
create index guard_override_open on guard_override (gemeente, at, id) where verdict is null;
