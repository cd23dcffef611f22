import type { ReactNode } from 'react';
import { formatDate, isoDate, weekdayOf } from '#platform/calendar/index.ts';
import { Link, List, Nearby, Own, Paragraph, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { staffTexts } from '../texts.ts';
import type { DeskView } from './read.ts';

interface SideProps {
  readonly rq: Rq;
  readonly view: DeskView;
  readonly formId: string;
  readonly street: ReactNode;
  /** What the rooms above bring. */
  readonly beside: ReactNode;
}

/** Beside the form: what is open in the street, what the rooms above bring, and who is open today. */
export const DeskSide = ({ rq, view, formId, street, beside }: SideProps) => {
  const t = rq.texts(staffTexts);
  return (
    <>
      <Section id="straat-kop" title={t('side.street')}>
        <Nearby href="/balie/straat" fields={['plek_straat', 'tekst', 'onderwerp', 'buurt']} formId={formId}>
          {street ?? <Paragraph muted>{t('side.street.first')}</Paragraph>}
        </Nearby>
      </Section>
      {beside}
      <Today rq={rq} view={view} />
    </>
  );
};

const Today = ({ rq, view }: { rq: Rq; view: DeskView }) => {
  const t = rq.texts(staffTexts);
  const today = isoDate(rq.now);
  const weekend = weekdayOf(today) > 5;
  return (
    <Section id="vandaag" title={t('side.today', { day: formatDate(today, rq.lang) })}>
      {weekend ? <Paragraph>{t('side.weekend')}</Paragraph> : null}
      <List
        plain
        items={view.locations.map(({ id, name, openingHours, phone }) => ({
          key: id,
          content: (
            <>
              <strong>{name}</strong>: <Own>{openingHours}</Own>
              {phone ? (
                <>
                  {', '}
                  <Link href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link>
                </>
              ) : null}
            </>
          ),
        }))}
      />
    </Section>
  );
};
