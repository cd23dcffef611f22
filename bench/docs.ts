import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { growthChart } from './chart.ts';
import type { Figure } from './measure.ts';
import type { Options } from './options.ts';
import type { PageResult } from './pages.ts';
import { reasonOf } from './reasons.ts';

/** What a run gives to write down. */
export interface Written {
  readonly figures: readonly Figure[];
  readonly results: readonly PageResult[];
  readonly options: Options;
  /** Seconds that making and measuring took. */
  readonly seconds: number;
}

const GROWING = ['staff list', 'staff list with filters', 'detail', 'map of a wijk', 'search in text'];
const CHART = 'performance-growth.svg';

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

const figureRow = ({ name, value, unit, limit, ratio, bar, met }: Figure): string[] => [
  name,
  `${number(value)} ${unit}`,
  limit === null ? '' : number(limit),
  ratio === null ? '' : number(ratio),
  bar ?? '',
  met === undefined ? '' : met ? 'yes' : '**no**',
];

const growthRows = ({ results, options }: Written): string[][] =>
  GROWING.map((page) => [
    page,
    ...options.sizes.map((size) => {
      const found = results.find((one) => one.page === page && one.size === size);
      return found ? `${number(found.p50)} / ${number(found.p97)}` : '';
    }),
  ]);

const machine = (): string => {
  const [cpu] = cpus();
  const load = loadavg().map((value) => value.toFixed(1));
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB of memory, Node ${process.versions.node}, the embedded PostgreSQL with its own settings on the same machine as the program and the program that loads it. Load of the machine at the end of the run (1, 5 and 15 minutes): ${load.join(', ')}.`;
};

const shortfalls = (figures: readonly Figure[]): string => {
  const short = figures.filter(({ met }) => met === false);
  if (short.length === 0) return 'Every bar was reached in this run.';
  return short
    .map(({ name, value, unit, bar }) => {
      const reason = reasonOf(name);
      return `- ${name}: ${number(value)} ${unit}, the bar is ${bar}${reason ? `: ${reason}` : ''}.`;
    })
    .join('\n');
};

const EXPLAINED = `## How to read this
- **Limit** is what this very machine reaches in the same run with the least that could do: for a page one of the same number of bytes by Hono and React alone, without a database, a session or a policy; for giving a signaal the same statements, recorded from the house, through bare \`pg\` at the same concurrency. **Ratio** is our part of it. When the machine is busy both sink, so the ratio says more than the figure.
- The bars are set for 10,000 and 200,000 signalen; a million shows how it goes on.
- Four requests at a time. p97.5 stands for the p95 of the bars: the program that loads does not tell the 95th percentile, and this one is stricter.
- Twenty municipalities lie in the database. Their signalen are made up, the same in every run of one day, spread over five years, one in twelve still open; each has its words, its part for a department, and where it ended its answer.
- The home page and the pages of the wijken are kept for at most five seconds for whoever is not signed in, and dropped as soon as something changes in their municipality. Their figures name the day on which they were counted. Everything else is asked of the database each time.
- Of the home page counts what a browser fetches on a first visit: page, stylesheets, scripts, icon and the two cuts of the font, with gzip.
- Every list and page asks at most six statements (a promise test holds that); no figure here is a test.`;

/** Writes \`performance.md\` and its chart into a folder, from one run. */
export const writeDocs = (folder: string, written: Written): void => {
  const { figures, results, options, seconds } = written;
  const lines = GROWING.map((page) => ({
    name: page,
    points: results.filter((one) => one.page === page).map(({ size, p50 }) => ({ size, value: p50 })),
  }));
  writeFileSync(
    join(folder, CHART),
    growthChart('Median milliseconds of a page by signalen in the municipality', lines),
  );
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: folder });
  const commit = stdout?.toString().trim() || 'unknown';
  const day = new Date().toISOString().slice(0, 10);
  const text = `# Performance

Written by \`npm run bench -- --write-docs\` on ${day} at commit ${commit}; making the municipalities and measuring took ${seconds} seconds. Do not edit by hand.

Machine: ${machine()}

## Figures
${table(['What', 'Value', 'Limit', 'Ratio', 'Bar', 'Reached'], figures.map(figureRow))}

## What falls short
${shortfalls(figures)}

## Growth
Milliseconds, median / p97.5, of pages over HTTP with ${options.connections} at a time.

${table(['Page', ...options.sizes.map((size) => `${number(size)} signalen`)], growthRows(written))}

![Median milliseconds of a page by the number of signalen in the municipality](${CHART})

${EXPLAINED}
`;
  writeFileSync(join(folder, 'performance.md'), text);
};
