-- Neighbours (product.md 0.2 D11, C1.1): whoever joins or is merged follows the root, and speaks for himself on it.
alter table signaal
  -- what this voice was joined to or merged into itself; duplicate_of is always the root, so that nobody follows a dead end
  add column merged_into uuid,
  add foreign key (gemeente, merged_into) references signaal;

alter table feedback
  -- the joined voice that said this on the root; null when the root's own reporter or the municipality speaks
  add column voice_id uuid,
  add foreign key (gemeente, voice_id) references signaal;
create index feedback_by_voice on feedback (gemeente, voice_id, created_at, id) where voice_id is not null;
