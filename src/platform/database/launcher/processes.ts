import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Sends a signal; a process that is already gone is no error. Answers whether it was still there. */
export const signalProcess = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return false;
    if (code === 'EPERM') return true;
    throw error;
  }
};

/**
 * What tells this run of a process from a later one with the same number: boot and start moment.
 * `undefined` when it does not run (a zombie that nobody reaps counts as gone).
 */
export const processIdentity = (pid: number): string | undefined => {
  if (!signalProcess(pid, 0)) return undefined;
  return process.platform === 'linux' ? linuxIdentity(pid) : psField(pid, 'lstart');
};

export const isAlive = (pid: number): boolean => processIdentity(pid) !== undefined;

/** The command line with which a running process was started; empty when unknown. */
export const commandLine = (pid: number): string => {
  if (process.platform !== 'linux') return psField(pid, 'command') ?? '';
  return (readProc(pid, 'cmdline') ?? '').replaceAll('\0', ' ');
};

/** Waits until the process is gone; false when it is still there after `patience` milliseconds. */
export const waitUntilGone = async (pid: number, patience: number): Promise<boolean> => {
  for (const end = performance.now() + patience; performance.now() < end; await sleep(10)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
};

/** Field 3 of `/proc/PID/stat` is the state and field 22 the start in ticks; the name before them may hold spaces. */
const linuxIdentity = (pid: number): string | undefined => {
  const stat = readProc(pid, 'stat');
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${bootId()}/${fields[19]}`;
};

const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

const readProc = (pid: number, name: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
};

const psField = (pid: number, field: 'lstart' | 'command'): string | undefined => {
  try {
    const [state = '', ...rest] = execFileSync('ps', ['-ww', '-o', `state=,${field}=`, '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    })
      .trim()
      .split(/\s+/);
    return state === '' || state.startsWith('Z') ? undefined : rest.join(' ');
  } catch (error) {
    if ((error as { status?: number }).status === 1) return undefined;
    throw error;
  }
};
