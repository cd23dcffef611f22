import { type FetchLimits, fetchJson, RemoteProblem, sameHost } from '#platform/remote/index.ts';

/** What a fetching is told; the numbers come from settings. */
export interface FetchChoice {
  readonly address: string;
  readonly seconds: number;
  readonly megabytes: number;
  /** Told after each page: how many features or rows there are so far. */
  readonly progress?: (count: number) => void;
}

/** At a thousand a page far more than the country has buurten. */
const MOST_PAGES = 60;
const MEGABYTE = 1_000_000;

/**
 * Asks page after page until there is no next one; `read` takes what it needs from each and names the next. Throws
 * {@link RemoteProblem}, also when pages lead in a circle or all together are too large.
 */
export const fetchPages = async (
  first: string,
  { seconds, megabytes }: FetchChoice,
  read: (json: unknown) => string | null,
): Promise<void> => {
  const seen = new Set<string>();
  let [address, left]: [string | null, number] = [first, megabytes * MEGABYTE];
  while (address !== null) {
    if (seen.has(address) || seen.size >= MOST_PAGES) throw new RemoteProblem('too_many_pages');
    seen.add(address);
    const limits: FetchLimits = { milliseconds: seconds * 1_000, mostBytes: left };
    const { json, bytes } = await fetchJson(address, limits);
    left -= bytes;
    const next = read(json);
    address = next === null ? null : sameHost(next, address);
  }
};
