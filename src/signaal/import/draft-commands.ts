import { type Context, defineCommand, runInside } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuse as refusePlatform } from '#platform/errors.ts';
import { refuse } from './errors.ts';
import type { FileRow } from './file/row.ts';
import type { FileFacts } from './rules/facts.ts';
import { subjectGatherer } from './rules/file-subjects.ts';
import { type Mapping, mustFit } from './rules/mapping.ts';
import { insertChunks, readChunk, type SealedChunk } from './store/chunks.ts';
import { type ImportRun, insertRun, lockRun, moveRun } from './store/runs.ts';
import { storeWaiting, type Waiting } from './store/waiting.ts';

/** A file that was read, whose rows wait until somebody looked at the mapping. */
export interface PreparedFile {
  readonly fileName: string;
  readonly facts: FileFacts;
  readonly mapping: Mapping;
  readonly subjects: Waiting['subjects'];
  readonly chunks: readonly SealedChunk[];
}

/** Keeps a file of the browser until its mapping is right; gives the id of its import. */
export const prepareImport = defineCommand<PreparedFile, string>({
  name: 'import.prepare',
  action: 'signaal.import',
  run: async (context, { fileName, facts, mapping, subjects, chunks }) => {
    context.allow();
    const fresh = { fileName, mapping, fileRows: facts.rows, chunks: chunks.length, state: 'draft' as const };
    const run = await insertRun(context, fresh);
    await insertChunks(context, run.id, chunks);
    await storeWaiting(context, run.id, mapping, { facts, subjects });
    return run.id;
  },
});

/** A mapping that somebody changed, of the version he saw. */
export interface MappingChange {
  readonly runId: string;
  readonly version: number;
  readonly mapping: Mapping;
  readonly waiting: Waiting;
  /** Also keep it by this name for a next file; null when nobody asked. */
  readonly saveAs: string | null;
}

/**
 * Keeps another mapping for a file that waits. When another column tells the subject, its subjects are gathered anew.
 * Throws `changed_meanwhile`, `import_already_started`, `import_ended`, and what {@link mustFit} and {@link saveMapping} throw;
 * then nothing is kept.
 */
export const changeMapping = defineCommand<MappingChange, void>({
  name: 'import.map',
  action: 'signaal.import',
  run: async (context, { runId, version, mapping, waiting, saveAs }) => {
    context.allow();
    const run = await lockRun(context, runId);
    mustBeDraft(run);
    if (run.version !== version) throw refusePlatform('changed_meanwhile', { status: 409 });
    mustFit(
      mapping,
      waiting.facts.columns.map(({ name }) => name),
    );
    const subjects = sameSubjects(run.mapping, mapping)
      ? waiting.subjects
      : await gatherSubjects(context, run, mapping);
    await storeWaiting(context, runId, mapping, { ...waiting, subjects });
    if (saveAs === null) return;
    const { world, gemeente, principal, db } = context;
    await runInside(world, gemeente, principal, db, saveMapping, { name: saveAs, mapping });
  },
});

const mustBeDraft = ({ state }: ImportRun): void => {
  if (state === 'running') throw refuse('import_already_started', { status: 409 });
  if (state !== 'draft') throw refuse('import_ended', { status: 409 });
};

const sameSubjects = (before: Mapping, after: Mapping): boolean =>
  before.columns.category === after.columns.category && before.columns.theme === after.columns.theme;

const gatherSubjects = async (
  context: Context,
  run: ImportRun,
  mapping: Mapping,
): Promise<Waiting['subjects']> => {
  const gatherer = subjectGatherer(mapping);
  for (let sequence = 0; sequence < run.chunks; sequence += 1) {
    const rows: readonly FileRow[] = (await readChunk(context, run.id, sequence)) ?? [];
    for (const row of rows) gatherer.take(row);
  }
  return gatherer.subjects();
};

/** Keeps a mapping by its name, for the next file of the same system; the same name is written over. */
export const saveMapping = defineCommand<{ name: string; mapping: Mapping }, void>({
  name: 'import.save_mapping',
  action: 'signaal.import',
  run: async (context, { name, mapping }) => {
    context.allow();
    if (name === '') throw refuse('import_name_missing', { fields: { naam: 'import_name_missing' } });
    const { db, gemeente, now, principal } = context;
    const [kept] = await runSql<{ id: string }>(
      db,
      `insert into import_mapping (gemeente, id, name, mapping, made_by, saved_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (gemeente, name) do update set mapping = excluded.mapping, made_by = excluded.made_by,
         saved_at = excluded.saved_at returning id`,
      [gemeente, newId(), name, JSON.stringify(mapping), principal.id, now],
    );
    context.record({
      noun: 'import_mapping',
      objectId: kept?.id ?? '',
      action: 'saved',
      after: { name, system: mapping.system },
    });
  },
});

/** Begins to take over what waits; a job does it chunk by chunk. Throws `import_already_started`, `import_ended`. */
export const startImport = defineCommand<string, void>({
  name: 'import.start',
  action: 'signaal.import',
  run: async (context, runId) => {
    context.allow();
    const run = await lockRun(context, runId);
    await moveRun(context, run, 'start');
    context.emit(NEXT, runId);
  },
});

/** The event that makes the job take the next chunk. */
export const NEXT = 'signaal.import_next';

/** Stops an import; what was taken over stays. Throws `import_ended`. */
export const stopImport = defineCommand<string, void>({
  name: 'import.stop',
  action: 'signaal.import',
  run: async (context, runId) => {
    context.allow();
    await moveRun(context, await lockRun(context, runId), 'stop');
  },
});

/** Asks the job again for the next chunk of an import that lies still; harmless when it does not. */
export const nudgeImport = defineCommand<string, void>({
  name: 'import.nudge',
  action: 'signaal.import',
  run: async (context, runId) => {
    context.allow();
    const run = await lockRun(context, runId);
    if (run.state !== 'running') throw refuse('import_ended', { status: 409 });
    context.emit(NEXT, runId);
  },
});
