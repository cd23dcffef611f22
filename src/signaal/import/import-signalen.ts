import { execute } from '#platform/command/command.ts';
import { operatorPrincipal, type Principal } from '#platform/policy/principal.ts';
import { memoryClearer } from '#platform/transfer/memory.ts';
import type { World } from '#platform/world.ts';
import { ahead, analyse, batchesOf } from './analyse.ts';
import { type BatchDone, beginImport, takeBatch, tryBatch } from './commands.ts';
import { refuse } from './errors.ts';
import { openFile } from './file/open.ts';
import type { Bytes, OpenedFile } from './file/row.ts';
import { type Counts, type Findings, noCounts, noFindings } from './report.ts';
import type { FileFacts } from './rules/facts.ts';
import { guessMapping } from './rules/guess.ts';
import { type Mapping, mustFit } from './rules/mapping.ts';
import type { Rejected } from './rules/prepare.ts';
import { sortOut } from './sort-out.ts';

/** What an import is told besides its file. */
export interface ImportSignalenOptions {
  readonly fileName: string;
  /** How rows become signalen; what it does not say is guessed. */
  readonly mapping?: Partial<Mapping>;
  /** Only tells what would happen. */
  readonly dryRun?: boolean;
  /** Gets what was not taken over, batch by batch. */
  readonly onRejected?: (rejected: readonly Rejected[]) => Promise<void>;
  readonly onProgress?: (rows: number, ofRows: number) => void;
}

/** What an import did, or would do. */
export interface SignalenReport {
  readonly dryRun: boolean;
  /** Null when nothing was stored. */
  readonly runId: string | null;
  readonly mapping: Mapping;
  readonly facts: Pick<FileFacts, 'form' | 'rows'>;
  readonly counts: Counts;
  readonly findings: Findings;
}

/** Rows in one transaction: enough to be quick, few enough to let others in between. */
export const BATCH = 1_000;
/** Batches after which memory is cleared: else rows stored long ago pile up. */
const CLEAR_AFTER = 8;

/**
 * Takes signalen of another system over from a file, in batches that each stand when they are stored: cut off halfway, the
 * same command goes on, for what is there is known by its system and number. The file is read twice: once to see what it
 * holds, once to take it over; never whole in memory, but for a spreadsheet. As the operator unless told otherwise.
 * Throws the errors of {@link openFile}, of the mapping, and `import_system_missing`.
 */
export const importSignalen = async (
  world: World,
  gemeente: string,
  bytes: Bytes,
  options: ImportSignalenOptions,
  principal: Principal = operatorPrincipal,
): Promise<SignalenReport> => {
  const file = await openFile(bytes);
  const facts = await analyse(file);
  const mapping = mappingFor(facts, options.mapping ?? {});
  const done = await (options.dryRun ? tryAll : takeAll)({
    world,
    gemeente,
    principal,
    file,
    facts,
    mapping,
    options,
  });
  return { dryRun: options.dryRun ?? false, mapping, facts: { form: facts.form, rows: facts.rows }, ...done };
};

const mappingFor = (facts: FileFacts, given: Partial<Mapping>): Mapping => {
  const system = given.system ?? '';
  if (system === '') throw refuse('import_system_missing', { fields: { system: 'import_system_missing' } });
  const guessed = guessMapping(facts, system);
  const mapping = { ...guessed, ...given, system };
  mustFit(
    mapping,
    facts.columns.map(({ name }) => name),
  );
  return mapping;
};

interface Doing {
  readonly world: World;
  readonly gemeente: string;
  readonly principal: Principal;
  readonly file: OpenedFile;
  readonly facts: FileFacts;
  readonly mapping: Mapping;
  readonly options: ImportSignalenOptions;
}

/** Reads the file in batches; nothing of it waits for the database. */
async function* sortedBatches({ world, gemeente, file, mapping }: Doing) {
  const clear = memoryClearer();
  let batches = 0;
  for await (const { rows, last } of batchesOf(file.rows(), BATCH)) {
    batches += 1;
    if (batches % CLEAR_AFTER === 0) clear();
    const sorted = await sortOut({ world, gemeente, now: world.clock.now() }, mapping, rows);
    yield { sorted, last };
  }
}

type Done = Pick<SignalenReport, 'runId' | 'counts' | 'findings'>;

const takeAll = async (doing: Doing): Promise<Done> => {
  const { world, gemeente, principal, facts, mapping, options } = doing;
  const run = await execute(world, gemeente, principal, beginImport, {
    fileName: options.fileName,
    mapping,
    fileRows: facts.rows,
    chunks: Math.ceil(facts.rows / BATCH),
    state: 'running',
  });
  let done: Pick<BatchDone, 'counts' | 'findings'> = run;
  for await (const batch of ahead(sortedBatches(doing))) {
    const taken = await execute(world, gemeente, principal, takeBatch, { runId: run.id, ...batch });
    await options.onRejected?.(taken.rejected);
    options.onProgress?.(taken.counts.rows, facts.rows);
    done = taken;
  }
  return { runId: run.id, counts: done.counts, findings: done.findings };
};

const tryAll = async (doing: Doing): Promise<Done> => {
  const { world, gemeente, principal, facts, mapping, options } = doing;
  let before: Pick<BatchDone, 'counts' | 'findings'> = { counts: noCounts(), findings: noFindings };
  for await (const { sorted } of ahead(sortedBatches(doing))) {
    const tried = await execute(world, gemeente, principal, tryBatch, { mapping, sorted, before });
    await options.onRejected?.(tried.rejected);
    options.onProgress?.(tried.counts.rows, facts.rows);
    before = tried;
  }
  return { runId: null, counts: before.counts, findings: before.findings };
};
