import type { Context } from '#platform/command/command.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from '../errors.ts';
import { type Counts, type Findings, noCounts, noFindings } from '../report.ts';
import { type Mapping, readMapping } from '../rules/mapping.ts';
import type { Rejected } from '../rules/prepare.ts';
import { type ImportRunState, type ImportRunStep, importRunMachine } from '../rules/run-states.ts';

/** One import, as it stands. */
export interface ImportRun {
  readonly id: string;
  readonly system: string;
  readonly fileName: string;
  readonly state: ImportRunState;
  readonly mapping: Mapping;
  readonly fileRows: number;
  readonly chunks: number;
  readonly nextChunk: number;
  readonly counts: Counts;
  readonly findings: Findings;
  readonly madeBy: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly lastAt: Date | null;
  readonly endedAt: Date | null;
  readonly version: number;
}

/** What is known when an import begins. */
export interface NewRun {
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly fileRows: number;
  readonly chunks: number;
  readonly state: 'draft' | 'running';
}

/** The columns of an {@link ImportRun}. */
export const RUN_COLUMNS = `r.id, r.system, r.file_name as "fileName", r.state, r.mapping, r.file_rows as "fileRows", r.chunks,
  r.next_chunk as "nextChunk", r.counts, r.findings, r.made_by as "madeBy", r.created_at as "createdAt",
  r.started_at as "startedAt", r.last_at as "lastAt", r.ended_at as "endedAt", r.version`;

/** Stores a new import, and gives it. */
export const insertRun = async (context: Context, fresh: NewRun, id = newId()): Promise<ImportRun> => {
  const { db, gemeente, now, principal } = context;
  const { fileName, mapping, fileRows, chunks, state } = fresh;
  const [run] = await runSql<ImportRun>(
    db,
    `insert into import_run as r (gemeente, id, system, file_name, state, mapping, file_rows, chunks, counts, findings,
       made_by, created_at, started_at, last_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13) returning ${RUN_COLUMNS}`,
    [
      gemeente,
      id,
      mapping.system,
      fileName,
      state,
      JSON.stringify(mapping),
      fileRows,
      chunks,
      JSON.stringify(noCounts()),
      JSON.stringify(noFindings),
      principal.id,
      now,
      state === 'running' ? now : null,
    ],
  );
  if (!run) throw new Error('A new import gave no row');
  context.record({
    noun: 'import_run',
    objectId: id,
    action: 'begun',
    after: { system: mapping.system, state, rows: fileRows },
  });
  return run;
};

/** An import with its mapping as the schema of today reads it; null when there is none. */
export const readRun = async (db: TenantDb, gemeente: string, id: string): Promise<ImportRun | null> => {
  if (!isId(id)) return null;
  const [run] = await runSql<ImportRun>(
    db,
    `select ${RUN_COLUMNS} from import_run r where r.gemeente = $1 and r.id = $2`,
    [gemeente, id],
  );
  return run ? { ...run, mapping: readMapping(run.mapping) } : null;
};

/** Loads an import and holds it until the transaction ends, so that two workers never take one chunk. Throws `not_found`. */
export const lockRun = async (context: Context, id: string): Promise<ImportRun> => {
  const { db, gemeente } = context;
  if (!isId(id)) throw notFound();
  await runSql(db, 'select id from import_run where gemeente = $1 and id = $2 for update', [gemeente, id]);
  const run = await readRun(db, gemeente, id);
  if (!run) throw notFound();
  return run;
};

/** Takes a step in the life of an import. Throws `import_already_started`, `import_ended`. */
export const moveRun = async (context: Context, run: ImportRun, step: ImportRunStep): Promise<void> => {
  const state = afterStep(importRunMachine, run.state, step);
  if (!state)
    throw refuse(run.state === 'running' ? 'import_already_started' : 'import_ended', { status: 409 });
  const { db, gemeente, now } = context;
  const ended = state === 'running' ? null : now;
  await runSql(
    db,
    `update import_run set state = $3, version = version + 1, started_at = coalesce(started_at, $4), last_at = $4,
       ended_at = $5, sealed = case when $5::timestamptz is null then sealed end
     where gemeente = $1 and id = $2`,
    [gemeente, run.id, state, now, ended],
  );
  if (ended) await dropChunks(context, run.id);
  context.record({
    noun: 'import_run',
    objectId: run.id,
    action: step,
    before: { state: run.state },
    after: { state, ...(step === 'finish' ? { counts: run.counts } : {}) },
  });
};

/** After this long without a batch an import of the command line was cut off: a batch takes a second. */
const LEFT_AFTER = 30_000;

const LEFT = `
  select r.id from import_run r
  where r.gemeente = $1 and r.state = 'running' and r.system = $2 and r.file_name = $3 and r.id <> $4 and r.last_at < $5
    and not exists (select 1 from import_chunk c where c.gemeente = $1 and c.run_id = r.id)
  order by r.id limit 20 for update skip locked`;

/**
 * Stops imports of this file that were cut off on the command line: this one has done what was left of them. Those of the
 * browser have rows that wait, and go on by themselves.
 */
export const stopLeftBehind = async (context: Context, run: ImportRun): Promise<void> => {
  const { db, gemeente, now } = context;
  const before = new Date(now.getTime() - LEFT_AFTER);
  const values = [gemeente, run.system, run.fileName, run.id, before];
  const left = await runSql<{ id: string }>(db, LEFT, values);
  for (const { id } of left) await moveRun(context, await lockRun(context, id), 'stop');
};

/** The rows of a file are personal data of others: they go as soon as nobody needs them. */
const dropChunks = async ({ db, gemeente }: Context, runId: string): Promise<void> => {
  await runSql(db, 'delete from import_chunk where gemeente = $1 and run_id = $2', [gemeente, runId]);
};

/** Keeps how far an import is. */
export const saveProgress = async (
  { db, gemeente, now }: Context,
  runId: string,
  progress: { readonly counts: Counts; readonly findings: Findings; readonly nextChunk: number },
): Promise<void> => {
  await runSql(
    db,
    `update import_run set counts = $3, findings = $4, next_chunk = $5, last_at = $6, version = version + 1,
       file_rows = greatest(file_rows, $7)
     where gemeente = $1 and id = $2`,
    [
      gemeente,
      runId,
      JSON.stringify(progress.counts),
      JSON.stringify(progress.findings),
      progress.nextChunk,
      now,
      progress.counts.rows,
    ],
  );
};

/** Keeps which lines were not taken over, and why; not what stood there. */
export const insertRejections = async (
  { db, gemeente }: Context,
  runId: string,
  rejected: readonly Rejected[],
): Promise<void> => {
  if (rejected.length === 0) return;
  await runSql(
    db,
    `insert into import_rejection (gemeente, run_id, line, reason, column_name)
     select $1, $2, j.line, j.reason, j.column_name from unnest($3::int[], $4::text[], $5::text[])
       as j (line, reason, column_name) on conflict do nothing`,
    [
      gemeente,
      runId,
      rejected.map(({ line }) => line),
      rejected.map(({ reason }) => reason),
      rejected.map(({ column }) => column),
    ],
  );
};
