import { formatDate } from '#platform/calendar/index.ts';
import type { Translate } from '#platform/texts/catalogue.ts';
import type { importTexts } from '../imports/texts.ts';
import type { AreaFigure } from './area-figures.ts';

type T = Translate<(typeof importTexts)['nl']>;

/** The name of a figure. */
export const figureName = (t: T, { figure }: Pick<AreaFigure, 'figure'>): string => t(`role.${figure}`);

/** The figure itself: a number as people write it, "fewer than five", or "niet gemeten". */
export const figureValue = (t: T, { value }: Pick<AreaFigure, 'value'>): string => {
  if (value === null) return t('figure.unknown');
  return value === 'few' ? t('figure.few') : value.toLocaleString(t.lang);
};

/** Of whom it is: of the whole area, or of so many of its buurten. */
export const figureSample = (t: T, { value, from }: Pick<AreaFigure, 'value' | 'from'>): string => {
  if (from === 'published') return t('figure.published');
  return value === null ? t('figure.noSum') : t('figure.sum', from);
};

/** Whose figures these are, of when, by which definition: one sentence for each that occurs. */
export const figureSources = (t: T, figures: readonly AreaFigure[]): string[] => [
  ...new Set(
    figures.map(({ definition, source, measuredOn }) =>
      t('figures.definition', { definition, source, day: formatDate(measuredOn, t.lang) }),
    ),
  ),
];
