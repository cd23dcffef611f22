import { join } from 'node:path';
import type { Command } from '#platform/command/command.ts';
import { isTestFile, ROOT, readProgram } from './source-tree.ts';

const isCommand = (value: unknown): value is Command<unknown, unknown> =>
  typeof value === 'object' && value !== null && 'name' in value && 'action' in value && 'run' in value;

/** Every command that a file of the program exports ready-made; those that are made for a post office or for jobs are not among them. */
export const readCommands = async (): Promise<Command<unknown, unknown>[]> => {
  const paths = [...readProgram()].filter(
    ([path, text]) => /\bdefineCommand\b/.test(text) && !isTestFile(path),
  );
  const found = new Map<string, Command<unknown, unknown>>();
  for (const [path] of paths) {
    const exported: Record<string, unknown> = await import(join(ROOT, path));
    for (const value of Object.values(exported)) if (isCommand(value)) found.set(value.name, value);
  }
  return [...found.values()];
};
