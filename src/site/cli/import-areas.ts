import { type AreasReport, importAreas } from '#gemeente/index.ts';
import type { CliCommand } from './command.ts';
import { readText } from './read-text.ts';
import { chosenTenant } from './tenants.ts';

const problems: Readonly<Record<string, string>> = {
  too_many_features: 'het bevat te veel gebieden (meer dan 5000)',
  no_code_property:
    'geen enkele eigenschap lijkt de code van een buurt te zijn; noem hem met --code-property',
};

/** Reads outlines of buurten from a GeoJSON file (WGS84). */
export const importAreasCli: CliCommand = {
  name: 'import areas',
  about: 'Lees buurten met hun omtrek uit een GeoJSON-bestand (WGS84).',
  word: { name: 'bestand', about: 'Pad van het GeoJSON-bestand.' },
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
    { name: 'code-property', value: 'naam', about: 'Eigenschap met de code van de buurt.' },
    { name: 'name-property', value: 'naam', about: 'Eigenschap met de naam van de buurt.' },
    { name: 'wijk-property', value: 'naam', about: 'Eigenschap met de code van de wijk.' },
    { name: 'source', value: 'tekst', about: 'Bron van de omtrekken; staat bij elke kaart.' },
    {
      name: 'valid-from',
      value: '2016-01-01',
      about: 'Dag vanaf wanneer nieuwe buurten gelden; anders vandaag.',
    },
    { name: 'dry-run', about: 'Vertel alleen wat er zou gebeuren.' },
  ],
  run: async (input, { world, progress }) => {
    const gemeente = await chosenTenant(world, input.option('gemeente'));
    const [file = ''] = input.words;
    const text = await readText(file);
    progress(`${file} …`);
    const report = await importAreas(world, gemeente, text, {
      codeProperty: input.option('code-property'),
      nameProperty: input.option('name-property'),
      wijkCodeProperty: input.option('wijk-property'),
      source: input.option('source'),
      dryRun: input.given('dry-run'),
      ...(input.option('valid-from') ? { validFrom: input.option('valid-from') } : {}),
    });
    return {
      sentences: inSentences(file, report),
      facts: { gemeente, ...report },
      failed: report.problem !== null,
    };
  },
};

const REMARKS_SHOWN = 20;

const inSentences = (file: string, report: AreasReport): string[] => {
  if (report.problem) {
    return [
      `Het bestand ${file} is niet ingelezen: ${problems[report.problem] ?? `het is geen bruikbare GeoJSON (${report.problem})`}.`,
    ];
  }
  const remarks = report.remarks
    .slice(0, REMARKS_SHOWN)
    .map(({ feature, code, reason }) => `  gebied ${feature + 1}${code ? ` (${code})` : ''}: ${reason}`);
  return [
    `${report.dryRun ? 'Er zou gebeuren' : 'Gedaan'}: ${report.added} buurten erbij, ${report.replaced} omtrekken vervangen, ` +
      `${report.unchanged} ongewijzigd, ${report.refused} overgeslagen, van ${report.features} gebieden.`,
    ...(report.wijkenMade > 0 ? [`${report.wijkenMade} wijken gemaakt.`] : []),
    ...(report.missing.length > 0
      ? [
          `${report.missing.length} buurten van de gemeente staan niet in het bestand en blijven zoals ze zijn.`,
        ]
      : []),
    ...(report.remarks.length > 0 ? ['Opmerkingen:', ...remarks] : []),
    ...(report.remarks.length > REMARKS_SHOWN ? [`  … en nog ${report.remarks.length - REMARKS_SHOWN}`] : []),
  ];
};
