// `npm run faults -- [--kills 50] [--givers 4] [--readers 2]`: kills the program and PostgreSQL at random moments under load,
// and then looks whether anything was lost or done twice. Ends by itself; JSON lines, as the bench.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { discardEmbedded } from '#platform/database/launcher/launcher.ts';
import { makeTemporaryFolder } from '#platform/temporary-folder.ts';
import { figuresOfRun, percentile } from '../measure.ts';
import { visit } from '../visitor.ts';
import { type Crowd, gather } from './crowd.ts';
import { adminOf } from './database.ts';
import { examine, settleDown, type Wrongs } from './examine.ts';
import { admit, type Patient } from './patient.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    givers: { type: 'string', default: '4' },
    readers: { type: 'string', default: '2' },
  },
});
const KILLS = Math.min(500, Number(values.kills));
/** Milliseconds from one fault to the next, at most. */
const CALM = 2_500;

const killing = async (patient: Patient): Promise<{ app: number[]; postgres: number[] }> => {
  const back = { app: [] as number[], postgres: [] as number[] };
  for (let turn = 0; turn < KILLS; turn += 1) {
    await pause(200 + Math.random() * CALM);
    // Turn by turn, so that each gets half; the moment is what is random.
    if (turn % 2 === 0) back.app.push(await patient.killApp());
    else back.postgres.push(await patient.killPostgres());
  }
  return back;
};

const codesThatAnswer = async (origin: string, codes: readonly string[]): Promise<number> => {
  let found = 0;
  for (const code of new Set(codes)) {
    const { text } = await visit(origin).ask(`/volg/${code}`);
    if (text.includes(code)) found += 1;
  }
  return found;
};

const tell = (crowd: Crowd, back: { app: number[]; postgres: number[] }, wrongs: Wrongs): void => {
  const { report } = figuresOfRun();
  const { codes, lost, retries, reads } = crowd.seen;
  report('faults: program killed', back.app.length, 'times');
  report('faults: PostgreSQL killed', back.postgres.length, 'times');
  report('faults: median until ready again, program killed', percentile(back.app, 0.5), 'ms');
  report('faults: median until ready again, PostgreSQL killed', percentile(back.postgres, 0.5), 'ms');
  report('faults: longest until ready again', Math.max(...back.app, ...back.postgres), 'ms');
  report('faults: receipts given meanwhile', codes.length, 'signalen');
  report('faults: pages read meanwhile', reads.count, 'pages');
  report('faults: tries that met a closed door', retries.count, 'tries');
  report('faults: forms that never got a receipt', lost.length, 'forms');
  for (const [name, count] of Object.entries(wrongs)) report(`faults: ${name}`, count, 'wrong');
};

const main = async (): Promise<boolean> => {
  const dataDir = makeTemporaryFolder('faults');
  const patient = await admit(dataDir);
  try {
    const crowd = gather([patient.origin], Number(values.givers), Number(values.readers));
    const back = await killing(patient);
    await pause(1_000);
    await crowd.goHome();
    const client = new pg.Client(adminOf(dataDir));
    await client.connect();
    try {
      await settleDown(client);
      const found = await codesThatAnswer(patient.origin, crowd.seen.codes);
      const wrongs = await examine(client, crowd.seen.codes, found);
      tell(crowd, back, wrongs);
      return crowd.seen.lost.length === 0 && Object.values(wrongs).every((count) => count === 0);
    } finally {
      await client.end();
    }
  } finally {
    await patient.stop();
    discardEmbedded(dataDir);
  }
};

process.exitCode = (await main()) ? 0 : 1;
