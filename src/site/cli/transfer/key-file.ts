import { KeyFileError } from '#platform/secrets/index.ts';
import { sentences } from '../../start/sentences.ts';
import { StartProblem } from '../../start/stop-sentence.ts';

/** Does work that reads a key file; what is wrong with that file becomes a sentence for the operator. */
export const withKeyFile = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    throw new StartProblem(sentences.keyFile(path, error.code), { cause: error });
  }
};
