import { type Lang, translator } from '#platform/texts/catalogue.ts';
import type { SignalenReport } from './import-signalen.ts';
import { COUNTS, type Named } from './report.ts';
import { FIELDS } from './rules/fields.ts';
import { importTexts } from './texts.ts';

const SHOWN = 20;

const SIGN: Readonly<Record<string, string>> = { ';': ';', ',': ',', '\t': 'tab', '|': '|', '': '' };

/**
 * What an import did, for people who read a terminal; only what is not nothing. `rejections` is the file in which the
 * rejected lines stand, empty without one.
 */
export const inSentences = (report: SignalenReport, lang: Lang, rejections = ''): string[] => {
  const t = translator(importTexts, lang);
  const { counts, facts, findings, mapping } = report;
  const numbers = {
    system: mapping.system,
    added: counts.added,
    ended: counts.ended_here,
    unchanged: counts.unchanged + counts.busy_here + counts.reopened_there,
    rejected: counts.rejected,
  };
  const changed = counts.added + counts.ended_here + counts.rejected > 0;
  const list = (title: string, rows: readonly Named[]): string[] => {
    if (rows.length === 0) return [];
    const more = rows.length > SHOWN ? [`  ${t('sentence.more', { count: rows.length - SHOWN })}`] : [];
    return [`${title}:`, ...rows.slice(0, SHOWN).map(({ name, count }) => `  ${name} (${count})`), ...more];
  };
  const aboutRejections = (file: string): string =>
    file === '' ? t('sentence.rejections_hint') : t('sentence.rejections', { file });
  return [
    t(report.dryRun ? 'sentence.dry' : 'sentence.done', numbers),
    ...(changed ? [] : [t('sentence.nothing')]),
    t('sentence.form', {
      kind: t(`kind.${facts.form.kind}`),
      encoding: [facts.form.encoding, SIGN[facts.form.delimiter]].filter(Boolean).join(' '),
      zone: mapping.zone,
    }),
    t('sentence.columns'),
    ...FIELDS.flatMap((field) =>
      mapping.columns[field] ? [`  ${t(`field.${field}`)}: ${mapping.columns[field]}`] : [],
    ),
    ...COUNTS.filter((key) => counts[key] > 0).map((key) => `${t(`count.${key}`)}: ${counts[key]}`),
    ...list(t('sentence.subjects'), findings.subjects),
    ...list(t('sentence.labels'), findings.labels),
    ...list(t('sentence.lookalikes'), findings.lookAlikes),
    ...(counts.rejected === 0 ? [] : [aboutRejections(rejections)]),
  ];
};
