import { type Context, defineCommand } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { openSignaal } from '../../commands/open.ts';
import { refuse } from '../../errors.ts';
import { identifiesPerson } from '../../rules/identifies.ts';
import { changeSignaal } from '../../store/move.ts';

interface Published {
  readonly signaalId: string;
  /** The words as everybody may read them; empty: no text is shown. */
  readonly text: string;
  /** The photos that everybody may see; all others are not public. */
  readonly fileIds: readonly string[];
}

/**
 * A person clears a text in his own wording and photos one by one; without that nothing is public (issue 3, 6; C5.2).
 * The guard runs again and nothing overrides it. Throws `text_names_person`, `nothing_to_publish`, and
 * `not_for_public` for a complaint about conduct and for a sensitive subject (C5.7).
 */
export const publishSignaal = defineCommand<Published, void>({
  name: 'signaal.publish',
  action: 'signaal.publish',
  run: async (context, { signaalId, text, fileIds }) => {
    const { signaal } = await openSignaal(context, signaalId);
    if (signaal.kind === 'complaint' || (await isSensitive(context, signaal.category_id))) {
      throw refuse('not_for_public');
    }
    if (identifiesPerson(text)) {
      throw refuse('text_names_person', { fields: { tekst: 'text_names_person' } });
    }
    const shown = await showFiles(context, signaalId, fileIds);
    if (text === '' && shown.length === 0) {
      throw refuse('nothing_to_publish', { fields: { tekst: 'nothing_to_publish' } });
    }
    await changeSignaal(context, signaal, 'published', {
      public_text: text === '' ? null : text,
      cleared_by: context.principal.id,
      cleared_at: context.now,
    });
    context.record({
      noun: 'signaal',
      objectId: signaalId,
      action: 'photos_cleared',
      after: { files: shown },
    });
  },
});

/** Takes text and photos back: from that moment on nobody outside sees them. Doing it twice is no fault. */
export const unpublishSignaal = defineCommand<{ signaalId: string }, void>({
  name: 'signaal.unpublish',
  action: 'signaal.publish',
  run: async (context, { signaalId }) => {
    const { signaal } = await openSignaal(context, signaalId);
    if (signaal.cleared_at === null) return;
    await showFiles(context, signaalId, []);
    const nothing = { public_text: null, cleared_by: null, cleared_at: null };
    await changeSignaal(context, signaal, 'unpublished', nothing);
  },
});

const SENSITIVE = `
  select 1 from category c left join category g on g.gemeente = $1 and g.id = c.parent_id
  where c.gemeente = $1 and c.id = $2 and (c.sensitive or coalesce(g.sensitive, false))`;

const isSensitive = async ({ db, gemeente }: Context, categoryId: string | null): Promise<boolean> =>
  categoryId !== null && (await runSql(db, SENSITIVE, [gemeente, categoryId])).length > 0;

const SHOW = `
  update file set public = (id::text = any ($3::text[]))
  where gemeente = $1 and object_id = $2 and object_kind = any (array['signaal', 'outcome'])
  returning id, public`;

/** Makes just these photos of a signaal public; gives which. Ids that are not its own do nothing. */
const showFiles = async (
  { db, gemeente }: Context,
  signaalId: string,
  ids: readonly string[],
): Promise<string[]> => {
  const rows = await runSql<{ id: string; public: boolean }>(db, SHOW, [gemeente, signaalId, [...ids]]);
  return rows.filter((row) => row.public).map(({ id }) => id);
};
