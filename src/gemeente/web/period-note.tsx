import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { StatusBadge } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { holdsOn, type Period } from '../rules/period.ts';
import { gemeenteTexts } from '../texts.ts';
import { lastDayOf } from './typed.ts';

/** From when until when, in words. */
export const periodInWords = (rq: Rq, { validFrom, validTo }: Period): string => {
  const t = rq.texts(gemeenteTexts);
  const from = formatShortDate(validFrom, rq.lang);
  const last = lastDayOf(validTo);
  return last === null
    ? t('period.open', { from })
    : t('period.closed', { from, last: formatShortDate(last, rq.lang) });
};

/** The period, with a badge when it is still to come or over. */
export const PeriodNote = ({ rq, period }: { rq: Rq; period: Period }) => {
  const t = rq.texts(gemeenteTexts);
  const today = isoDate(rq.now);
  const state = period.validFrom > today ? 'coming' : 'over';
  return (
    <>
      {periodInWords(rq, period)}
      {holdsOn(period, today) ? null : (
        <>
          {' '}
          <StatusBadge tone="neutral">{t(`period.${state}`)}</StatusBadge>
        </>
      )}
    </>
  );
};
