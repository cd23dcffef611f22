import { systemClock } from '#platform/clock.ts';
import { discardEmbedded, startEmbedded } from '#platform/database/launcher/launcher.ts';
import { createLogger } from '#platform/logging.ts';
import { makeTemporaryFolder } from '#platform/temporary-folder.ts';
import { copyTemplate, type DatabaseUrls, makeTemplate } from './template.ts';

/** Runs `work` on a freshly migrated database of a server of its own, and throws both away. */
export const withTemporaryDatabase = async (work: (urls: DatabaseUrls) => Promise<void>): Promise<void> => {
  const dataDir = makeTemporaryFolder('database');
  const log = createLogger({
    level: 'error',
    clock: systemClock,
    write: (line) => process.stderr.write(line),
  });
  const server = await startEmbedded({ dataDir, log, durable: false });
  try {
    await makeTemplate(server);
    const copy = await copyTemplate(server);
    await work(copy);
    await copy.drop();
  } finally {
    await server.stop();
    discardEmbedded(dataDir);
  }
};
