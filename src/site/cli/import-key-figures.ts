import { z } from 'zod';
import {
  columnsInWords,
  type FiguresReport,
  figureRemarksInWords,
  figuresFromCbs,
  figuresInWords,
  importKeyFigures,
  importTexts,
  remoteInWords,
  unusedInWords,
} from '#gemeente/index.ts';
import { RemoteProblem } from '#platform/remote/index.ts';
import { translator } from '#platform/texts/catalogue.ts';
import type { World } from '#platform/world.ts';
import { type CliCommand, type CliInput, UsageProblem } from './command.ts';
import { readText } from './read-text.ts';
import { say } from './sentences.ts';
import { chosenTenant } from './tenants.ts';

/** Reads key figures of buurten and wijken. */
export const importKeyFiguresCli: CliCommand = {
  name: 'import key-figures',
  about: 'Lees kerncijfers van buurten en wijken: CSV of JSON van het CBS, of een tabel met eigen kolommen.',
  word: { name: 'bestand', about: 'Pad van het bestand; of: cbs, om de cijfers op te halen bij het CBS.' },
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
    {
      name: 'year',
      value: '2024',
      about: 'Jaar van de cijfers; anders volgt dat uit het bestand of zijn naam.',
    },
    {
      name: 'mapping',
      value: 'bestand.json',
      about: 'Wat de kolommen zijn, als {"population": "residents"}; de rest raden we.',
    },
    { name: 'save-mapping', about: 'Onthoud wat de kolommen zijn voor een volgend bestand.' },
    {
      name: 'table',
      value: '85984NED',
      about: 'Andere tabel van het CBS dan in de instellingen (met: cbs).',
    },
    { name: 'url', value: 'adres', about: 'Ander adres van het CBS dan in de instellingen (met: cbs).' },
    { name: 'source', value: 'tekst', about: 'Bron van de cijfers; anders CBS.' },
    { name: 'definition', value: 'tekst', about: 'Tabel of uitgave, zoals 85984NED.' },
    { name: 'dry-run', about: 'Vertel alleen wat er zou gebeuren.' },
  ],
  run: async (input, { world, progress }) => {
    const gemeente = await chosenTenant(world, input.option('gemeente'));
    const [file = ''] = input.words;
    const options = { ...(await optionsIn(input)), fileName: file };
    const t = translator(importTexts, 'nl');
    const tell = (count: number): void => progress(t('remote.fetching', { source: 'CBS', count }));
    const source = file === 'cbs' ? await fetching(world, gemeente, input, tell) : await readText(file);
    if (typeof source === 'object' && 'sentence' in source)
      return { sentences: [source.sentence], facts: { gemeente, problem: source.reason }, failed: true };
    progress(`${file} …`);
    const report = await importKeyFigures(world, gemeente, source, options);
    return {
      sentences: inSentences(file, report),
      facts: { gemeente, ...report },
      failed: report.problem !== null,
    };
  },
};

const fetching = async (
  world: World,
  gemeente: string,
  input: CliInput,
  progress: (count: number) => void,
) => {
  try {
    const told = { address: input.option('url'), table: input.option('table'), progress };
    return { table: await figuresFromCbs(world, gemeente, told) };
  } catch (error) {
    const sentence = remoteInWords(translator(importTexts, 'nl'), error, 'CBS');
    if (sentence === undefined || !(error instanceof RemoteProblem)) throw error;
    return { sentence, reason: error.reason };
  }
};

const mappingSchema = z.record(z.string(), z.string());

const optionsIn = async (input: CliInput) => {
  const year = input.option('year');
  if (year !== '' && !/^\d{4}$/.test(year))
    throw new UsageProblem(say.badOption(`--year ${year}`, 'import key-figures'));
  const file = input.option('mapping');
  return {
    source: input.option('source'),
    definition: input.option('definition'),
    saveMapping: input.given('save-mapping'),
    dryRun: input.given('dry-run'),
    ...(year === '' ? {} : { year: Number(year) }),
    ...(file === '' ? {} : { mapping: mappingIn(file, await readText(file)) }),
  };
};

const mappingIn = (file: string, text: string): Record<string, string> => {
  try {
    return mappingSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new UsageProblem(say.badOption(`--mapping ${file}`, 'import key-figures'), { cause: error });
  }
};

const REMARKS_SHOWN = 20;

const inSentences = (file: string, report: FiguresReport): string[] => {
  const t = translator(importTexts, 'nl');
  const remarks = figureRemarksInWords(t, report);
  const columns = columnsInWords(t, report);
  return [
    `${file}:`,
    ...figuresInWords(t, report),
    ...(columns.length > 0 ? [t('figures.columns'), ...columns.map((column) => `  ${column}`)] : []),
    ...unusedInWords(t, report),
    ...(remarks.length > 0 ? [t('figures.remarks')] : []),
    ...remarks.slice(0, REMARKS_SHOWN).map((remark) => `  ${remark}`),
    ...(remarks.length > REMARKS_SHOWN
      ? [`  ${t('areas.more', { count: remarks.length - REMARKS_SHOWN })}`]
      : []),
  ];
};
