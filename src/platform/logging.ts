import type { Clock } from './clock.ts';
import { maskText, withoutPersonalData } from './redaction.ts';

/** How weighty a line is, lightest first; a logger writes its own level and everything heavier. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Facts beside the message. Personal data in them is dropped or masked before anything is written. */
export type LogFields = Readonly<Record<string, unknown>>;

type Write = (line: string, level: LogLevel) => void;
type LogLine = (msg: string, fields?: LogFields) => void;

/** Writes one JSON line per call. `msg` is a fixed sentence; what varies goes into `fields`. */
export interface Logger {
  readonly debug: LogLine;
  readonly info: LogLine;
  readonly warn: LogLine;
  readonly error: LogLine;
  /** A logger that adds `fields` to each of its lines (such as a request id). */
  with(fields: LogFields): Logger;
}

/** Warnings and errors to stderr, the rest to stdout. */
export const writeToStandardStreams: Write = (line, level) => {
  const stream = level === 'warn' || level === 'error' ? process.stderr : process.stdout;
  stream.write(line);
};

interface LoggerOptions {
  readonly level: LogLevel;
  readonly clock: Clock;
  readonly write?: Write;
  readonly fields?: LogFields;
}

/** Makes the JSON logger: one line a call, with `time` (ISO 8601, UTC), `level`, `msg` and the fields. */
export const createLogger = ({
  level,
  clock,
  write = writeToStandardStreams,
  fields = {},
}: LoggerOptions): Logger => {
  const line =
    (own: LogLevel): LogLine =>
    (msg, extra = {}) => {
      if (LOG_LEVELS.indexOf(own) < LOG_LEVELS.indexOf(level)) return;
      const stamp = { time: clock.now().toISOString(), level: own, msg: maskText(msg) };
      const entry = Object.assign({ ...stamp }, withoutPersonalData({ ...fields, ...extra }), stamp);
      write(`${JSON.stringify(entry)}\n`, own);
    };
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    with: (more) => createLogger({ level, clock, write, fields: { ...fields, ...more } }),
  };
};
