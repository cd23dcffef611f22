import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** What the settings need to know about the machine; read once, so tests can invent one. */
export interface MachineFacts {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** Empty when the user has none: one that is only a number, without `HOME`. */
  readonly home: string;
  /** The folder against which a relative path in a setting is resolved. */
  readonly cwd: string;
}

/** The facts of the machine this process runs on. */
export const readMachine = (): MachineFacts => ({
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  home: readHome(),
  cwd: process.cwd(),
});

/** Node throws for a user without a name on the machine, such as the number that a container runs as. */
const readHome = (): string => {
  try {
    return homedir();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SYSTEM_ERROR') return '';
    throw error;
  }
};

const FOLDER = 'wijkregie';

/**
 * Where the data lives when `DATA_DIR` is not set: the system's place for root, else the user's own; `undefined` for a
 * user without a home.
 */
export const defaultDataDir = (env: NodeJS.ProcessEnv, machine: MachineFacts): string | undefined => {
  if (machine.platform === 'win32') {
    return win32.join(env.LOCALAPPDATA || win32.join(machine.home, 'AppData', 'Local'), FOLDER);
  }
  if (machine.isRoot) return `/var/lib/${FOLDER}`;
  if (machine.home === '') return env.XDG_DATA_HOME ? posix.join(env.XDG_DATA_HOME, FOLDER) : undefined;
  if (machine.platform === 'darwin') {
    return posix.join(machine.home, 'Library', 'Application Support', FOLDER);
  }
  return posix.join(env.XDG_DATA_HOME || posix.join(machine.home, '.local', 'share'), FOLDER);
};
