import { dirname } from 'node:path';
import { endingFor } from './problems.ts';
import { type Serving, serve } from './serve.ts';

/**
 * Runs the server until it is told to end. `entryFolder` is where the started file lies, one below the folder of the
 * program. The first SIGTERM or SIGINT drains; later ones are the same request again (npm passes Ctrl-C on twice).
 */
export const runServer = async (entryFolder: string): Promise<void> => {
  const asked = Promise.withResolvers<void>();
  process.on('SIGTERM', asked.resolve);
  process.on('SIGINT', asked.resolve);
  const serving = await startOrEnd(dirname(entryFolder));
  await asked.promise;
  process.stdout.write('Wijkregie stopt …\n');
  try {
    await serving.stop();
  } catch (error) {
    end(error);
  }
  process.exit(0);
};

const startOrEnd = async (root: string): Promise<Serving> => {
  try {
    return await serve(root, process.env);
  } catch (error) {
    return end(error);
  }
};

const end = (error: unknown): never => {
  const { sentence, code } = endingFor(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
};
