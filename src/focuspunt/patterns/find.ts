import { createHash } from 'node:crypto';
import { readSettings, type Settings } from '#gemeente/index.ts';
import { accountsHolding, notify } from '#people/index.ts';
import { plusDays, startOfDay, weekdayOf } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { endTerms, startTerm, TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
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
    for (const pattern of insert) await insertPattern(context, pattern, due);
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

const insertPattern = async (context: Context, pattern: Pattern, due: Date): Promise<void> => {
  const { db, gemeente, now } = context;
  const id = newId();
  const [stored] = await runSql(
    db,
    `insert into pattern_suggestion (gemeente, id, category_id, reason, buurt_id, lat, lon, reporters, fingerprint,
       facts, state, found_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11) on conflict do nothing returning id`,
    [gemeente, id, pattern.themeId, ...columnsOf(pattern), now],
  );
  if (!stored) return;
  await insertMembers(context, id, pattern.signaalIds);
  context.record({
    noun: 'pattern_suggestion',
    objectId: id,
    action: 'found',
    after: { reason: pattern.reason, category_id: pattern.themeId, reporters: pattern.signaalIds.length },
  });
  if (pattern.facts.urgent) await showUrgent(context, id, pattern.buurtId);
  else await startTerm(context, 'pattern_digest', { kind: 'pattern_suggestion', id }, due);
  context.emit('pattern.found', id);
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
  await insertMembers(context, before.id, pattern.signaalIds);
  if (pattern.facts.urgent && !before.urgent) await showUrgent(context, before.id, pattern.buurtId);
};

const insertMembers = async (
  { db, gemeente }: Context,
  id: string,
  signaalIds: readonly string[],
): Promise<void> => {
  await runSql(
    db,
    `insert into pattern_suggestion_signaal (gemeente, suggestion_id, signaal_id)
     select $1, $2, s.id from unnest($3::uuid[]) as s (id) on conflict do nothing`,
    [gemeente, id, [...signaalIds]],
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
