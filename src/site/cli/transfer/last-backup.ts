import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({ at: z.iso.datetime() });
const fileIn = (dataDir: string): string => join(dataDir, 'last-backup.json');

/** Remembers in the data folder when the last backup was made. */
export const rememberBackup = (dataDir: string, at: Date): void => {
  const draft = `${fileIn(dataDir)}.draft`;
  writeFileSync(draft, `${JSON.stringify({ at: at.toISOString() })}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(dataDir));
};

/** When the last backup was made here; null when never, or when it cannot be read. */
export const lastBackup = (dataDir: string): Date | null => {
  try {
    return new Date(schema.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))).at);
  } catch {
    return null;
  }
};
