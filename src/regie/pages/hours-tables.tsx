import { formatShortDate } from '#platform/calendar/index.ts';
import { Own, Paragraph, Section, Table } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { HoursRow, PersonHours } from '../read/hours.ts';
import { regieTexts } from '../texts.ts';
import { hoursIn } from '../web/words.ts';

/** What hours went to, and what is dropped for it. */
export const HoursTable = ({ rq, rows }: { rq: Rq; rows: readonly HoursRow[] }) => {
  const t = rq.texts(regieTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('hours.list')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', header: t('hours.on'), cell: ({ title }) => <Own>{title}</Own> },
        { key: 'why', header: t('hours.why'), cell: ({ sentence }) => <Own>{sentence}</Own> },
        {
          key: 'hours',
          header: t('hours.hours'),
          numeric: true,
          cell: ({ hours }) => hoursIn(rq.lang, hours),
        },
        {
          key: 'dropped',
          header: t('hours.dropped'),
          cell: ({ whatIsDropped }) => <Own>{whatIsDropped}</Own>,
        },
        { key: 'until', header: t('hours.until'), cell: ({ endsOn }) => formatShortDate(endsOn, rq.lang) },
        {
          key: 'state',
          header: t('hours.state'),
          cell: ({ state, reason }) => [t(`hours.state.${state}`), reason].filter(Boolean).join(': '),
        },
      ]}
    />
  );
};

/** Hours used per person, for who decides on them. */
export const PeopleTable = ({ rq, rows }: { rq: Rq; rows: readonly PersonHours[] }) => {
  const t = rq.texts(regieTexts);
  return (
    <Section id="per-persoon" title={t('hours.per_person')}>
      <Paragraph small>{t('hours.per_person.hint')}</Paragraph>
      <Table
        lang={rq.lang}
        caption={t('hours.per_person')}
        captionHidden
        rows={rows}
        rowKey={({ accountId }) => accountId}
        columns={[
          { key: 'who', header: t('hours.who'), cell: ({ name }) => name },
          {
            key: 'used',
            header: t('hours.pot.used'),
            numeric: true,
            cell: ({ used }) => hoursIn(rq.lang, used),
          },
        ]}
      />
    </Section>
  );
};
