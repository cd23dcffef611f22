import autocannon from 'autocannon';

/**
 * One measured figure, as a line of JSON. `limit` is the bare limit measured in the same run, `ratio` the part of it that is
 * reached; `bar` is what we want of it, at least or at most.
 */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly ratio: number | null;
  readonly bar?: string;
  readonly met?: boolean;
}

/** What is asked of a server, how many at a time, for how long. Several paths are asked in turn. */
export interface Load {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

/** What a load showed: requests per second, percentiles in milliseconds, bytes of an answer. */
export interface Loaded {
  readonly perSecond: number;
  readonly p50: number;
  /** A little stricter than the 95th percentile, which the program that loads does not tell. */
  readonly p97: number;
  /** Of the first page, unpacked. */
  readonly bytes: number;
}

const shoot = (
  { origin, paths, headers = {}, connections }: Load,
  more: { amount?: number; duration?: number },
) =>
  autocannon({
    url: origin,
    connections,
    ...more,
    requests: paths.map((path) => ({ path, headers: { ...headers } })),
  });

/** First enough to warm up every connection's plans, then the load; throws when any answer was not 2xx. */
export const loadOf = async (load: Load): Promise<Loaded> => {
  await shoot({ ...load, connections: 10 }, { amount: Math.max(120, 8 * load.paths.length) });
  const { origin, paths, headers = {} } = load;
  const page = await fetch(`${origin}${paths[0]}`, {
    headers: { ...headers, 'accept-encoding': 'identity' },
  });
  const bytes = (await page.arrayBuffer()).byteLength;
  const result = await shoot(load, { duration: load.seconds });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${load.paths[0]}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  }
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    bytes,
  };
};

/** What we want of a figure. */
export interface Bar {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Prints one figure that is not kept. */
export const report = (name: string, value: number, unit: string, limit: number | null = null): void =>
  figuresOfRun().report(name, value, unit, limit === null ? {} : { limit });

/** The figures of a run. */
export interface Figures {
  readonly all: readonly Figure[];
  /** Prints a figure for machines and keeps it; the reading of it is the reader's. */
  readonly report: (name: string, value: number, unit: string, beside?: Bar & { limit?: number }) => void;
}

/** An empty set of figures. */
export const figuresOfRun = (): Figures => {
  const all: Figure[] = [];
  return {
    all,
    report: (name, value, unit, { limit, ...bar } = {}) => {
      const figure: Figure = {
        name,
        value: round(value),
        unit,
        limit: limit === undefined ? null : round(limit),
        ratio: limit ? round(value / limit) : null,
        ...barOf(value, bar),
      };
      all.push(figure);
      process.stdout.write(`${JSON.stringify(figure)}\n`);
    },
  };
};

const barOf = (value: number, { atLeast, atMost }: Bar): Pick<Figure, 'bar' | 'met'> => {
  if (atLeast !== undefined) return { bar: `>= ${atLeast}`, met: value >= atLeast };
  if (atMost !== undefined) return { bar: `<= ${atMost}`, met: value <= atMost };
  return {};
};

const round = (value: number): number => Math.round(value * 100) / 100;

/** The value below which `part` of the numbers lie. */
export const percentile = (numbers: readonly number[], part: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;
};
