import { type CategoriesReport, importCategories } from '#signaal/index.ts';
import type { CliCommand } from './command.ts';
import { readText } from './read-text.ts';
import { chosenTenant } from './tenants.ts';

const problems: Readonly<Record<NonNullable<CategoriesReport['problem']>, string>> = {
  not_json: 'het is geen JSON',
  no_subjects: 'er staat geen onderwerp in zoals Signalen die beschrijft',
  too_many_subjects: 'het bevat te veel onderwerpen (meer dan 500)',
};

const remarks = {
  no_term: 'geen termijn in het bestand',
  no_department: 'geen afdeling die het werk doet: meldingen komen bij de balie',
  slug_changed: 'de korte naam was al van een hoofdonderwerp',
} as const;

/** Reads the category tree of a Signalen installation. */
export const importCategoriesCli: CliCommand = {
  name: 'import categories',
  about: 'Lees onderwerpen, termijnen en afdelingen uit de categorieën van Signalen (JSON).',
  word: { name: 'bestand', about: 'Pad van het JSON-bestand.' },
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
    {
      name: 'valid-from',
      value: '2016-01-01',
      about: 'Dag vanaf wanneer wat nieuw is geldt; anders vandaag.',
    },
    { name: 'dry-run', about: 'Vertel alleen wat er zou gebeuren.' },
  ],
  run: async (input, { world, progress }) => {
    const gemeente = await chosenTenant(world, input.option('gemeente'));
    const [file = ''] = input.words;
    const text = await readText(file);
    progress(`${file} …`);
    const report = await importCategories(world, gemeente, text, {
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

const inSentences = (file: string, report: CategoriesReport): string[] => {
  if (report.problem) return [`Het bestand ${file} is niet ingelezen: ${problems[report.problem]}.`];
  const { added, changed, unchanged, subjects, mains, departmentsMade, departments } = report;
  return [
    `${report.dryRun ? 'Er zou gebeuren' : 'Gedaan'}: ${added} erbij, ${changed} gewijzigd, ${unchanged} ongewijzigd, ` +
      `van ${subjects} onderwerpen in ${mains} hoofdonderwerpen.`,
    `Afdelingen: ${departments} genoemd, ${departmentsMade.length} gemaakt${departmentsMade.length > 0 ? `: ${departmentsMade.join(', ')}` : ''}.`,
    ...report.lookAlikes.map(
      ({ name, letters }) =>
        `Let op: in "${name}" stond een letter uit een ander schrift, ${letters.join(', ')}; die is vervangen.`,
    ),
    ...report.unreadable.map((slug) => `Overgeslagen, niet te lezen: ${slug}`),
    ...report.rows.flatMap(rowSentence),
  ];
};

/** A line for each subject that somebody should look at: several departments were named, or something is missing. */
const rowSentence = (row: CategoriesReport['rows'][number]): string[] => {
  if (row.main || (row.act === 'keep' && row.remarks.length === 0)) return [];
  const notes = [
    row.department ? `gaat naar ${row.department} (van ${row.named} genoemde)` : '',
    row.changes.length > 0 ? `gewijzigd: ${row.changes.join(', ')}` : '',
    ...row.remarks.map((remark) => remarks[remark]),
  ].filter(Boolean);
  return [`  ${row.name}: ${notes.join('; ')}`];
};
