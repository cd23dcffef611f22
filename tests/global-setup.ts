import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { systemClock } from '#platform/clock.ts';
import { SETTING_NAMES } from '#platform/config/schema.ts';
import { discardEmbedded, startEmbedded } from '#platform/database/launcher/launcher.ts';
import { createLogger } from '#platform/logging.ts';
import { makeTemporaryFolder, TEMPORARY_PREFIX } from '#platform/temporary-folder.ts';
import { makeTemplate } from '#testing/template.ts';

const PURPOSE = 'run';
/** Younger folders may belong to a run that is just starting, or to a test of one that goes on; milliseconds. */
const SETTLED = 60_000;
const FORGOTTEN = 86_400_000;

/** Starts the database of this run in a folder of its own, and removes both in the end, also when the run is interrupted. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  sweepAbandoned();
  const dataDir = makeTemporaryFolder(PURPOSE);
  forgetMachineSettings(dataDir);
  const discard = (): void => {
    discardEmbedded(dataDir);
  };
  process.once('exit', discard);
  process.once('SIGTERM', () => process.exit(143));
  const log = createLogger({ level: 'error', clock: systemClock });
  const { stop, adminUrl, ownerUrl, appUrl } = await startEmbedded({ dataDir, log, durable: false });
  await makeTemplate({ adminUrl, ownerUrl, appUrl });
  project.provide('database', { adminUrl, ownerUrl, appUrl });
  return async () => {
    await stop();
    discard();
    process.off('exit', discard);
  };
};

/** A test must not read the developer's settings, nor fall back to the data folder of this machine. */
const forgetMachineSettings = (dataDir: string): void => {
  for (const name of SETTING_NAMES) delete process.env[name];
  process.env.DATA_DIR = join(dataDir, 'default');
};

/** Folders of runs that were killed, with the servers they left. */
const sweepAbandoned = (): void => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(TEMPORARY_PREFIX))) {
    const folder = join(tmpdir(), name);
    const facts = statSync(folder, { throwIfNoEntry: false });
    const isOurs = facts !== undefined && facts.uid === process.getuid?.();
    const patience = name.startsWith(`${TEMPORARY_PREFIX}${PURPOSE}-`) ? SETTLED : FORGOTTEN;
    if (isOurs && Date.now() - facts.mtimeMs > patience) discardEmbedded(folder);
  }
};
