import type { Logger } from '#platform/logging.ts';
import type { Postmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';

const LOOK_EVERY = 1_000;

interface WatchOptions {
  readonly server: Postmaster;
  /** Starts the server again; may take a few seconds. */
  readonly start: () => Promise<Postmaster>;
  readonly log: Logger;
}

/** Keeps PostgreSQL running: one that ends without being asked (out of memory, killed) is started again. */
export const watchPostmaster = ({ server, start, log }: WatchOptions) => {
  let current: Postmaster | undefined = server;
  let restarting: Promise<void> | undefined;
  const restart = async (): Promise<void> => {
    current = undefined;
    log.error('PostgreSQL has ended unasked, starting it again');
    try {
      current = await start();
    } catch (error) {
      log.error('PostgreSQL could not be started again', { error });
    } finally {
      restarting = undefined;
    }
  };
  const look = (): void => {
    if (restarting === undefined && (current === undefined || !isAlive(current.pid))) restarting = restart();
  };
  const timer = setInterval(look, LOOK_EVERY).unref();
  return {
    /** Stops watching; answers with the server that runs now, if any. */
    end: async (): Promise<Postmaster | undefined> => {
      clearInterval(timer);
      await restarting;
      return current;
    },
  };
};
