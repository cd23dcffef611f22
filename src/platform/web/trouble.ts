import type { Trouble } from '../database/trouble.ts';
import type { Logger } from '../logging.ts';
import type { BodyRoom } from './body-room.ts';
import { readForm } from './forms.ts';
import type { TenantFacts } from './request.ts';
import type { RawForm, Route } from './route.ts';

/** What one visitor sent, read once; kept at hand for when it cannot be handled. */
export interface SentForm {
  readonly read: () => Promise<RawForm>;
  /** What was sent, to be offered again; null when there is nothing to offer or it cannot be read. */
  readonly again: () => Promise<RawForm | null>;
  readonly leave: () => void;
}

/** Reads the body of a request at most once. `mostBytes` is the largest that is taken. */
export const sentForm = (request: Request, mostBytes: number, room: BodyRoom): SentForm => {
  let reading: Promise<RawForm> | undefined;
  const read = (): Promise<RawForm> => {
    reading ??= readForm(request, mostBytes, room);
    return reading;
  };
  return {
    read,
    again: async () => {
      if (request.method !== 'POST') return null;
      const raw = await read().catch(() => null);
      return raw && raw.names.length + raw.files.length > 0 ? raw : null;
    },
    leave: room.leave,
  };
};

const MOST_TENANTS = 500;

/** The municipalities as they were last seen, by host name: enough to make the page that says that it does not work now. */
export interface TenantMemory {
  readonly keep: (host: string, facts: TenantFacts) => void;
  readonly of: (host: string) => TenantFacts | undefined;
}

/** An empty memory, for one process. Bounded: the longest kept goes first. */
export const tenantMemory = (): TenantMemory => {
  const known = new Map<string, TenantFacts>();
  return {
    keep: (host, facts) => {
      known.delete(host);
      known.set(host, facts);
      const [oldest] = known.keys();
      if (known.size > MOST_TENANTS && oldest !== undefined) known.delete(oldest);
    },
    of: (host) => known.get(host),
  };
};

/** Milliseconds between two lines about the same trouble: a database that is away fails every request of every visitor. */
const TELL_EVERY = 5_000;

/** What an operator reads, and must know to do. */
const WORDS: Readonly<Record<Trouble, string>> = {
  away: 'the database cannot be reached, visitors are asked to come back',
  slow: 'the database did not answer in time, visitors are asked to come back',
  full: 'the disk has no room left, nothing can be stored: make room',
};

/** Tells of troubles, of each kind once in a while, with how many requests met it since. */
export const troubleTeller = (
  log: Logger,
): ((trouble: Trouble, route: Pick<Route, 'path'>, error: unknown) => void) => {
  const told = new Map<Trouble, { at: number; since: number }>();
  return (trouble, route, error) => {
    const last = told.get(trouble);
    const now = performance.now();
    if (last && now - last.at < TELL_EVERY) {
      last.since += 1;
      return;
    }
    log.error(WORDS[trouble], { trouble, route: route.path, unsaid: last?.since ?? 0, error });
    told.set(trouble, { at: now, since: 0 });
  };
};
