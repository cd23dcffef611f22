import { createHash } from 'node:crypto';
import type { Finding, ProgramFiles } from '../support/finding.ts';

/** The hash of each landed migration by its file name. */
export type Landed = Readonly<Record<string, string>>;

const NAME = /^migrations\/(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the list of landed migrations is when all of these have landed. */
export const landedNow = (files: ProgramFiles): Landed =>
  Object.fromEntries([...files].map(([path, text]) => [path.slice('migrations/'.length), hash(text)]));

/** Numbered from 0001 without a gap, each as it landed, none gone. */
export const checkMigrations = (files: ProgramFiles, landed: Landed): Finding => {
  const breaches: string[] = [];
  const paths = [...files.keys()].toSorted();
  for (const [position, path] of paths.entries()) {
    const number = NAME.exec(path)?.[1];
    if (number === undefined) breaches.push(`${path}: is not named 0000-what-it-brings.sql`);
    else if (Number(number) !== position + 1) breaches.push(`${path}: out of order`);
  }
  const now = landedNow(files);
  for (const [name, sum] of Object.entries(landed)) {
    if (now[name] === undefined) breaches.push(`${name}: has landed and is gone`);
    else if (now[name] !== sum) breaches.push(`${name}: was edited after it had landed`);
  }
  for (const name of Object.keys(now)) {
    if (landed[name] === undefined) breaches.push(`${name}: is not written down in migrations.json`);
  }
  return { seen: files.size, breaches };
};
