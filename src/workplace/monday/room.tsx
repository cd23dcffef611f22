import {
  Details,
  LinkButton,
  Paragraph,
  Section,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Monday } from './read.ts';
import { mondayTexts } from './texts.ts';

/** "Mijn ruimte": the pot of hours, and what is dropped for what he helps with (D5). */
export const MyRoom = ({ rq, monday }: { rq: Rq; monday: Monday }) => {
  const t = rq.texts(mondayTexts);
  const hours = (count: number): string => count.toLocaleString(rq.lang === 'nl' ? 'nl-NL' : 'en-GB');
  return (
    <Section id="ruimte" title={t('room')}>
      <Paragraph>{t('room.used', { used: hours(monday.hoursUsed), pot: hours(monday.pot) })}</Paragraph>
      {monday.helps.length === 0 ? null : (
        <Table
          lang={rq.lang}
          caption={t('room.caption')}
          captionHidden
          rows={monday.helps}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              header: t('room.title'),
              rowHeader: true,
              cell: ({ title, state }) => (
                <>
                  {title}
                  {state === 'asked' ? (
                    <>
                      {' '}
                      <StatusBadge tone="warning">{t('room.asked')}</StatusBadge>
                    </>
                  ) : null}
                </>
              ),
            },
            { key: 'hours', header: t('room.hours'), numeric: true, cell: (row) => hours(row.hours) },
            { key: 'dropped', header: t('room.left'), cell: ({ dropped }) => dropped },
          ]}
        />
      )}
      <LinkButton href="/ruimte">{t('room.help')}</LinkButton>
    </Section>
  );
};

/** Late departments stay folded away: rankings are for the director only (D12). */
export const Late = ({ rq, monday }: { rq: Rq; monday: Monday }) => {
  const t = rq.texts(mondayTexts);
  if (monday.late.length === 0) return null;
  const total = monday.late.reduce((sum, { count }) => sum + count, 0);
  return (
    <Details summary={t('late', { count: total })}>
      <Table
        lang={rq.lang}
        caption={t('late.caption')}
        captionHidden
        rows={monday.late.toSorted((a, b) => a.department.localeCompare(b.department, 'nl'))}
        rowKey={({ department }) => department}
        columns={[
          {
            key: 'department',
            header: t('late.department'),
            rowHeader: true,
            cell: ({ department }) => department,
          },
          { key: 'count', header: t('late.count'), numeric: true, cell: ({ count }) => count },
        ]}
      />
    </Details>
  );
};
