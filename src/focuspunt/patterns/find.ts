import { createHash } from 'node:crypto';
import { readSettings, type Settings } from '#gemeente/index.ts';
import { accountsHolding, notify } from '#people/index.ts';
import { plusDays, startOfDay, weekdayOf } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { endTerms, startTerms, TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
import { findPatterns, type Pattern } from './rules/patterns.ts';
import { reconcile, type StoredSuggestion } from './rules/reconcile.ts';
import {
  patternDays,
  patternMetres,
  patternRegrowth,
  patternReopened,
  patternSignalen,
  patternWeekday,
} from './settings.ts';
import { readSigns, readStored } from './signs.ts';

/** What a search brought. */
export interface Found {
  readonly inserted: number;
  readonly updated: number;
  readonly gone: number;
}

/**
 * Looks for patterns of one theme, or of all, and makes the suggestions what they now are (S3). An urgent one is shown to
 * the wijkregisseur at once, the others once a week (C4). Two searches of one municipality go one after the other.
 */
export const searchPatterns = defineCommand<{ themeId: string | null }, Found>({
  name: 'pattern.find',
  action: 'pattern.find',
  run: async (context, { themeId }) => {
    context.allow();
    await runSql(context.db, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `pattern ${context.gemeente}`,
    ]);
    const settings = await readSettings(context.db, context.gemeente, context.today);
    const signs = await readSigns(context, settings.get(patternDays), themeId);
    const found = findPatterns(signs, {
      signalen: settings.get(patternSignalen),
      metres: settings.get(patternMetres),
      reopened: settings.get(patternReopened),
    });
    const ids = found.flatMap(({ signaalIds }) => signaalIds);
    const stored = await readStored(context, ids, themeId);
    const { insert, update, gone } = reconcile(found, stored, settings.get(patternRegrowth));
    const due = nextDigest(context.today, settings);
    await insertPatterns(context, insert, due);
    const changed = update.filter(({ stored: before, pattern }) => differs(before, pattern));
    for (const { stored: before, pattern } of changed) await updatePattern(context, before, pattern);
    await letGo(context, gone);
    return { inserted: insert.length, updated: changed.length, gone: gone.length };
  },
});

/** The beginning of the next digest day after today. */
const nextDigest = (today: string, settings: Settings): Date => {
  const ahead = ((settings.get(patternWeekday) - weekdayOf(today) + 6) % 7) + 1;
  return startOfDay(plusDays(today, ahead));
};

const differs = (before: StoredSuggestion, pattern: Pattern): boolean =>
  before.urgent !== pattern.facts.urgent || before.signaalIds.toSorted().join() !== pattern.signaalIds.join();

/** The same pattern has the same fingerprint, whoever finds it. */
const fingerprintOf = ({ reason, themeId, signaalIds }: Pattern): string =>
  createHash('sha256')
    .update([reason, themeId, ...signaalIds].join(' '))
    .digest('hex')
    .slice(0, 32);

const columnsOf = (pattern: Pattern): unknown[] => [
  pattern.reason,
  pattern.buurtId,
  pattern.centre?.lat ?? null,
  pattern.centre?.lon ?? null,
  pattern.signaalIds.length,
  fingerprintOf(pattern),
  JSON.stringify(pattern.facts),
];

const INSERT = `
  insert into pattern_suggestion (gemeente, id, category_id, reason, buurt_id, lat, lon, reporters, fingerprint, facts,
    state, found_at)
  select $1, p.id, p.category_id, p.reason, p.buurt_id, p.lat, p.lon, p.reporters, p.fingerprint, p.facts::jsonb,
    'open', $2
  from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::float8[], $8::float8[], $9::int[], $10::text[],
    $11::text[]) as p (id, category_id, reason, buurt_id, lat, lon, reporters, fingerprint, facts)
  on conflict do nothing returning id`;

