/** Labels of one series, such as `{ route: '/volg/:code', status: '200' }`. Never a path, a name or a code. */
type Labels = Readonly<Record<string, string>>;

/** A number that only grows. */
interface Counter {
  readonly add: (labels: Labels, amount?: number) => void;
}

/** How long things took, counted in steps. */
interface Histogram {
  readonly observe: (labels: Labels, seconds: number) => void;
}

type Reading = readonly { readonly labels: Labels; readonly value: number }[];

/** The figures of this process, in the text form that Prometheus reads. */
export interface Metrics {
  readonly counter: (name: string, help: string) => Counter;
  readonly histogram: (name: string, help: string) => Histogram;
  /** A figure that is looked up each time somebody asks. */
  readonly gauge: (name: string, help: string, read: () => Promise<Reading> | Reading) => void;
  readonly text: () => Promise<string>;
}

const STEPS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];

interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'histogram' | 'gauge';
  readonly lines: () => Promise<string[]> | string[];
}

/** An empty set of figures. */
export const createMetrics = (): Metrics => {
  const families: Family[] = [];
  return {
    counter: (name, help) => {
      const { family, counter } = makeCounter(name, help);
      families.push(family);
      return counter;
    },
    histogram: (name, help) => {
      const { family, histogram } = makeHistogram(name, help);
      families.push(family);
      return histogram;
    },
    gauge: (name, help, read) => {
      const lines = () => readOrNothing(name, read);
      families.push({ name, help, type: 'gauge', lines });
    },
    text: async () => {
      const blocks = await Promise.all(families.map(describe));
      return `${blocks.flat().join('\n')}\n`;
    },
  };
};

const describe = async ({ name, help, type, lines }: Family): Promise<string[]> => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...(await lines()),
];

/** A figure that cannot be looked up, such as of a database that is away, is left out: the others are wanted most just then. */
const readOrNothing = async (name: string, read: () => Promise<Reading> | Reading): Promise<string[]> => {
  try {
    return (await read()).map(({ labels, value }) => line(name, labels, value));
  } catch {
    return [];
  }
};

const makeCounter = (name: string, help: string): { family: Family; counter: Counter } => {
  const series = new Map<string, { labels: Labels; value: number }>();
  const counter: Counter = {
    add: (labels, amount = 1) => {
      const key = JSON.stringify(labels);
      const known = series.get(key);
      if (known) known.value += amount;
      else series.set(key, { labels, value: amount });
    },
  };
  const lines = () => [...series.values()].map(({ labels, value }) => line(name, labels, value));
  return { family: { name, help, type: 'counter', lines }, counter };
};

interface Series {
  readonly labels: Labels;
  readonly counts: number[];
  count: number;
  sum: number;
}

const makeHistogram = (name: string, help: string): { family: Family; histogram: Histogram } => {
  const all = new Map<string, Series>();
  const histogram: Histogram = {
    observe: (labels, seconds) => {
      const key = JSON.stringify(labels);
      const series = all.get(key) ?? { labels, counts: STEPS.map(() => 0), count: 0, sum: 0 };
      all.set(key, series);
      for (const [place, step] of STEPS.entries()) {
        if (seconds <= step) series.counts[place] = (series.counts[place] ?? 0) + 1;
      }
      series.count += 1;
      series.sum += seconds;
    },
  };
  const lines = () => [...all.values()].flatMap((series) => histogramLines(name, series));
  return { family: { name, help, type: 'histogram', lines }, histogram };
};

const histogramLines = (name: string, { labels, counts, count, sum }: Series): string[] => [
  ...STEPS.map((step, place) => line(`${name}_bucket`, { ...labels, le: String(step) }, counts[place] ?? 0)),
  line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
  line(`${name}_sum`, labels, sum),
  line(`${name}_count`, labels, count),
];

const line = (name: string, labels: Labels, value: number): string => {
  const inside = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${inside.length > 0 ? `{${inside.join(',')}}` : ''} ${value}`;
};

const escapeLabel = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
