import { type Context, defineCommand } from '#platform/command/command.ts';
import { type Counts, type Findings, Tally } from './report.ts';
import type { Mapping } from './rules/mapping.ts';
import type { Rejected } from './rules/prepare.ts';
import type { SortedRows } from './sort-out.ts';
import {
  type ImportRun,
  insertRun,
  lockRun,
  moveRun,
  type NewRun,
  saveProgress,
  stopLeftBehind,
} from './store/runs.ts';
import { takeRows } from './take.ts';

/** Begins an import whose rows come in batches, from a file that the operator has. */
export const beginImport = defineCommand<NewRun, ImportRun>({
  name: 'import.begin',
  action: 'signaal.import',
  run: (context, input) => {
    context.allow();
    return insertRun(context, input);
  },
});

/** A batch of rows of a file that is being read. */
export interface Batch {
  readonly runId: string;
  readonly sorted: SortedRows;
  /** The file is at its end. */
  readonly last: boolean;
}

/** What became of a batch, and of all before it. */
export interface BatchDone {
  readonly counts: Counts;
  readonly findings: Findings;
  readonly rejected: readonly Rejected[];
}

/** Takes a batch over and keeps how far it is, in one transaction. Throws `import_ended` on an import that does not run. */
export const takeBatch = defineCommand<Batch, BatchDone>({
  name: 'import.take',
  action: 'signaal.import',
  run: async (context, { runId, sorted, last }) => {
    context.allow();
    const run = await lockRun(context, runId);
    return takeInRun(context, run, sorted, last);
  },
});

/** Takes rows over in an import that is held, and finishes it after the last. */
export const takeInRun = async (
  context: Context,
  run: ImportRun,
  sorted: SortedRows,
  last: boolean,
): Promise<BatchDone> => {
  const tally = new Tally(run.counts, run.findings);
  const rejected = await takeRows(context, { runId: run.id, mapping: run.mapping, tally }, sorted);
  const done = { counts: tally.counts, findings: tally.findings() };
  await saveProgress(context, run.id, { ...done, nextChunk: run.nextChunk + 1 });
  if (last) {
    await moveRun(context, { ...run, counts: done.counts }, 'finish');
    await stopLeftBehind(context, run);
  }
  return { ...done, rejected };
};

/** A batch of which only is asked what would become of it. */
export interface Trial {
  readonly mapping: Mapping;
  readonly sorted: SortedRows;
  readonly before: Pick<BatchDone, 'counts' | 'findings'> | null;
}

/** Tells what taking a batch over would do, and changes nothing. */
export const tryBatch = defineCommand<Trial, BatchDone>({
  name: 'import.try',
  action: 'signaal.import',
  run: async (context, { mapping, sorted, before }) => {
    context.allow();
    const tally = new Tally(before?.counts, before?.findings);
    const rejected = await takeRows(context, { runId: null, mapping, tally }, sorted);
    return { counts: tally.counts, findings: tally.findings(), rejected };
  },
});
