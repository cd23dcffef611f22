import { setImmediate as turn } from 'node:timers/promises';
import type { Rq } from '#platform/web/request.ts';
import type { UploadedFile } from '#platform/web/route.ts';
import { analyse } from '../analyse.ts';
import { type PreparedFile, prepareImport } from '../draft-commands.ts';
import { refuse } from '../errors.ts';
import { openFile } from '../file/open.ts';
import type { Bytes, FileRow } from '../file/row.ts';
import { BATCH } from '../import-signalen.ts';
import { subjectGatherer } from '../rules/file-subjects.ts';
import { guessMapping } from '../rules/guess.ts';
import { type SealedChunk, sealChunk } from '../store/chunks.ts';

/** The largest file that the browser may send; the command line has no such limit. */
export const MOST_MEGABYTES = 48;
const MOST_ROWS = 500_000;
/** Some hundreds of rows: what is read before others get their turn. */
const PIECE = 32_768;

/** Bytes that came whole, read in pieces as a file on disk is; between two of them other visitors are served. */
const piecesOf = (bytes: Uint8Array): Bytes => ({
  read: async function* () {
    for (let from = 0; from < bytes.length; from += PIECE) {
      await turn();
      yield bytes.subarray(from, from + PIECE);
    }
  },
});

/**
 * Reads a file that was sent, guesses its mapping, and keeps its rows sealed until somebody says that it is right. Gives the
 * id of the import. Throws what reading it throws.
 */
export const receiveFile = async (
  rq: Rq,
  system: string,
  file: UploadedFile | undefined,
): Promise<string> => {
  const fields = {
    ...(system === '' ? { system: 'import_system_missing' as const } : {}),
    ...(file ? {} : { bestand: 'import_file_missing' as const }),
  };
  if (system === '' || !file) throw refuse('import_file_missing', { fields });
  return rq.run(prepareImport, await readWhole(rq, system, file));
};

const readWhole = async (rq: Rq, system: string, { name, bytes }: UploadedFile): Promise<PreparedFile> => {
  const file = await openFile(piecesOf(bytes));
  const chunks: SealedChunk[] = [];
  let waiting: FileRow[] = [];
  const keep = (): void => {
    if (waiting.length > 0) chunks.push(sealChunk(rq.world.keyring, rq.gemeente, waiting));
    waiting = [];
  };
  const facts = await analyse(
    file,
    async (row) => {
      waiting.push(row);
      if (waiting.length === BATCH) keep();
    },
    MOST_ROWS,
  );
  keep();
  const mapping = guessMapping(facts, system);
  const gatherer = subjectGatherer(mapping);
  for await (const row of file.rows()) gatherer.take(row);
  return { fileName: name.slice(-100), facts, mapping, subjects: gatherer.subjects(), chunks };
};
