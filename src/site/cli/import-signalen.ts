import { createReadStream } from 'node:fs';
import { access, open as openFile, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { csvOf } from '#platform/csv.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import {
  type ImportedMapping,
  importedInSentences,
  importSignalen,
  type RejectedRow,
  readImportMapping,
  rejectionHeader,
  rejectionRows,
} from '#signaal/index.ts';
import { type CliCommand, type CliInput, UsageProblem } from './command.ts';
import { say } from './sentences.ts';
import { chosenTenant } from './tenants.ts';

/** Takes signalen of another system over from a file. */
export const importSignalenCli: CliCommand = {
  name: 'import signalen',
  about: 'Neem meldingen over uit een ander systeem (CSV, JSON of XLSX).',
  word: { name: 'bestand', about: 'Pad van het bestand; wat het is wordt aan de inhoud gezien.' },
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
    {
      name: 'system',
      value: 'Fixi',
      about: 'Systeem waar de meldingen vandaan komen; met het nummer daar herkent het een melding.',
    },
    {
      name: 'mapping',
      value: 'indeling.json',
      about: 'Indeling: welke kolom wat is, en welk onderwerp bij ons welk.',
    },
    {
      name: 'save-mapping',
      value: 'indeling.json',
      about: 'Schrijf de gebruikte indeling naar dit bestand.',
    },
    {
      name: 'zone',
      value: 'Europe/Amsterdam',
      about: 'Tijdzone van tijden waar geen zone bij staat; anders Europe/Amsterdam.',
    },
    {
      name: 'rejections',
      value: 'niet.csv',
      about: 'Schrijf wat niet is overgenomen naar dit bestand, met regel en reden.',
    },
    { name: 'lang', value: 'nl', about: 'Taal van de uitkomst: nl of en.' },
    { name: 'dry-run', about: 'Vertel alleen wat er zou gebeuren.' },
  ],
  run: async (input, { world, progress }) => {
    const lang = langOf(input.option('lang'));
    const gemeente = await chosenTenant(world, input.option('gemeente'));
    const [file = ''] = input.words;
    await mustBeThere(file);
    const rejections = await rejectionsFile(input.option('rejections'), lang);
    try {
      const report = await importSignalen(
        world,
        gemeente,
        { read: () => createReadStream(file) },
        {
          fileName: basename(file),
          mapping: await mappingOf(input),
          dryRun: input.given('dry-run'),
          onRejected: rejections.write,
          onProgress: (rows, ofRows) => progress(`${rows} / ${ofRows}`),
        },
      );
      const saved = await saveMapping(input.option('save-mapping'), report.mapping);
      return {
        sentences: [...importedInSentences(report, lang, input.option('rejections')), ...saved],
        facts: { gemeente, ...report },
        failed: report.counts.rows === report.counts.rejected,
      };
    } finally {
      await rejections.close();
    }
  },
};

const langOf = (typed: string): Lang => {
  if (typed === '' || typed === 'nl') return 'nl';
  if (typed === 'en') return 'en';
  throw new UsageProblem(say.badOption(`--lang ${typed}`, 'import signalen'));
};

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'onbekend';

const mustBeThere = async (file: string): Promise<void> => {
  try {
    await access(file);
  } catch (error) {
    throw new UsageProblem(say.fileMissing(file, reasonOf(error)), { cause: error });
  }
};

const mappingOf = async (input: CliInput): Promise<Partial<ImportedMapping>> => {
  const [system, zone] = [input.option('system'), input.option('zone')];
  const told = { ...(system ? { system } : {}), ...(zone ? { zone } : {}) };
  const file = input.option('mapping');
  if (file === '') return told;
  return { ...readImportMapping({ ...(await readJson(file)), ...told }) };
};

const readJson = async (file: string): Promise<object> => {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'geen JSON' : reasonOf(error);
    throw new UsageProblem(say.fileMissing(file, reason), { cause: error });
  }
};

const saveMapping = async (file: string, mapping: ImportedMapping): Promise<string[]> => {
  if (file === '') return [];
  await writeFile(file, `${JSON.stringify(mapping, null, 2)}\n`);
  return [say.mappingSaved(file)];
};

interface RejectionsFile {
  readonly write: (rejected: readonly RejectedRow[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opened before anything is stored: a folder that does not exist must not be found out at the end. */
const rejectionsFile = async (path: string, lang: Lang): Promise<RejectionsFile> => {
  if (path === '') return { write: async () => undefined, close: async () => undefined };
  const file = await openToWrite(path);
  await file.write(csvOf([rejectionHeader(lang)]));
  return {
    write: async (rejected) => {
      // The mark of UTF-8 stands at the beginning of the file only.
      if (rejected.length > 0) await file.write(csvOf(rejectionRows(rejected, lang)).slice(1));
    },
    close: () => file.close(),
  };
};

const openToWrite = async (path: string) => {
  try {
    return await openFile(path, 'w');
  } catch (error) {
    throw new UsageProblem(say.fileMissing(path, reasonOf(error)), { cause: error });
  }
};
