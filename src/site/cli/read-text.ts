import { access, constants, readFile, stat } from 'node:fs/promises';
import { UsageProblem } from './command.ts';
import { say } from './sentences.ts';

/** The text of a file that was named on the command line. Throws a usage problem when it cannot be read. */
export const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw missing(file, error);
  }
};

/** Makes sure that a file can be read, for a command that reads it in its own way. Throws a usage problem. */
export const mustRead = async (file: string): Promise<void> => {
  try {
    await access(file, constants.R_OK);
    if (!(await stat(file)).isFile()) throw Object.assign(new Error(file), { code: 'EISDIR' });
  } catch (error) {
    throw missing(file, error);
  }
};

const missing = (file: string, error: unknown): UsageProblem => {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'onbekend';
  return new UsageProblem(say.fileMissing(file, reason), { cause: error });
};
