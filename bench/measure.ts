import autocannon from 'autocannon';

/** One measured figure, as a line of JSON. `limit` is the bare limit measured in the same run, `ratio` the part of it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly ratio: number | null;
}

/** What is asked of a server, how many at a time, for how long. */
export interface Load {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

/** Requests per second and the 95th percentile in milliseconds; throws when any answer was not 2xx. */
export const loadOf = async ({
  url,
  headers = {},
  connections,
  seconds,
}: Load): Promise<{ perSecond: number; p95: number; bytes: number }> => {
  const result = await autocannon({ url, headers: { ...headers }, connections, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  }
  const bytes = result['2xx'] > 0 ? Math.round(result.throughput.total / result['2xx']) : 0;
  return { perSecond: result.requests.average, p95: result.latency.p97_5, bytes };
};

/** Prints a figure for machines; the reading of it is the reader's. */
export const report = (name: string, value: number, unit: string, limit: number | null = null): void => {
  const figure: Figure = {
    name,
    value: round(value),
    unit,
    limit: limit === null ? null : round(limit),
    ratio: limit === null || limit === 0 ? null : round(value / limit),
  };
  process.stdout.write(`${JSON.stringify(figure)}\n`);
};

const round = (value: number): number => Math.round(value * 100) / 100;
