import { defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { refuseField } from '../errors.ts';
import type { Dated } from '../rules/dated.ts';
import { mustBeDated, mustFit } from './documents.ts';

interface PositionInput {
  readonly documentId: string;
  readonly party: string;
  readonly stance: 'for' | 'against';
  readonly taken: Dated;
  readonly source: string;
}

/**
 * Keeps a fraction's point of view on a document, with its date and where it is known from; a later one is a new row
 * (rapport L356-360). Throws `party_missing`, `source_missing`, `date_unreadable`, `words_too_long`. Gives its id.
 */
export const takePosition = defineCommand<PositionInput, string>({
  name: 'document.take_position',
  action: 'council.register',
  run: async (context, input) => {
    context.allow();
    const { db, gemeente } = context;
    const party = mustFit('party', input.party, 100);
    if (party === '') throw refuseField('party', 'party_missing');
    const source = mustFit('position_source', input.source, 300);
    if (source === '') throw refuseField('position_source', 'source_missing');
    const taken = mustBeDated('taken', input.taken);
    const document = await db
      .selectFrom('document')
      .select('id')
      .where('gemeente', '=', gemeente)
      .where('id', '=', input.documentId)
      .forShare()
      .executeTakeFirst();
    if (!document) throw notFound();
    const id = newId();
    const row = { party, stance: input.stance, taken_on: taken.on, taken_precision: taken.precision, source };
    await db
      .insertInto('council_position')
      .values({ gemeente, id, document_id: document.id, ...row })
      .execute();
    context.record({
      noun: 'council_position',
      objectId: id,
      action: 'taken',
      after: { document_id: document.id, ...row },
    });
    return id;
  },
});
