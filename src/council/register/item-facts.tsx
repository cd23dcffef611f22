import type { ReactNode } from 'react';
import { formatDate } from '#platform/calendar/index.ts';
import { Own, SummaryList } from '#platform/web/components/index.ts';
import { wordsOfDated } from '../rules/dated.ts';
import { councilTexts } from '../texts.ts';
import type { ItemProps } from './item-form.tsx';

/** What is known of it, line by line; what is not known has no line. */
export const Facts = ({ rq, view: { item } }: ItemProps) => {
  const t = rq.texts(councilTexts);
  const line = (key: string, term: string, value: ReactNode) => (value ? [{ key, term, value }] : []);
  const settled =
    item.settled_on && wordsOfDated({ on: item.settled_on, precision: item.settled_precision }, rq.lang);
  return (
    <SummaryList
      rows={[
        ...line('number', t('field.number'), item.number),
        ...line(
          'given',
          t('field.given'),
          wordsOfDated({ on: item.given_on, precision: item.given_precision }, rq.lang),
        ),
        ...line('by', t('field.given_by'), item.given_by),
        ...line('owner', t('field.owner_function'), item.owner_function),
        ...line('due', t('field.due'), item.due_on ? formatDate(item.due_on, rq.lang) : t('field.due.none')),
        ...line(
          'extended',
          t('field.extension_reason'),
          item.extension_reason && <Own>{item.extension_reason}</Own>,
        ),
        ...line('settlement', t('field.settlement'), item.settlement && <Own>{item.settlement}</Own>),
        ...line(
          'declined',
          t('field.decline_reason'),
          item.decline_reason && <Own>{item.decline_reason}</Own>,
        ),
        ...line('settled', t('field.settled'), settled),
        ...line('source', t('field.source'), item.source && <Own>{item.source}</Own>),
      ]}
    />
  );
};
