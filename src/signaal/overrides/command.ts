import { notify } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { lockRow, mustBeVersion, storeRow } from '#platform/command/rows.ts';
import { refuse } from '../errors.ts';
import { inspectText, maskText, mustRemove } from '../guard.ts';
import { identifiesPerson } from '../rules/identifies.ts';
import { insertNote } from '../store/feedback.ts';
import { insertWords } from '../store/insert.ts';
import { lockSignaal } from '../store/load.ts';
import { changeSignaal } from '../store/move.ts';
import { OVERRIDE_REVIEWED } from './paths.ts';

/** What the privacy officer can make of a text that was kept. */
export const verdicts = ['may_stay', 'removed'] as const;

interface Reviewed {
  readonly overrideId: string;
  /** The version that its reader saw. */
  readonly version: number;
  readonly verdict: (typeof verdicts)[number];
  /** For whoever kept it; may be empty. */
  readonly remark: string;
}

/**
 * The privacy officer looked at what the desk kept in spite of the guard (C5.2, C3 "gate audit"): it may stay, or dots
 * take the place of what the guard sees. Throws `changed_meanwhile`, `step_not_allowed` the second time, and
 * `text_names_person` for a remark that does.
 */
export const reviewOverride = defineCommand<Reviewed, void>({
  name: 'guard_override.review',
  action: 'override.review',
  run: async (context, { overrideId, version, verdict, remark }) => {
    context.allow();
    const row = await lockRow(context, 'guard_override', overrideId);
    mustBeVersion(row, version);
    if (row.verdict !== null) throw refuse('step_not_allowed', { status: 409 });
    if (identifiesPerson(remark)) {
      throw refuse('text_names_person', { fields: { opmerking: 'text_names_person' } });
    }
    if (verdict === 'removed') await removePersons(context, row.signaal_id);
    await storeRow(context, 'guard_override', row, {
      verdict,
      // The reason was typed beside the text and may repeat what now goes.
      reason: verdict === 'removed' ? masked(row.reason) : row.reason,
      remark: remark === '' ? null : remark,
      reviewed_by: context.principal.id,
      reviewed_at: context.now,
    });
    context.record({
      noun: 'guard_override',
      objectId: row.id,
      action: 'reviewed',
      before: { verdict: null },
      after: { verdict, signaal_id: row.signaal_id, remark: secret(remark) },
    });
    if (remark !== '') await insertNote(context, row.signaal_id, remark);
    if (remark !== '' || verdict === 'removed') {
      await notify(context, [row.account_id], OVERRIDE_REVIEWED, 'signaal', row.signaal_id);
    }
  },
});

const masked = (text: string): string => maskText(text, mustRemove(inspectText(text)));

/** Puts dots in the text, the note on the place and the street, and forgets the words to search by that were there. */
const removePersons = async (context: Context, signaalId: string): Promise<void> => {
  const { db, gemeente } = context;
  const signaal = await lockSignaal(context, signaalId);
  const { text, place_note, street } = signaal;
  if (text === null || !identifiesPerson(text, place_note ?? '', street ?? '')) return;
  const change = {
    text: masked(text),
    place_note: place_note === null ? null : masked(place_note),
    ...(identifiesPerson(street ?? '') ? { street: null, street_search: null } : {}),
  };
  await changeSignaal(context, signaal, 'persons_removed', change);
  await db
    .deleteFrom('signaal_word')
    .where('gemeente', '=', gemeente)
    .where('signaal_id', '=', signaalId)
    .execute();
  const shownStreet = identifiesPerson(street ?? '') ? '' : (street ?? '');
  await insertWords(context, signaalId, `${change.text} ${shownStreet} ${change.place_note ?? ''}`);
};