/** Writes new suggestions together: the first search of a big municipality finds hundreds. */
const insertPatterns = async (context: Context, patterns: readonly Pattern[], due: Date): Promise<void> => {
  if (patterns.length === 0) return;
  const rows = patterns.map((pattern) => ({ id: newId(), pattern }));
  const columns = rows.map(({ id, pattern }) => [id, pattern.themeId, ...columnsOf(pattern)]);
  const inserted = await runSql<{ id: string }>(context.db, INSERT, [
    context.gemeente,
    context.now,
    ...(columns[0] ?? []).map((_, index) => columns.map((row) => row[index])),
  ]);
  const ids = new Set(inserted.map(({ id }) => id));
  const stored = rows.filter(({ id }) => ids.has(id));
  await insertMembers(
    context,
    stored.map(({ id, pattern }) => [id, pattern.signaalIds]),
  );
  const digests = stored.filter(({ pattern }) => !pattern.facts.urgent);
  await startTerms(
    context,
    'pattern_digest',
    digests.map(({ id }) => ({ kind: 'pattern_suggestion', id })),
    due,
  );
  for (const { id, pattern } of stored) {
    context.record({
      noun: 'pattern_suggestion',
      objectId: id,
      action: 'found',
      after: {
        reason: pattern.reason,
        category_id: pattern.themeId,
        reporters: pattern.signaalIds.length,
      },
    });
    if (pattern.facts.urgent) await showUrgent(context, id, pattern.buurtId);
    context.emit('pattern.found', id);
  }
};

const updatePattern = async (context: Context, before: StoredSuggestion, pattern: Pattern): Promise<void> => {
  const { db, gemeente } = context;
  await runSql(
    db,
    `update pattern_suggestion p set reason = $3, buurt_id = $4, lat = $5, lon = $6, reporters = $7, fingerprint = $8,
       facts = $9
     where p.gemeente = $1 and p.id = $2 and not exists (select 1 from pattern_suggestion o
       where o.gemeente = $1 and o.fingerprint = $8 and o.id <> $2)`,
    [gemeente, before.id, ...columnsOf(pattern)],
  );
  await runSql(
    db,
    'delete from pattern_suggestion_signaal where gemeente = $1 and suggestion_id = $2 and signaal_id <> all ($3::uuid[])',
    [gemeente, before.id, [...pattern.signaalIds]],
  );
  await insertMembers(context, [[before.id, pattern.signaalIds]]);
  if (pattern.facts.urgent && !before.urgent) await showUrgent(context, before.id, pattern.buurtId);
};

const insertMembers = async (
  { db, gemeente }: Context,
  suggestions: readonly (readonly [id: string, signaalIds: readonly string[]])[],
): Promise<void> => {
  const pairs = suggestions.flatMap(([id, signaalIds]) => signaalIds.map((signaalId) => [id, signaalId]));
  await runSql(
    db,
    `insert into pattern_suggestion_signaal (gemeente, suggestion_id, signaal_id)
     select $1, p.suggestion_id, p.signaal_id
     from unnest($2::uuid[], $3::uuid[]) as p (suggestion_id, signaal_id) on conflict do nothing`,
    [gemeente, pairs.map(([id]) => id), pairs.map(([, signaalId]) => signaalId)],
  );
};

/** Their signalen ended, were bundled, or are too long ago. */
const letGo = async (context: Context, gone: readonly StoredSuggestion[]): Promise<void> => {
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  await runSql(
    context.db,
    `update pattern_suggestion set state = 'gone', settled_at = $3 where gemeente = $1 and id = any ($2::uuid[])`,
    [context.gemeente, ids, context.now],
  );
  await endTerms(context, ids, 'all', 'cancelled');
};

/** The wijkregisseur of the buurt; the administrator when there is none, so that somebody sees it. */
const regisseursOf = async (context: Context, buurtId: string | null): Promise<string[]> => {
  const { db, gemeente, today } = context;
  const area = buurtId === null ? {} : { buurtId };
  const found = await accountsHolding(db, gemeente, today, { role: 'wijkregisseur', ...area });
  return found.length > 0 ? found : accountsHolding(db, gemeente, today, { role: 'functional_admin' });
};

const showUrgent = async (context: Context, id: string, buurtId: string | null): Promise<void> =>
  notify(context, await regisseursOf(context, buurtId), 'pattern_urgent', 'pattern_suggestion', id);

/** Once a week each wijkregisseur sees that there are new patterns: one notice, however many there are (C4). */
export const sweepPatterns = defineCommand<void, { more: boolean }>({
  name: 'pattern.sweep',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const passed = await takePassedTerms(context, ['pattern_suggestion']);
    const rows = await runSql<{ buurt_id: string | null }>(
      context.db,
      `select distinct buurt_id from pattern_suggestion
       where gemeente = $1 and id = any ($2::uuid[]) and state = 'open'`,
      [context.gemeente, passed.map(({ object_id }) => object_id)],
    );
    for (const { buurt_id } of rows) {
      for (const account of await regisseursOf(context, buurt_id)) {
        await notify(context, [account], 'pattern_digest', 'account', account);
      }
    }
    return { more: passed.length === TERM_BATCH };
  },
});
