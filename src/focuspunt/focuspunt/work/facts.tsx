import type { ReactNode } from 'react';
import { formatDate } from '#platform/calendar/index.ts';
import { Link, Own, type SummaryRow } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { roundHref } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import type { Work } from './read.ts';

/** What is known of it, line by line; what is not given has no line. */
export const factRows = (rq: Rq, work: Work): SummaryRow[] => {
  const t = rq.texts(focuspuntTexts);
  const row = (key: string, term: string, value: ReactNode): SummaryRow => ({ key, term, value });
  const given = (key: string, term: string, value: ReactNode): SummaryRow[] =>
    value === null || value === '' ? [] : [row(key, term, value)];
  const own = (words: string | null): ReactNode => words && <Own>{words}</Own>;
  const trekker = [work.trekkerName, work.trekker_function, work.trekkerOrganisation].filter((one) => one);
  return [
    row('origin', t('field.origin'), t(`origin.${work.origin}`)),
    row('problem', t('field.problem'), own(work.problem)),
    ...given('effort', t('field.effort'), own(work.effort)),
    ...given('effortBy', t('field.effort_by'), own(work.effortBy)),
    ...given('since', t('field.effort_since'), work.effortSince && formatDate(work.effortSince, rq.lang)),
    ...given('whyNot', t('field.effort_why_not'), own(work.effortWhyNot)),
    ...given('added', t('field.what_is_added'), own(work.whatIsAdded)),
    ...given('trekker', t('page.trekker'), trekker.join(', ')),
    ...given('budget', t('field.budget'), own(work.budget_line)),
    ...given('besluit', t('page.besluit'), work.besluitOn && formatDate(work.besluitOn, rq.lang)),
    ...given('reason', t('page.reject_reason'), own(work.rejectReason)),
    ...given('held', t('page.held_until'), work.heldUntil && formatDate(work.heldUntil, rq.lang)),
    ...planRows(rq, work),
    ...given('test', t('page.next_test'), work.nextTestOn && formatDate(work.nextTestOn, rq.lang)),
    ...(work.roundId === null
      ? []
      : [row('round', t('field.round'), <Link href={roundHref(work.roundId)}>{work.roundTitle}</Link>)]),
  ];
};

/** When the plan must be there, or that none is needed and why; nothing once it is there. */
const planRows = (rq: Rq, { planDueOn, planWaiver, hasPlan }: Work): SummaryRow[] => {
  const t = rq.texts(focuspuntTexts);
  if (planWaiver !== null) {
    const value = (
      <>
        {t('page.plan_waived')} <Own>{planWaiver}</Own>
      </>
    );
    return [{ key: 'planWaived', term: t('page.plan_name'), value }];
  }
  if (planDueOn === null || hasPlan) return [];
  return [{ key: 'planDue', term: t('page.plan_due'), value: formatDate(planDueOn, rq.lang) }];
};
