import type { Context } from '#platform/command/command.ts';
import type { Tally } from './report.ts';
import { draftOf, soughtStreet, tellDraft } from './rules/draft.ts';
import type { Mapping } from './rules/mapping.ts';
import type { PreparedRow, Rejected } from './rules/prepare.ts';
import { type Found, repeated, type SortedRows } from './sort-out.ts';
import { insertDrafts, newKeys } from './store/insert.ts';
import { type EndedThere, endKnown, type KnownRow, knownRows } from './store/known.ts';
import { insertRejections } from './store/runs.ts';
import { startOpen } from './store/start.ts';
import { buurtenOfStreets, readTown } from './store/town.ts';

/** Which import takes rows; without an id nothing is stored, only counted. */
export interface Taking {
  readonly runId: string | null;
  readonly mapping: Mapping;
  readonly tally: Tally;
}

/**
 * Takes a batch of read rows over inside the open transaction: what is new is stored, what ended there is closed, what is
 * known stays, and what cannot be is told by line and reason. Gives what was rejected.
 */
export const takeRows = async (
  context: Context,
  { runId, mapping, tally }: Taking,
  { rows, found, rejected: unread }: SortedRows,
): Promise<readonly Rejected[]> => {
  const rejected = [...unread];
  tally.count('rows', rows);
  const known = await knownRows(
    context,
    mapping.system,
    found.map(({ ref }) => ref),
  );
  const fresh: Found[] = [];
  const ended: EndedThere[] = [];
  for (const { row, ref } of found) {
    const before = known.get(ref);
    if (!before) fresh.push({ row, ref });
    else if (runId !== null && before.runId === runId) rejected.push(repeated(row));
    else meetAgain(tally, before, row, ended, context.now);
  }
  const stored = await takeFresh(context, { runId, mapping, tally }, fresh);
  tally.count('added', stored);
  if (runId !== null) {
    await endKnown(context, ended);
    await insertRejections(context, runId, rejected);
  }
  tally.count('ended_here', ended.length);
  tally.count('rejected', rejected.length);
  tally.count('repeated', rejected.filter(({ reason }) => reason === 'ref_repeated').length);
  return rejected;
};

/** A signaal that was taken over before: only that it ended there changes it, when nobody here works on it. */
const meetAgain = (tally: Tally, known: KnownRow, row: PreparedRow, ended: EndedThere[], now: Date): void => {
  const isOpen = known.state !== 'closed' && known.outcome === null;
  if (row.isEnded && isOpen) {
    if (known.untouched) ended.push({ known, at: row.endedAt ?? now });
    else tally.count('busy_here');
    return;
  }
  const cameBack = !row.isEnded && known.outcome === 'unknown_before_import';
  tally.count(cameBack ? 'reopened_there' : 'unchanged');
};

const takeFresh = async (
  context: Context,
  { runId, mapping, tally }: Taking,
  fresh: readonly Found[],
): Promise<number> => {
  if (fresh.length === 0) return 0;
  const [town, keys] = await Promise.all([
    readTown(context, mapping.categories),
    newKeys(context, runId === null ? 0 : fresh.length),
  ]);
  const streets = await buurtenOfStreets(
    context,
    fresh.map(({ row }) => soughtStreet(row)).filter((street) => street !== ''),
  );
  const drafts = fresh.map(({ row, ref }) => draftOf(row, ref, town, streets));
  if (runId === null) {
    for (const draft of drafts) tellDraft(tally, town, draft);
    return drafts.length;
  }
  const keyed = keys.flatMap((key, place) => (drafts[place] ? [{ ...key, draft: drafts[place] }] : []));
  const stored = await insertDrafts(context, { id: runId, system: mapping.system }, keyed);
  await startOpen(context, town.settings, stored);
  const refs = new Set(stored.map(({ draft }) => draft.ref));
  for (const draft of drafts) if (refs.has(draft.ref)) tellDraft(tally, town, draft);
  return stored.length;
};
