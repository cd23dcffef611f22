import type { ReactNode } from 'react';
import { formatDate, isoDate, weekdayOf } from '#platform/calendar/index.ts';
import { Link, List, Nearby, Paragraph, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { staffTexts } from '../texts.ts';
import { categoryName } from '../web/labels.tsx';
import { signaalHref } from '../web/rows.tsx';
import type { DeskView } from './read.ts';
import { standingSentence } from './sentences.ts';

interface SideProps {
  readonly rq: Rq;
  readonly view: DeskView;
  readonly formId: string;
  readonly street: ReactNode;
}

/** Beside the form: what is open in the street, today, and what one's own signalen brought about. */
export const DeskSide = ({ rq, view, formId, street }: SideProps) => {
  const t = rq.texts(staffTexts);
  return (
    <>
      <Section id="straat-kop" title={t('side.street')}>
        <Nearby href="/balie/straat" fields={['plek_straat']} formId={formId}>
          {street ?? <Paragraph muted>{t('side.street.first')}</Paragraph>}
        </Nearby>
      </Section>
      <Outcomes rq={rq} view={view} />
      <Today rq={rq} view={view} />
    </>
  );
};

const Outcomes = ({ rq, view }: { rq: Rq; view: DeskView }) => {
  const t = rq.texts(staffTexts);
  return (
    <Section id="opgeleverd" title={t('side.outcomes')}>
      {view.outcomes.length === 0 ? (
        <Paragraph muted>{t('side.outcomes.none')}</Paragraph>
      ) : (
        <List
          plain
          items={view.outcomes.map((row) => ({
            key: row.id,
            content: (
              <>
                <Link href={signaalHref(row.id)}>
                  {[categoryName(rq, row), row.street].filter(Boolean).join(', ')}
                </Link>
                <br />
                {standingSentence(rq, row)}
              </>
            ),
          }))}
        />
      )}
    </Section>
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
              <strong>{name}</strong>: {openingHours}
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
