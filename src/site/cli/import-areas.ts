import {
  type AreasReport,
  areasInWords,
  importAreas,
  importTexts,
  outlinesFromPdok,
  remarksInWords,
  remoteInWords,
} from '#gemeente/index.ts';
import { RemoteProblem } from '#platform/remote/index.ts';
import { translator } from '#platform/texts/catalogue.ts';
import type { World } from '#platform/world.ts';
import { type CliCommand, type CliInput, UsageProblem } from './command.ts';
import { mustRead } from './read-text.ts';
import { say } from './sentences.ts';
import { chosenTenant } from './tenants.ts';

/** Reads outlines of buurten and wijken, codes and names, or a municipality's own division. */
export const importAreasCli: CliCommand = {
  name: 'import areas',
  about: 'Lees buurten en wijken: GeoJSON of GeoPackage (WGS84 of RD), of een tabel met codes en namen.',
  word: { name: 'bestand', about: 'Pad van het bestand; of: pdok, om de grenzen op te halen bij PDOK.' },
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
    { name: 'kind', value: 'buurt|wijk', about: 'Wat de gebieden zijn; anders volgt dat uit hun codes.' },
    { name: 'url', value: 'adres', about: 'Ander adres van PDOK dan in de instellingen (OGC API of WFS).' },
    { name: 'layer', value: 'naam', about: 'Laag van een GeoPackage; nodig als er meer kunnen.' },
    { name: 'code-property', value: 'naam', about: 'Eigenschap met de code.' },
    { name: 'name-property', value: 'naam', about: 'Eigenschap met de naam.' },
    { name: 'wijk-property', value: 'naam', about: 'Eigenschap met de code van de wijk.' },
    { name: 'source', value: 'tekst', about: 'Bron van de grenzen; staat bij elke kaart.' },
    {
      name: 'valid-from',
      value: '2016-01-01',
      about: 'Dag vanaf wanneer het nieuwe geldt; anders vandaag. De vorige grens blijft bewaard.',
    },
    { name: 'correction', about: 'De grenzen die er staan waren fout: vervang ze zonder ze te bewaren.' },
    { name: 'end-missing', about: 'Laat buurten die niet in het bestand staan op die dag eindigen.' },
    { name: 'dry-run', about: 'Vertel alleen wat er zou gebeuren.' },
  ],
  run: async (input, { world, progress }) => {
    const gemeente = await chosenTenant(world, input.option('gemeente'));
    const [file = ''] = input.words;
    const options = optionsIn(input);
    const t = translator(importTexts, 'nl');
    const tell = (count: number): void => progress(t('remote.fetching', { source: SOURCE, count }));
    const fetched =
      file === FETCH ? await fetching(world, gemeente, input, options.kind ?? 'buurt', tell) : null;
    if (fetched && 'sentence' in fetched)
      return { sentences: [fetched.sentence], facts: { gemeente, problem: fetched.reason }, failed: true };
    if (!fetched) await mustRead(file);
    progress(`${file} …`);
    const report = await importAreas(world, gemeente, fetched?.text ?? { path: file }, options);
    return {
      sentences: inSentences(file, report),
      facts: { gemeente, ...report },
      failed: report.problem !== null,
    };
  },
};

/** The word that stands for a file: fetch it. */
const FETCH = 'pdok';
const SOURCE = 'PDOK';

const fetching = async (
  world: World,
  gemeente: string,
  input: CliInput,
  kind: 'buurt' | 'wijk',
  progress: (count: number) => void,
): Promise<{ text: string } | { sentence: string; reason: string }> => {
  try {
    return {
      text: await outlinesFromPdok(world, gemeente, kind, { address: input.option('url'), progress }),
    };
  } catch (error) {
    const sentence = remoteInWords(translator(importTexts, 'nl'), error, SOURCE);
    if (sentence === undefined || !(error instanceof RemoteProblem)) throw error;
    return { sentence, reason: error.reason };
  }
};

const optionsIn = (input: CliInput) => {
  const typed = input.option('kind');
  const kind = (['buurt', 'wijk'] as const).find((known) => known === typed);
  if (typed !== '' && !kind) throw new UsageProblem(say.badOption(`--kind ${typed}`, 'import areas'));
  return {
    ...(kind ? { kind } : {}),
    layer: input.option('layer'),
    codeProperty: input.option('code-property'),
    nameProperty: input.option('name-property'),
    wijkCodeProperty: input.option('wijk-property'),
    source: input.option('source'),
    correction: input.given('correction'),
    endMissing: input.given('end-missing'),
    dryRun: input.given('dry-run'),
    ...(input.option('valid-from') ? { validFrom: input.option('valid-from') } : {}),
  };
};

const REMARKS_SHOWN = 20;

const inSentences = (file: string, report: AreasReport): string[] => {
  const t = translator(importTexts, 'nl');
  const remarks = remarksInWords(t, report);
  return [
    `${file}:`,
    ...areasInWords(t, report),
    ...(remarks.length > 0 ? [t('areas.remarks')] : []),
    ...remarks.slice(0, REMARKS_SHOWN).map((remark) => `  ${remark}`),
    ...(remarks.length > REMARKS_SHOWN
      ? [`  ${t('areas.more', { count: remarks.length - REMARKS_SHOWN })}`]
      : []),
  ];
};
