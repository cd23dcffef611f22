import { dirname } from 'node:path';
import { readConfig } from '#platform/config/config.ts';
import { Refusal } from '#platform/errors.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import { TransferProblem } from '#platform/transfer/problem.ts';
import { openGround, processLogger } from '../start/ground.ts';
import { endingFor } from '../start/problems.ts';
import { siteOn, versionOf } from '../start/serve.ts';
import type { CliCommand, CliHouse, CliInput, CliResult, HouseCommand } from './command.ts';
import { UsageProblem } from './command.ts';
import { forgetLog } from './forget-log.ts';
import { gemeenteCreate } from './gemeente-create.ts';
import { importAreasCli } from './import-areas.ts';
import { importCategoriesCli } from './import-categories.ts';
import { importKeyFiguresCli } from './import-key-figures.ts';
import { importSignalenCli } from './import-signalen.ts';
import { makeKey } from './make-key.ts';
import { helpText, parseTyped } from './parse.ts';
import { refusalInWords } from './refusal-words.ts';
import { rotateKey } from './rotate-key.ts';
import { signInLink } from './sign-in-link.ts';
import { demoCommand, migrateCommand } from './small-commands.ts';
import { backupCommand } from './transfer/backup.ts';
import { exportGemeente } from './transfer/export-gemeente.ts';
import { exportOpenData } from './transfer/export-open-data.ts';
import { importGemeente } from './transfer/import-gemeente.ts';
import { restoreCommand } from './transfer/restore.ts';
import { problemInWords } from './transfer/sentences.ts';

/** Every command of the command line. */
const commands: readonly CliCommand[] = [
  gemeenteCreate,
  signInLink,
  importAreasCli,
  importKeyFiguresCli,
  importCategoriesCli,
  importSignalenCli,
  importGemeente,
  exportOpenData,
  exportGemeente,
  backupCommand,
  restoreCommand,
  migrateCommand,
  demoCommand,
  makeKey,
  rotateKey,
  forgetLog,
];

/** Runs one command and ends: 0 done, 1 it could not be done, 2 used or set wrongly. */
export const runCli = async (entryFolder: string, argv: readonly string[]): Promise<void> => {
  const spoken: { lang: Lang } = { lang: 'nl' };
  try {
    const typed = parseTyped(argv, commands);
    if (typed.kind === 'help') {
      process.stdout.write(helpText(commands, typed.command));
      return;
    }
    if (typed.input.option('lang') === 'en') spoken.lang = 'en';
    const result = await runOne(dirname(entryFolder), typed.command, typed.input);
    const text = typed.json ? JSON.stringify(result.facts) : result.sentences.join('\n');
    process.stdout.write(`${text}\n`);
    process.exitCode = result.failed ? 1 : 0;
  } catch (error) {
    const { sentence, code } = endingOf(error, spoken.lang);
    process.stderr.write(`${sentence}\n`);
    process.exitCode = code;
  }
};

const endingOf = (error: unknown, lang: Lang): { sentence: string; code: number } => {
  if (error instanceof UsageProblem) return { sentence: error.message, code: 2 };
  if (error instanceof TransferProblem) return { sentence: problemInWords(error), code: 1 };
  if (error instanceof Refusal) return { sentence: refusalInWords(error, lang), code: 1 };
  return endingFor(error);
};

const runOne = async (root: string, command: CliCommand, input: CliInput): Promise<CliResult> => {
  // What a program says of itself would stand between the answer's lines; only what is wrong comes through.
  const config = { ...readConfig(process.env), logLevel: 'warn' as const };
  const log = processLogger(config);
  const version = versionOf(root);
  if ('runBelow' in command) return command.runBelow(input, { config, version, log, progress: tellProgress });
  const open = await openGround({ config, root, log, mayJoin: true });
  try {
    const site = siteOn(open, { config, root, demo: false, background: false });
    return await runInHouse(
      command,
      input,
      { open, config, world: site.world, version, progress: tellProgress },
      site.jobs,
    );
  } finally {
    await open.close();
  }
};

/** Commands may send events, for which the job tables must be known; none of them works jobs off. */
const runInHouse = async (
  command: HouseCommand,
  input: CliInput,
  house: CliHouse,
  jobs: Jobs,
): Promise<CliResult> => {
  await jobs.open();
  try {
    return await command.run(input, house);
  } finally {
    await jobs.stop();
  }
};

const tellProgress = (sentence: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`${sentence}\n`);
};
