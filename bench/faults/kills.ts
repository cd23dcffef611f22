import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { discardEmbedded } from '#platform/database/launcher/launcher.ts';
import { makeTemporaryFolder } from '#platform/temporary-folder.ts';
import { figuresOfRun, percentile } from '../measure.ts';
import { visit } from '../visitor.ts';
import { chanceOf } from './chance.ts';
import { type Crowd, gather, type Receipt } from './crowd.ts';
import { adminOf } from './database.ts';
import { examine, type Ground, settleDown, type Wrongs } from './examine.ts';
import { admit, type Patient } from './patient.ts';
import { openPost } from './post.ts';
import { blindQuestions } from './proof.ts';

/** How often, by how many people beside it, and which chance. */
export interface KillRun {
  readonly kills: number;
  readonly givers: number;
  readonly readers: number;
  /** The moments of the faults; what the crowd was doing at them is never quite the same. */
  readonly seed: number;
}

/** Milliseconds from one fault to the next, at most and at least. */
const CALM = 2_500;
const LEAST_CALM = 200;

type Back = Record<'app' | 'postgres' | 'both', number[]>;

const killing = async (patient: Patient, { kills, seed }: KillRun): Promise<Back> => {
  const chance = chanceOf(seed);
  const back: Back = { app: [], postgres: [], both: [] };
  for (let turn = 0; turn < kills; turn += 1) {
    await pause(LEAST_CALM + chance() * CALM);
    // Turn by turn, so that each gets its part; the moment is what is random.
    if (turn % 5 === 4) back.both.push(await patient.killBoth());
    else if (turn % 2 === 0) back.app.push(await patient.killApp());
    else back.postgres.push(await patient.killPostgres());
  }
  return back;
};

/** The receipts whose code does not open a page with the words of that very form. */
const deadCodes = async (origin: string, receipts: readonly Receipt[]): Promise<number> => {
  let dead = 0;
  for (const { code, mark } of receipts) {
    const { text } = await visit(origin).ask(`/volg/${code}`);
    if (!text.includes(code) || !text.includes(`(${mark})`)) dead += 1;
  }
  return dead;
};

interface Outcome {
  readonly crowd: Crowd;
  readonly back: Back;
  readonly settled: number;
  readonly twins: number;
  readonly wrongs: Wrongs & { readonly codeOpensNothing: number };
  readonly blind: readonly string[];
}

const tell = ({ crowd, back, settled, twins, wrongs, blind }: Outcome, run: KillRun): boolean => {
  const { report } = figuresOfRun();
  const { receipts, lost, retries, reads } = crowd.seen;
  report('faults: seed of this run', run.seed, 'seed');
  for (const [what, times] of Object.entries(back)) {
    report(`faults: killed, ${what}`, times.length, 'times');
    report(`faults: until ready again, ${what}, median`, percentile(times, 0.5), 'ms');
    report(`faults: until ready again, ${what}, longest`, Math.max(0, ...times), 'ms');
  }
  report('faults: receipts given meanwhile', receipts.length, 'signalen');
  report('faults: of these with a photo', receipts.filter(({ photo }) => photo).length, 'signalen');
  report('faults: of these with an addition', receipts.filter(({ added }) => added).length, 'signalen');
  report('faults: pages read meanwhile', reads.count, 'pages');
  report('faults: tries that met a closed door', retries.count, 'tries');
  report('faults: until all jobs were done', settled, 'ms');
  report('faults: mails that left twice under one Message-ID (decision 9)', twins, 'mails');
  report('faults: questions that do not see their own damage', blind.length, 'wrong');
  if (blind.length > 0) process.stderr.write(`blind: ${blind.join(', ')}\n`);
  report('faults: forms that never got a receipt', lost.length, 'wrong');
  for (const [name, count] of Object.entries(wrongs)) report(`faults: ${name}`, count, 'wrong');
  return lost.length + blind.length === 0 && Object.values(wrongs).every((count) => count === 0);
};

const examined = async (patient: Patient, crowd: Crowd, back: Back, ground: Ground): Promise<Outcome> => {
  const client = new pg.Client(adminOf(patient.dataDir));
  await client.connect();
  try {
    const settled = await settleDown(client);
    const codeOpensNothing = await deadCodes(patient.origin, ground.receipts);
    const wrongs = { ...(await examine(client, ground)), codeOpensNothing };
    const twins = [...ground.arrived().values()].filter((times) => times > 1).length;
    return { crowd, back, settled, twins, wrongs, blind: await blindQuestions(client, ground) };
  } finally {
    await client.end();
  }
};

/** Kills the program and PostgreSQL at random moments under load, and looks what was lost or done twice. True when nothing was. */
export const killRun = async (run: KillRun): Promise<boolean> => {
  process.stderr.write(`seed ${run.seed}\n`);
  const post = await openPost();
  const dataDir = makeTemporaryFolder('faults');
  try {
    const patient = await admit(dataDir, post.settings);
    try {
      const word = `storing-${run.seed.toString(36)}`;
      const crowd = await gather(patient.origin, { word, givers: run.givers, readers: run.readers });
      const back = await killing(patient, run);
      await pause(1_000);
      await crowd.goHome();
      const ground = { word, receipts: crowd.seen.receipts, arrived: post.arrived };
      return tell(await examined(patient, crowd, back, ground), run);
    } finally {
      await patient.stop();
    }
  } finally {
    discardEmbedded(dataDir);
    await post.close();
  }
};
