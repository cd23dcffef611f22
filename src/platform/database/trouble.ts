/**
 * Why the database cannot do its work just now, through no fault of the visitor or of the program. `away`: it cannot be
 * reached, or is starting or stopping. `slow`: it did not answer in time. `full`: the disk has no room.
 */
export type Trouble = 'away' | 'slow' | 'full';

/** A trouble that we saw ourselves, before the database had to. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(`The database is ${trouble}`);
    this.trouble = trouble;
  }
}

/** PostgreSQL's codes: disk full; cancelled after the time for a statement, a lock or an idle transaction. */
const FULL = ['53100', 'ENOSPC', 'EDQUOT'];
const SLOW = ['57014', '55P03', '25P03', '25P04'];
/** Connection faults, no memory or connections left, stopping, starting, a disk that fails, a server that only reads. */
const AWAY = /^(?:08...|53[23]00|57P0[1-5]|58...|25006)$/;
const NETWORK =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENOTFOUND|EAI_AGAIN)$/;

/** What the driver says without a code. */
const SLOW_WORDS = /^(?:Query read timeout|timeout exceeded when trying to connect)/;
const AWAY_WORDS = /^(?:Connection terminated|Client (?:has encountered a connection error|was closed))/;

/** The statement that the driver gave up waiting for may still be under way: its connection cannot be used again. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof Error && error.message === 'Query read timeout';

/** Which trouble an error tells of; null for every other kind of error. */
export const troubleOf = (error: unknown): Trouble | null => {
  if (!(error instanceof Error)) return null;
  if (error instanceof TroubleError) return error.trouble;
  const code = 'code' in error ? String(error.code) : '';
  if (FULL.includes(code)) return 'full';
  if (SLOW.includes(code) || SLOW_WORDS.test(error.message)) return 'slow';
  // The socket of the embedded database is a file, which is gone while it starts.
  const noSocket = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
  return noSocket || AWAY.test(code) || NETWORK.test(code) || AWAY_WORDS.test(error.message) ? 'away' : null;
};
