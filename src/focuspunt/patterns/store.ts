import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { endTerms } from '#platform/terms.ts';
import { refuse } from '../knelpunt/errors.ts';

/** A knelpunt was made of a suggestion. Throws "not found", and `suggestion_settled` when somebody was first. */
export const settleSuggestion = async (
  context: Context,
  suggestionId: string,
  knelpuntId: string,
): Promise<void> => {
  const { db, gemeente, now, principal } = context;
  if (!isId(suggestionId)) throw notFound();
  const [held] = await runSql<{ state: string }>(
    db,
    'select state from pattern_suggestion where gemeente = $1 and id = $2 for update',
    [gemeente, suggestionId],
  );
  if (!held) throw notFound();
  if (held.state !== 'open') throw refuse('suggestion_settled', { status: 409 });
  await runSql(
    db,
    `update pattern_suggestion set state = 'bundled', knelpunt_id = $3, settled_at = $4, settled_by = $5
     where gemeente = $1 and id = $2`,
    [gemeente, suggestionId, knelpuntId, now, principal.id],
  );
  await endTerms(context, [suggestionId], 'all', 'met');
  context.record({
    noun: 'pattern_suggestion',
    objectId: suggestionId,
    action: 'bundled',
    before: { state: 'open' },
    after: { state: 'bundled', knelpunt_id: knelpuntId },
  });
};
