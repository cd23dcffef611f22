import { reachesObject } from '#people/index.ts';
import { defineCommand } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound, Refusal } from '#platform/errors.ts';
import { endTerms } from '#platform/terms.ts';
import { refuse } from '../knelpunt/errors.ts';

/**
 * Puts a suggestion away with a reason; it stays away until it has grown (S3). Throws "not found" outside one's own area,
 * `suggestion_settled` when somebody was first, `knelpunt_reason_missing`.
 */
export const dismissPattern = defineCommand<{ suggestionId: string; reason: string }, void>({
  name: 'pattern.dismiss',
  action: 'pattern.settle',
  run: async (context, { suggestionId, reason }) => {
    if (!isId(suggestionId)) throw notFound();
    const [held] = await runSql<{ state: string; buurt_id: string | null }>(
      context.db,
      'select state, buurt_id from pattern_suggestion where gemeente = $1 and id = $2 for update',
      [context.gemeente, suggestionId],
    );
    if (!held) throw notFound();
    try {
      context.allow(reachesObject(context.principal, { buurtIds: held.buurt_id ? [held.buurt_id] : [] }));
    } catch (error) {
      throw error instanceof Refusal ? notFound() : error;
    }
    if (reason.trim() === '') {
      throw refuse('knelpunt_reason_missing', { fields: { reason: 'knelpunt_reason_missing' } });
    }
    if (held.state !== 'open') throw refuse('suggestion_settled', { status: 409 });
    await runSql(
      context.db,
      `update pattern_suggestion set state = 'dismissed', dismissed_reason = $3, settled_at = $4, settled_by = $5
       where gemeente = $1 and id = $2`,
      [context.gemeente, suggestionId, reason.trim(), context.now, context.principal.id],
    );
    await endTerms(context, [suggestionId], 'all', 'met');
    context.record({
      noun: 'pattern_suggestion',
      objectId: suggestionId,
      action: 'dismissed',
      before: { state: 'open' },
      after: { state: 'dismissed' },
    });
  },
});
