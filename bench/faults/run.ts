// `npm run faults -- [--kills 50] [--givers 4] [--readers 2] [--seed 7]`: kills the program and PostgreSQL at random moments
// under load, and then looks whether anything was lost or done twice. `--disk`: fills the disk. `--slow`: a slow and a dead
// line to the database. `--storm [--minutes 60]`: the busiest hour. Ends by itself; JSON lines, as the bench. See docs/faults.md.
import { parseArgs } from 'node:util';
import { diskRun } from './disk.ts';
import { killRun } from './kills.ts';
import { slowRun } from './slow.ts';
import { stormRun } from './storm.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    givers: { type: 'string', default: '4' },
    readers: { type: 'string', default: '2' },
    seed: { type: 'string' },
    disk: { type: 'boolean', default: false },
    slow: { type: 'boolean', default: false },
    storm: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '60' },
  },
});

const MOST_KILLS = 500;
const MOST_MINUTES = 240;
const LARGEST_SEED = 1_000_000;

const main = (): Promise<boolean> => {
  if (values.disk) return diskRun();
  if (values.slow) return slowRun();
  if (values.storm) return stormRun(Math.min(MOST_MINUTES, Number(values.minutes)));
  return killRun({
    kills: Math.min(MOST_KILLS, Number(values.kills)),
    givers: Number(values.givers),
    readers: Number(values.readers),
    seed: Number(values.seed ?? Math.floor(Math.random() * LARGEST_SEED)),
  });
};

process.exitCode = (await main()) ? 0 : 1;
