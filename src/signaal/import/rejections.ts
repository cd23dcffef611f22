import { type Lang, translator } from '#platform/texts/catalogue.ts';
import type { Rejected } from './rules/prepare.ts';
import { importTexts } from './texts.ts';

/** What was not taken over as rows of a table: line, reason in words, column. Nothing of what stood there: it may name people. */
export const rejectionRows = (rejected: readonly Rejected[], lang: Lang): (string | number)[][] => {
  const t = translator(importTexts, lang);
  return rejected.map(({ line, reason, column }) => [line, t(`reject.${reason}`), column]);
};

/** The row above them. */
export const rejectionHeader = (lang: Lang): string[] => {
  const t = translator(importTexts, lang);
  return [t('rejections.line'), t('rejections.reason'), t('rejections.column')];
};
