import { inspectText, mustRemove } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { endTerms } from '#platform/terms.ts';
import { reportersBehind, tellVoice } from '#signaal/index.ts';
import { refuse } from '../errors.ts';
import { signalenIn } from './bundle.ts';
import type { Knelpunt } from './load.ts';

/** Why the reporters of a knelpunt hear something. */
export type News = 'bundled' | 'changed' | 'resolved' | 'no_action';

/** The template of every message about a knelpunt. */
export const KNELPUNT_MESSAGE = 'focuspunt.knelpunt';

/**
 * Tells the present sentence of a knelpunt to each of its reporters who has not heard it: in his own channel, once,
 * whatever else happens at the same time (the knelpunt's row is held). Gives how many were told.
 */
export const tellReporters = async (context: Context, knelpunt: Knelpunt, news: News): Promise<number> => {
  if (knelpunt.word === 0) return 0;
  const { db, gemeente, now } = context;
  const signaalIds = await signalenIn(context, knelpunt.id);
  const heard = await runSql<{ id: string }>(
    db,
    `select reporter_id as id from knelpunt_told where gemeente = $1 and knelpunt_id = $2 and word = $3`,
    [gemeente, knelpunt.id, knelpunt.word],
  );
  const voices = await reportersBehind(
    context,
    signaalIds,
    heard.map(({ id }) => id),
  );
  for (const voice of voices) {
    await tellVoice(context, voice, KNELPUNT_MESSAGE, { knelpuntId: knelpunt.id, word: knelpunt.word, news });
  }
  await noteTold(
    context,
    knelpunt,
    voices.map(({ reporterId }) => reporterId),
  );
  await runSql(
    db,
    `update knelpunt_signaal set told_at = $3
     where gemeente = $1 and knelpunt_id = $2 and removed_at is null and told_at is null`,
    [gemeente, knelpunt.id, now],
  );
  await endTerms(context, [knelpunt.id], ['knelpunt_word'], 'met');
  return voices.length;
};

const noteTold = async (
  { db, gemeente, now }: Context,
  knelpunt: Knelpunt,
  reporterIds: readonly string[],
): Promise<void> => {
  await runSql(
    db,
    `insert into knelpunt_told (gemeente, knelpunt_id, word, reporter_id, told_at)
     select $1, $2, $3, r.id, $5 from unnest($4::uuid[]) as r (id)`,
    [gemeente, knelpunt.id, knelpunt.word, [...reporterIds], now],
  );
};

/** A text that everybody reads names no person; throws `public_text_has_person` at `field` (C5.2). */
export const mustBePublic = (text: string, field: string): void => {
  if (mustRemove(inspectText(text)).length > 0) {
    throw refuse('public_text_has_person', { fields: { [field]: 'public_text_has_person' } });
  }
};
