import { formatDate } from '#platform/calendar/index.ts';
import type { SummaryRow } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { stances } from '../focuspunt/commands/advise.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import type { RoundPoint } from './read.ts';

const countsIn = (rq: Rq, counts: Readonly<Record<string, number>>): string => {
  const t = rq.texts(focuspuntTexts);
  const words = stances.map((stance) =>
    t('advice.count', { stance: t(`stance.${stance}`), n: counts[stance] ?? 0 }),
  );
  return [...words, ...(counts.silent ? [t('advice.silent', { n: counts.silent })] : [])].join(', ');
};

/** The facts of a decision point, line by line; what is not known has no line. */
export const pointRows = (rq: Rq, point: RoundPoint): SummaryRow[] => {
  const t = rq.texts(focuspuntTexts);
  const given = (key: string, term: string, value: string | null): SummaryRow[] =>
    value === null || value === '' ? [] : [{ key, term, value }];
  const since = point.effortSince === null ? null : formatDate(point.effortSince, rq.lang);
  return [
    ...given('problem', t('field.problem'), point.problem),
    ...given(
      'effort',
      t('field.effort'),
      [point.effort, point.effortBy, since]
        .flatMap((one) => one?.trim().replace(/\.$/u, '') || [])
        .join(', '),
    ),
    ...given('why', t('field.effort_why_not'), point.whyNot),
    ...given('added', t('field.what_is_added'), point.whatIsAdded),
    ...given('goal', t('page.goal'), point.goal),
    ...given('trekker', t('page.trekker'), point.trekker),
    ...given('budget', t('field.budget'), point.budget_line),
    ...given('advice', t('advice.title'), countsIn(rq, point.advice)),
    ...given('reactions', t('reactions.title'), countsIn(rq, point.reactions)),
  ];
};
