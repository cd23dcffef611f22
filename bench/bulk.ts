import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './pages.ts';
import { PHRASES } from './phrases.ts';
import { runToEnd } from './programs.ts';
import { spotOf } from './visitor.ts';

const IMPORTED = 20_000;
const PATIENCE = 120;
const MINUTE = 60_000;

/** Where the program lies and on which data folder it runs. */
export interface Installed {
  readonly root: string;
  readonly dataDir: string;
}

/** As `npm run wijkregie` has it. */
const NODE_OPTIONS = ['--max-semi-space-size=4'];

const runCli = ({ root, dataDir }: Installed, args: readonly string[]) =>
  runToEnd(
    [...NODE_OPTIONS, join(root, 'dist', 'cli.js'), ...args],
    { DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    PATIENCE,
  );

/** A file as another system gives it: semicolons, Dutch dates. */
const csvOf = (rows: number): string => {
  const begin = Date.UTC(2024, 0, 1, 8);
  const lines = Array.from({ length: rows }, (_, n) => {
    const { lat, lon } = spotOf(n);
    const [day = '', time = ''] = new Date(begin + n * 7 * MINUTE).toISOString().split('T');
    return `B-${n};${day} ${time.slice(0, 5)};"${PHRASES[n % PHRASES.length]}";${lat};${lon};Afgehandeld`;
  });
  return `${['Nummer;Datum melding;Omschrijving;Breedtegraad;Lengtegraad;Status', ...lines].join('\n')}\n`;
};

/** Takes over a file of another system by the command line, its start counted in. */
export const measureImport = async (
  { figures }: Run,
  installed: Installed,
  gemeente: string,
): Promise<void> => {
  const file = join(installed.dataDir, 'bench-import.csv');
  writeFileSync(file, csvOf(IMPORTED));
  const ended = await runCli(installed, [
    'import',
    'signalen',
    file,
    '--gemeente',
    gemeente,
    '--system',
    'Bench',
    '--json',
  ]);
  if (ended.code !== 0) throw new Error(`import signalen ended with ${ended.code}: ${ended.output}`);
  figures.report('import of signalen', IMPORTED / ended.seconds, 'rows/s', { atLeast: 2_000 });
  figures.report('import of signalen: memory at most', ended.mostMemory, 'MB');
};

const ROWS = `select
    (select count(*) from signaal where gemeente = $1) + (select count(*) from assignment where gemeente = $1)
    + (select count(*) from feedback where gemeente = $1) + (select count(*) from term where gemeente = $1) as rows`;

/** Gives everything of one municipality out by the command line. */
export const measureExport = async (run: Run, installed: Installed, gemeente: string): Promise<void> => {
  const { rows } = await run.ground.admin.query<{ rows: string }>(ROWS, [gemeente]);
  const folder = join(installed.dataDir, 'bench-export');
  mkdirSync(folder, { recursive: true });
  const args = [
    'export',
    '--gemeente',
    gemeente,
    '--to',
    join(folder, 'all.tar'),
    '--key',
    join(folder, 'key.txt'),
  ];
  const ended = await runCli(installed, args);
  if (ended.code !== 0) throw new Error(`export ended with ${ended.code}: ${ended.output}`);
  const count = Number(rows[0]?.rows ?? 0);
  run.figures.report(`export of ${count} rows and more: memory at most`, ended.mostMemory, 'MB', {
    atMost: 250,
  });
  run.figures.report(`export of ${count} rows and more`, count / ended.seconds, 'rows/s');
};
