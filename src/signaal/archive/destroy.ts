import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { seal } from '#platform/secrets/index.ts';
import { newCode } from '#platform/speakable-code/index.ts';
import { codeHashOf, codePlace } from '../store/insert.ts';
import { lockSignaal, type Signaal } from '../store/load.ts';
import { WIPED_TEXT, wipeReporters } from '../store/wipe.ts';

/** States in which a signaal has come to its end; its time to be kept began when it came there. */
export const ENDED = ['answered', 'duplicate', 'referred', 'closed', 'withdrawn'] as const;

/** Whether its time is over: it ended on or before `until`, and so did what it was joined to. */
const isOver = async (context: Context, signaal: Signaal, until: Date): Promise<boolean> => {
  const ended = ENDED.some((state) => state === signaal.state) && signaal.state_since <= until;
  if (!ended || signaal.destroyed_at !== null) return false;
  if (signaal.duplicate_of === null) return true;
  const root = await lockSignaal(context, signaal.duplicate_of);
  return ENDED.some((state) => state === root.state) && root.state_since <= until;
};

/**
 * Takes the content out of a signaal whose time is over and leaves what counts: subject, buurt, dates, outcome and who
 * had a part (product.md C5.6: "then counts only"). Gives false when it was opened anew meanwhile.
 */
export const destroySignaal = async (context: Context, id: string, until: Date): Promise<boolean> => {
  const { db, gemeente, now } = context;
  const signaal = await lockSignaal(context, id);
  if (!(await isOver(context, signaal, until))) return false;
  await wipeReporters(context, id, { alsoText: true, action: 'wiped' });
  await emptyConversation(context, id);
  // Nobody was ever told this code: the one on the slip finds nothing any more.
  const code = newCode();
  await db
    .updateTable('signaal')
    .set({
      text: null,
      text_wiped_at: signaal.text_wiped_at ?? now,
      public_text: null,
      cleared_by: null,
      cleared_at: null,
      place_kind: coarse(signaal),
      street: null,
      street_search: null,
      place_note: null,
      lat: null,
      lon: null,
      cell: null,
      registered_by: null,
      code_hash: codeHashOf(context, code),
      code_sealed: seal(context.world.keyring, code, codePlace(gemeente, id)),
      destroyed_at: now,
      version: signaal.version + 1,
    })
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .execute();
  context.record({
    noun: 'signaal',
    objectId: id,
    action: 'destroyed',
    before: { state: signaal.state },
    after: { number: Number(signaal.number) },
  });
  return true;
};

/** A place that is no more than a buurt. */
const coarse = ({ place_kind, buurt_id }: Signaal): Signaal['place_kind'] => {
  if (place_kind === 'outside' || place_kind === 'unknown') return place_kind;
  return buurt_id === null ? 'unknown' : 'buurt';
};

const EMPTY: readonly string[] = [
  `update feedback set text = $3, text_wiped_at = case when text_wiped_at is null then $4 else text_wiped_at end
   where gemeente = $1 and signaal_id = $2`,
  `update assignment set advice = null, return_note = null,
     answer = case when answer is null then null else $3 end,
     version = version + 1 where gemeente = $1 and signaal_id = $2`,
];

const REMOVE: readonly string[] = [
  'delete from file where gemeente = $1 and object_id = $2',
  'delete from message where gemeente = $1 and object_id = $2',
  'delete from guard_override where gemeente = $1 and signaal_id = $2',
];

/** Empties what was said and answered, and removes photos, messages and the desk's reasons. */
const emptyConversation = async ({ db, gemeente, now }: Context, id: string): Promise<void> => {
  for (const [index, sql] of EMPTY.entries())
    await runSql(db, sql, index === 0 ? [gemeente, id, WIPED_TEXT, now] : [gemeente, id, WIPED_TEXT]);
  for (const sql of REMOVE) await runSql(db, sql, [gemeente, id]);
};
