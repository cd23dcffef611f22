import { readFile } from 'node:fs/promises';
import { UsageProblem } from './command.ts';
import { say } from './sentences.ts';

/** The text of a file that was named on the command line. Throws a usage problem when it cannot be read. */
export const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'onbekend';
    throw new UsageProblem(say.fileMissing(file, reason), { cause: error });
  }
};
