/** Why another machine gave nothing that can be used. */
export type RemoteReason =
  | 'bad_address'
  | 'elsewhere'
  | 'not_json'
  | 'refused'
  | 'too_large'
  | 'too_many_pages'
  | 'too_slow'
  | 'unreachable';

/** Another machine gave nothing that can be used; `status` is its answer, when there was one. */
export class RemoteProblem extends Error {
  override readonly name = 'RemoteProblem';
  readonly reason: RemoteReason;
  readonly status: number | null;

  constructor(reason: RemoteReason, details: { status?: number; cause?: unknown } = {}) {
    super(`Nothing usable from elsewhere: ${reason}`, { cause: details.cause });
    this.reason = reason;
    this.status = details.status ?? null;
  }
}

/** How long one answer may take, and how large it may be. */
export interface FetchLimits {
  readonly milliseconds: number;
  readonly mostBytes: number;
}

/**
 * Fetches JSON from another machine. It is never led on to a third one, waits no longer than it may, and reads no more than it may.
 * Throws {@link RemoteProblem}.
 */
export const fetchJson = async (
  address: string,
  { milliseconds, mostBytes }: FetchLimits,
): Promise<{ json: unknown; bytes: number }> => {
  const url = addressOf(address);
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const headers = { accept: 'application/geo+json, application/json' };
    const response = await fetch(url, { signal, headers, redirect: 'manual' });
    if (!response.ok) {
      await response.body?.cancel();
      throw new RemoteProblem('refused', { status: response.status });
    }
    const bytes = await readBytes(response, mostBytes);
    return { json: parsed(bytes), bytes: bytes.length };
  } catch (error) {
    if (error instanceof RemoteProblem) throw error;
    throw new RemoteProblem(signal.aborted ? 'too_slow' : 'unreachable', { cause: error });
  }
};

const addressOf = (address: string): URL => {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.username !== '' || url.password !== '') throw new RemoteProblem('bad_address');
  return url;
};

const readBytes = async (response: Response, most: number): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > most) throw new RemoteProblem('too_large');
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new RemoteProblem('not_json', { cause: error });
  }
};

/**
 * The address of a next page, as an answer names it, on the same machine as the page itself: whoever answers must not choose
 * whom this server asks. A link that says http where the page came by https is followed by https. Throws {@link RemoteProblem}.
 */
export const sameHost = (next: string, from: string): string => {
  if (!URL.canParse(next, from)) throw new RemoteProblem('bad_address');
  const [target, base] = [new URL(next, from), new URL(from)];
  if (target.host !== base.host) throw new RemoteProblem('elsewhere');
  target.protocol = base.protocol;
  return target.href;
};
