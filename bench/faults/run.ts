// `npm run faults -- [--kills 50] [--givers 4] [--readers 2] [--seed 7]`: kills the program and PostgreSQL at random moments
// under load, and then looks whether anything was lost or done twice. Other modes by name. Ends by itself; JSON lines, as the
// bench. See docs/faults.md.
import { parseArgs } from 'node:util';
import { killRun } from './kills.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    givers: { type: 'string', default: '4' },
    readers: { type: 'string', default: '2' },
    seed: { type: 'string' },
  },
});

const MOST_KILLS = 500;
const LARGEST_SEED = 1_000_000;

const main = (): Promise<boolean> =>
  killRun({
    kills: Math.min(MOST_KILLS, Number(values.kills)),
    givers: Number(values.givers),
    readers: Number(values.readers),
    seed: Number(values.seed ?? Math.floor(Math.random() * LARGEST_SEED)),
  });

process.exitCode = (await main()) ? 0 : 1;
