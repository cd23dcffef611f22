import type { Settings } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { startTerms } from '../store/terms.ts';

/** A part of a signaal that is offered to a department. */
export interface Offer {
  readonly signaalId: string;
  readonly departmentId: string;
  readonly offeredBy: 'rule' | 'desk' | 'wijkregisseur' | 'reopening';
  /** How promising (1-3), how useful (1-3) and one sentence; asked of a wijkregisseur (S8, 0.2 D6). */
  readonly advice?: { readonly promising: number; readonly useful: number; readonly sentence: string };
}

/** Offers a part to a department and starts its terms: accept or return in three working days (C4). Gives its id. */
export const startAssignment = async (
  context: Context,
  settings: Settings,
  offer: Offer,
): Promise<string> => {
  const { gemeente, now } = context;
  const id = newId();
  await runSql(
    context.db,
    `insert into assignment (gemeente, id, signaal_id, sequence, department_id, state, offered_at, offered_by,
       promising, useful, advice, state_since)
     select $1, $2, $3, coalesce(max(sequence), 0) + 1, $4, 'offered', $5, $6, $7, $8, $9, $5
     from assignment where gemeente = $1 and signaal_id = $3`,
    [
      gemeente,
      id,
      offer.signaalId,
      offer.departmentId,
      now,
      offer.offeredBy,
      offer.advice?.promising ?? null,
      offer.advice?.useful ?? null,
      offer.advice?.sentence ?? null,
    ],
  );
  const terms =
    offer.offeredBy === 'reopening' ? (['reopened'] as const) : (['assignment', 'assignment_late'] as const);
  await startTerms(context, settings, terms, { kind: 'assignment', id });
  context.record({
    noun: 'assignment',
    objectId: id,
    action: 'offered',
    after: {
      signaal_id: offer.signaalId,
      department_id: offer.departmentId,
      state: 'offered',
      offered_by: offer.offeredBy,
      promising: offer.advice?.promising ?? null,
      useful: offer.advice?.useful ?? null,
    },
  });
  return id;
};
