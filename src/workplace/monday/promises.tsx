import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import {
  ButtonRow,
  EmptyState,
  InlineForm,
  Link,
  Own,
  Paragraph,
  Section,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { FocusRow, PromiseRow } from './columns.ts';
import type { Monday } from './read.ts';
import { mondayTexts } from './texts.ts';

const HREF: Record<PromiseRow['kind'], (id: string) => string> = {
  action: (id) => `/plannen/${id}`,
  word: (id) => `/signalen/${id}`,
  plan: (id) => `/focuspunten/${id}/werk`,
  test: (id) => `/focuspunten/${id}/werk`,
  check: (id) => `/knopen/${id}`,
  rondgang: () => '/wijkgeheugen',
};

const LIGHTS = ['runs', 'falters', 'done'] as const;

const Light = ({ rq, focuspunt, back }: { rq: Rq; focuspunt: FocusRow; back: string }) => {
  const t = rq.texts(mondayTexts);
  const said =
    focuspunt.light === null || focuspunt.saidAt === null
      ? t('focus.unsaid')
      : t('focus.said', {
          light: t(`focus.${focuspunt.light}`),
          day: formatShortDate(new Date(focuspunt.saidAt), rq.lang),
        });
  return (
    <>
      <Paragraph>
        <Link href={`/focuspunten/${focuspunt.id}/werk`}>
          <Own>{focuspunt.title}</Own>
        </Link>
        : {said}
      </Paragraph>
      <ButtonRow>
        {LIGHTS.map((light) => (
          <InlineForm
            key={light}
            action={`/maandag/${focuspunt.id}/kwartaal`}
            csrf={rq.csrf}
            label={t(`focus.${light}`)}
            look="secondary"
            fields={[
              { name: 'stand', value: light },
              { name: 'terug', value: back },
            ]}
          />
        ))}
      </ButtonRow>
    </>
  );
};

interface PromiseTableProps {
  readonly rq: Rq;
  readonly caption: string;
  readonly rows: readonly PromiseRow[];
}

const PromiseTable = ({ rq, caption, rows }: PromiseTableProps) => {
  const t = rq.texts(mondayTexts);
  const today = isoDate(rq.now);
  return (
    <Table
      lang={rq.lang}
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ kind, id, day, title }) => `${kind}-${id}-${day}-${title}`}
      columns={[
        {
          key: 'what',
          header: t('promised.what'),
          rowHeader: true,
          cell: ({ kind, id, title }) => (
            <>
              <Link href={HREF[kind](id)}>
                <Own>{title}</Own>
              </Link>
              <br />
              <span className="wr-muted">{t(`promised.${kind}`)}</span>
            </>
          ),
        },
        { key: 'who', header: t('promised.who'), cell: ({ who }) => who ?? '' },
        {
          key: 'day',
          header: t('promised.day'),
          cell: ({ day }) => (
            <>
              <span className="wr-nowrap">{formatShortDate(day, rq.lang)}</span>
              {day < today ? (
                <>
                  {' '}
                  <StatusBadge tone="late">{t('promised.late')}</StatusBadge>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
};

/** "Beloofd": what is too late, the next ten days, and the focuspunten with "loopt, hapert, klaar" (D12). */
export const Promised = ({ rq, monday, back }: { rq: Rq; monday: Monday; back: string }) => {
  const t = rq.texts(mondayTexts);
  const { promises, focuspunten } = monday;
  const today = isoDate(rq.now);
  const late = promises.filter(({ day }) => day < today);
  const soon = promises.filter(({ day }) => day >= today);
  return (
    <Section id="beloofd" title={t('promised')}>
      {late.length === 0 ? null : (
        <Section id="te-laat-beloofd" level={3} title={t('promised.overdue')}>
          <PromiseTable rq={rq} caption={t('promised.overdue.caption')} rows={late} />
        </Section>
      )}
      <Section id="komende-dagen" level={3} title={t('promised.soon')}>
        {soon.length === 0 ? (
          <EmptyState title={t('promised.none')}>{t('promised.none.help')}</EmptyState>
        ) : (
          <PromiseTable rq={rq} caption={t('promised.caption')} rows={soon} />
        )}
      </Section>
      <Section id="focuspunten" level={3} title={t('focus')}>
        {focuspunten.length === 0 ? <Paragraph muted>{t('focus.none')}</Paragraph> : null}
        {focuspunten.map((focuspunt) => (
          <Light key={focuspunt.id} rq={rq} focuspunt={focuspunt} back={back} />
        ))}
      </Section>
    </Section>
  );
};
