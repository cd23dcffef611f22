import { type Trouble, TroubleError } from '../database/trouble.ts';
import type { Logger } from '../logging.ts';
import { seldom } from '../seldom.ts';
import type { BodyRoom } from './body-room.ts';
import { readForm } from './forms.ts';
import type { TenantFacts } from './request.ts';
import type { RawForm, Route } from './route.ts';

/** What one visitor sent, read once; kept at hand for when it cannot be handled. */
export interface SentForm {
  readonly read: () => Promise<RawForm>;
  /** What was sent, to be offered again; null when there is nothing to offer or it cannot be read. */
  readonly again: () => Promise<RawForm | null>;
  /** Milliseconds that the visitor has waited for us: the time of his own sending is not counted. */
  readonly waited: () => number;
  /** It holds photos or files, which take time to work on. */
  readonly hasFiles: () => boolean;
  readonly leave: () => void;
}

/** Reads the body of a request at most once. `mostBytes` is the largest that is taken. */
export const sentForm = (request: Request, mostBytes: number, room: BodyRoom): SentForm => {
  let reading: Promise<RawForm> | undefined;
  const began = performance.now();
  let sendingSince: number | null = null;
  let sending = 0;
  let files = false;
  const readOnce = async (): Promise<RawForm> => {
    sendingSince = performance.now();
    try {
      const raw = await readForm(request, mostBytes, room);
      files = raw.files.length > 0;
      return raw;
    } finally {
      sending = performance.now() - sendingSince;
      sendingSince = null;
    }
  };
  const read = (): Promise<RawForm> => {
    reading ??= readOnce();
    return reading;
  };
  return {
    read,
    waited: () => (sendingSince ?? performance.now()) - began - sending,
    hasFiles: () => files,
    again: async () => {
      if (request.method !== 'POST') return null;
      const raw = await read().catch(() => null);
      return raw && raw.names.length + raw.files.length > 0 ? raw : null;
    },
    leave: room.leave,
  };
};

/** Milliseconds that a visitor waits for an answer at most, and how many times as long with photos and files to work on. */
export const PATIENCE = 30_000;
const WITH_FILES = 4;
/** Milliseconds between two looks while somebody on a slow line is still sending. */
const LEAST_LOOK = 100;

/**
 * Waits for an answer as long as a visitor may be left waiting. Throws {@link TroubleError} `slow` after that: each statement
 * has its own time, but a page asks for several. What was begun goes on to its end.
 */
export const inTime = async <T>(work: Promise<T>, form: SentForm, patience: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const look = (): void => {
      const left = patience * (form.hasFiles() ? WITH_FILES : 1) - form.waited();
      if (left <= 0) reject(new TroubleError('slow'));
      else timer = setTimeout(look, Math.max(left, LEAST_LOOK));
    };
    look();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
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
  const tell = seldom(TELL_EVERY);
  return (trouble, route, error) =>
    tell(trouble, (unsaid) => log.error(WORDS[trouble], { trouble, route: route.path, unsaid, error }));
};
