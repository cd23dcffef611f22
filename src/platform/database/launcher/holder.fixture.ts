/**
 * A program that holds a data folder, for the tests that kill it: `node holder.fixture.ts lock|start FOLDER`.
 * Says `taken`, `refused` with the reason, or the app's address on its first line, then waits for a signal.
 */
import { systemClock } from '#platform/clock.ts';
import { createLogger } from '#platform/logging.ts';
import { lockFolder } from './folder-lock.ts';
import { startEmbedded } from './launcher.ts';
import { LauncherError } from './sentences.ts';

const [what, dataDir = ''] = process.argv.slice(2);
const log = createLogger({ level: 'error', clock: systemClock });

const take = async (): Promise<string> => {
  if (what === 'start') return (await startEmbedded({ dataDir, log, durable: false })).appUrl;
  lockFolder(dataDir);
  return 'taken';
};

const said = await take().catch((error: unknown) => {
  if (error instanceof LauncherError) return `refused ${error.message}`;
  throw error;
});
process.stdout.write(`${said}\n`);
setInterval(() => undefined, 60_000);
