import { isPlainDate } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { lockRow, mustBeVersion, storeRow } from '#platform/command/rows.ts';
import { newId } from '#platform/database/ids.ts';
import { refuseField } from '../errors.ts';
import { type Dated, normalDated } from '../rules/dated.ts';
import { externalLink } from '../rules/external-link.ts';
import { aboutInHistory, storeAbout } from './about.ts';
import type { DocumentInput } from './types.ts';

/**
 * Registers a document of college or raad; what it replaces is marked so, unless that was rejected (product.md S39).
 * Throws `title_missing`, `words_too_long`, `date_unreadable`, `link_unreadable`, `document_unknown`, `object_unknown`.
 * Gives its id.
 */
export const registerDocument = defineCommand<DocumentInput, string>({
  name: 'document.register',
  action: 'council.register',
  run: async (context, input) => {
    context.allow();
    const id = newId();
    const row = rowOf(input);
    await context.db
      .insertInto('document')
      .values({
        gemeente: context.gemeente,
        id,
        ...row,
        release_id: input.releaseId ?? null,
        created_at: context.now,
      })
      .execute();
    await replace(context, id, input.replacesId);
    await storeAbout(context, 'document', id, input.about);
    context.record({
      noun: 'document',
      objectId: id,
      action: 'registered',
      after: { ...row, about: aboutInHistory(input.about) },
    });
    context.emit('document.registered', id);
    return id;
  },
});

/** Changes what the register says of a document. Throws as {@link registerDocument}, and `changed_meanwhile`. */
export const changeDocument = defineCommand<
  DocumentInput & { readonly documentId: string; readonly version: number },
  void
>({
  name: 'document.change',
  action: 'council.register',
  run: async (context, { documentId, version, ...input }) => {
    context.allow();
    const before = await lockDocument(context, documentId);
    mustBeVersion(before, version);
    if (input.replacesId === documentId) throw refuseField('replaces', 'replaces_itself');
    const row = rowOf(input);
    await storeRow(context, 'document', before, row);
    await replace(context, documentId, input.replacesId);
    await storeAbout(context, 'document', documentId, input.about);
    const { kind, number, title, dated_on, status, link, replaces_id } = before;
    context.record({
      noun: 'document',
      objectId: documentId,
      action: 'changed',
      before: { kind, number, title, dated_on, status, link, replaces_id },
      after: { ...row, about: aboutInHistory(input.about) },
    });
  },
});

const MOST_TITLE = 300;
const MOST_TEXT = 4000;

/** A text that is there and not too long. */
export const mustFit = (field: string, text: string, most = MOST_TEXT): string => {
  if (text.trim().length > most) throw refuseField(field, 'words_too_long');
  return text.trim();
};

/** A day that exists, as exactly as it is known. */
export const mustBeDated = (field: string, dated: Dated): Dated => {
  if (!isPlainDate(dated.on)) throw refuseField(field, 'date_unreadable');
  return normalDated(dated);
};

const rowOf = (input: DocumentInput) => {
  const title = mustFit('title', input.title, MOST_TITLE);
  if (title === '') throw refuseField('title', 'title_missing');
  const dated = mustBeDated('dated', input.dated);
  const link = mustFit('link', input.link, 1000);
  const known = link === '' ? null : externalLink(link);
  if (link !== '' && known === null) throw refuseField('link', 'link_unreadable');
  return {
    kind: input.kind,
    number: mustFit('number', input.number, 60) || null,
    title,
    dated_on: dated.on,
    dated_precision: dated.precision,
    status: input.status,
    summary: mustFit('summary', input.summary),
    link: known?.href ?? null,
    source: mustFit('source', input.source, 300),
    replaces_id: input.replacesId,
  };
};

const lockDocument = (context: Context, id: string) => lockRow(context, 'document', id);

const replace = async (context: Context, id: string, replacesId: string | null): Promise<void> => {
  if (replacesId === null) return;
  const { db, gemeente } = context;
  const old = await db
    .selectFrom('document')
    .select(['id', 'status'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', replacesId)
    .forUpdate()
    .executeTakeFirst();
  if (!old || old.id === id) throw refuseField('replaces', 'document_unknown');
  if (old.status === 'rejected' || old.status === 'replaced') return;
  await db
    .updateTable('document')
    .set((row) => ({ status: 'replaced', version: row('version', '+', 1) }))
    .where('gemeente', '=', gemeente)
    .where('id', '=', replacesId)
    .execute();
  context.record({
    noun: 'document',
    objectId: replacesId,
    action: 'replaced',
    before: { status: old.status },
    after: { status: 'replaced', replaced_by: id },
  });
};
