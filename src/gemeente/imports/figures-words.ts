import { formatDate } from '#platform/calendar/index.ts';
import type { Translate } from '#platform/texts/catalogue.ts';
import type { FiguresReport } from '../key-figures/import-key-figures.ts';
import type { importTexts } from './texts.ts';

type T = Translate<(typeof importTexts)['nl']>;

/** What an import of key figures did, or would do, in sentences; without its remarks and columns. */
export const figuresInWords = (t: T, report: FiguresReport): string[] => {
  if (report.problem) return [t('areas.problem', { reason: t(`problem.${report.problem}`) })];
  const { added, changed, unchanged, regions, elsewhere, unknown, secret, residents, publication } = report;
  const what = t('figures.added', { added, changed, unchanged, regions });
  const day = publication === null ? '' : formatDate(publication.measuredOn, t.lang);
  const says = (is: boolean, sentence: () => string): string[] => (is ? [sentence()] : []);
  return [
    report.dryRun ? t('areas.trial', { what }) : t('areas.done', { what }),
    ...(publication === null
      ? []
      : [t('figures.definition', { definition: publication.definition, source: publication.source, day })]),
    ...says(unknown + secret > 0, () => t('figures.missing', { unknown, secret })),
    ...says(residents > 0, () => t('figures.residents', { count: residents })),
    ...says(elsewhere > 0, () => t('figures.elsewhere', { count: elsewhere })),
  ];
};

/** What each used column holds, in words. */
export const columnsInWords = (t: T, { columns }: FiguresReport): string[] =>
  columns.flatMap(({ column, role }) =>
    role === null ? [] : [t('figures.column', { column, role: t.dynamic(`role.${role}`) })],
  );

/** The columns that are not used, in one sentence; empty when all are. */
export const unusedInWords = (t: T, { columns }: FiguresReport): string[] => {
  const unused = columns.flatMap(({ column, role }) => (role === null ? [column] : []));
  return unused.length === 0 ? [] : [t('figures.unused', { columns: unused.join(', ') })];
};

/** Each remark in a sentence, by its line and, where it is about one cell, its column. */
export const figureRemarksInWords = (t: T, { remarks }: FiguresReport): string[] =>
  remarks.map(({ line, code, column, reason }) => {
    const number = line;
    const place = column === null ? t('place.line', { number }) : t('place.cell', { number, column });
    const why = t(`reason.${reason}`);
    return code === null
      ? t('areas.remark', { place, reason: why })
      : t('areas.remarkOf', { place, code, reason: why });
  });
