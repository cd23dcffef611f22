import { type AreasReport, areasInWords, importAreas, importTexts, remarksInWords } from '#gemeente/index.ts';
import { translator } from '#platform/texts/catalogue.ts';
import { type CliCommand, type CliInput, UsageProblem } from './command.ts';
import { mustRead } from './read-text.ts';
import { say } from './sentences.ts';
import { chosenTenant } from './tenants.ts';

/** Reads outlines of buurten and wijken, codes and names, or a municipality's own division. */
export const importAreasCli: CliCommand = {
  name: 'import areas',
  about: 'Lees buurten en wijken: GeoJSON of GeoPackage (WGS84 of RD), of een tabel met codes en namen.',
  word: { name: 'bestand', about: 'Pad van het bestand.' },
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
    { name: 'kind', value: 'buurt|wijk', about: 'Wat de gebieden zijn; anders volgt dat uit hun codes.' },
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
    await mustRead(file);
    progress(`${file} …`);
    const report = await importAreas(world, gemeente, { path: file }, optionsIn(input));
    return {
      sentences: inSentences(file, report),
      facts: { gemeente, ...report },
      failed: report.problem !== null,
    };
  },
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
