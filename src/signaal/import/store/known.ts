import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { endTerms } from '#platform/terms.ts';
import type { Signaal } from '../../store/load.ts';

/** A signaal that came from the same system before. */
export interface KnownRow {
  readonly id: string;
  readonly ref: string;
  readonly runId: string;
  readonly state: Signaal['state'];
  readonly outcome: Signaal['outcome'];
  /** Nobody here accepted, planned or changed it since it was taken over. */
  readonly untouched: boolean;
}

/** Finds what was taken over before, by system and numbers. */
export const KNOWN = `
  select s.id, s.import_ref as ref, s.import_run_id as "runId", s.state, s.outcome,
    s.version = 1 and not exists (select 1 from assignment a
      where a.gemeente = $1 and a.signaal_id = s.id and a.state <> 'offered') as untouched
  from signaal s
  where s.gemeente = $1 and s.import_system = $2 and s.import_ref = any ($3::text[]) and s.import_ref is not null`;

/** What was taken over from a system before, by its numbers there. */
export const knownRows = async (
  { db, gemeente }: Context,
  system: string,
  refs: readonly string[],
): Promise<ReadonlyMap<string, KnownRow>> => {
  const rows = await runSql<KnownRow>(db, KNOWN, [gemeente, system, [...refs]]);
  return new Map(rows.map((row) => [row.ref, row]));
};

/** A signaal that ended in the other system after it was taken over. */
export interface EndedThere {
  readonly known: KnownRow;
  readonly at: Date;
}

const END = `
  update signaal s set state = 'closed', outcome = 'unknown_before_import', state_since = e.at, closed_at = e.at,
    version = s.version + 1
  from unnest($2::uuid[], $3::timestamptz[]) as e (id, at)
  where s.gemeente = $1 and s.id = e.id and s.state = any (array['received', 'assigned'])`;

const END_PARTS = `
  update assignment set state = 'done', outcome = 'unknown_before_import', answer = '', state_since = $3
  where gemeente = $1 and signaal_id = any ($2::uuid[]) and state = 'offered'
  returning id`;

/**
 * Closes what ended there and was not touched here (the step `end_elsewhere`): its terms are no longer asked, and no
 * department has to do it any more. Nobody is told: the other system did that.
 */
export const endKnown = async (context: Context, ended: readonly EndedThere[]): Promise<void> => {
  if (ended.length === 0) return;
  const { db, gemeente, now } = context;
  const ids = ended.map(({ known }) => known.id);
  await runSql(db, END, [gemeente, ids, ended.map(({ at }) => at)]);
  const parts = await runSql<{ id: string }>(db, END_PARTS, [gemeente, ids, now]);
  await endTerms(context, [...ids, ...parts.map(({ id }) => id)], 'all', 'cancelled');
  for (const { known, at } of ended) {
    context.record({
      noun: 'signaal',
      objectId: known.id,
      action: 'end_elsewhere',
      before: { state: known.state, outcome: known.outcome },
      after: { state: 'closed', outcome: 'unknown_before_import', closed_at: at },
    });
  }
};
