import { formatDate, formatDateTime, isoDate } from '#platform/calendar/index.ts';
import {
  Alert,
  CardList,
  Columns,
  Details,
  ErrorSummary,
  Heading,
  HonestNumber,
  Link,
  List,
  OwnIn,
  Section,
  StatusBadge,
  SummaryList,
  type SummaryRow,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { knelpuntTexts } from '../texts.ts';
import { Bundled, DescribeForm, SentenceForm } from './bundle-forms.tsx';
import { DecideForms } from './decide-forms.tsx';
import { mistakesOf } from './form.tsx';
import { Dense, StateBadge, Strip } from './labels.tsx';
import { KNELPUNTEN } from './list.tsx';
import type { DetailPage } from './model.ts';
import { PlacementCard } from './placement-forms.tsx';

interface PageProps {
  readonly rq: Rq;
  readonly page: DetailPage;
}

/** Somebody was first: what is true now stands on the page, what was typed in its form. */
const Meanwhile = ({ rq, page: { failed } }: PageProps) => {
  if (failed?.status !== 409) return null;
  const t = rq.texts(knelpuntTexts);
  const code = failed.errors.form ?? 'changed_meanwhile';
  return (
    <Alert kind="warning" title={t('stale.title')} announce>
      <p className="utrecht-paragraph">{t.dynamic(`error.${code}`, failed.values)}</p>
    </Alert>
  );
};

const Top = ({ rq, page }: PageProps) => {
  const t = rq.texts(knelpuntTexts);
  const { knelpunt, failed, done, thread, around } = page;
  return (
    <>
      <ErrorSummary lang={rq.lang} errors={failed?.status === 422 ? mistakesOf(rq, failed) : []} />
      <Meanwhile rq={rq} page={page} />
      {done ? <Alert kind="ok" title={t.dynamic(`did.${done}`)} announce /> : null}
      <Heading level={1} look={2}>
        <OwnIn
          text={t('detail.title', { number: knelpunt.number, title: knelpunt.title })}
          own={[knelpunt.title]}
        />
      </Heading>
      <Strip>
        <StateBadge rq={rq} state={knelpunt.state} />
        {knelpunt.returns > 0 ? (
          <StatusBadge tone="warning">{t('returns', { count: knelpunt.returns })}</StatusBadge>
        ) : null}
        {page.acts.make || page.acts.steps.size > 0 ? <Link href="#doen">{t('detail.acts')}</Link> : null}
        {around.knot ? <Link href={`/knopen/${around.knot}`}>{t('detail.knot')}</Link> : null}
        {around.focuspunt && rq.may('focuspunt.read') ? (
          <Link href={`/focuspunten/${around.focuspunt.id}/werk`}>
            <OwnIn
              text={t('detail.focuspunt', { title: around.focuspunt.title })}
              own={[around.focuspunt.title]}
            />
          </Link>
        ) : null}
      </Strip>
      {thread}
    </>
  );
};

const summaryRows = (rq: Rq, { knelpunt, around }: DetailPage): SummaryRow[] => {
  const t = rq.texts(knelpuntTexts);
  const rows: [string, string | null | undefined][] = [
    ['field.area', knelpunt.area],
    ['field.theme', knelpunt.theme],
    ['field.place', knelpunt.place_note],
    ['field.origin', t.dynamic(`origin.${knelpunt.origin}`)],
    ['field.owner', knelpunt.owner],
    ['field.hypothesis', knelpunt.hypothesis],
    [
      'field.sentence',
      knelpunt.word === 0
        ? t('sentence.none')
        : `${knelpunt.public_sentence} ${t('sentence.told', { count: around.told })}`,
    ],
    ['field.public_reason', knelpunt.public_reason],
    ['field.effort', knelpunt.effort],
    ['field.effort_by', knelpunt.effort_by],
    ['field.effort_since', knelpunt.effort_since ? formatDate(knelpunt.effort_since, rq.lang) : null],
    ['field.effort_why_not', knelpunt.effort_why_not],
    ['field.what_is_added', knelpunt.what_is_added],
  ];
  const { place_note, hypothesis, public_reason, effort, effort_by, effort_why_not, what_is_added } =
    knelpunt;
  const own = [
    knelpunt.public_sentence,
    ...[place_note, hypothesis, public_reason, effort, effort_by, effort_why_not, what_is_added],
  ];
  return rows.flatMap(([key, value]) =>
    value ? [{ key, term: t.dynamic(key), value: <OwnIn text={value} own={own} /> }] : [],
  );
};

const Voices = ({ rq, page: { knelpunt, around } }: PageProps) => {
  const t = rq.texts(knelpuntTexts);
  return (
    <Section id="stemmen" title={t('voices.title')}>
      <HonestNumber
        lang={rq.lang}
        label={t('voices.label')}
        measured={{
          value: String(knelpunt.voices),
          sample: String(knelpunt.voices),
          source: t('voices.source'),
          date: formatDate(isoDate(rq.now), rq.lang),
          definition: { label: t('voices.definition') },
        }}
      />
      {around.voices.length === 0 ? null : (
        <Table
          lang={rq.lang}
          caption={t('voices.caption')}
          rows={around.voices}
          rowKey={({ source, channel }) => `${source} ${channel}`}
          columns={[
            { key: 'who', header: t('voices.who'), cell: ({ source }) => t.dynamic(`source.${source}`) },
            { key: 'how', header: t('voices.how'), cell: ({ channel }) => t.dynamic(`channel.${channel}`) },
            { key: 'count', header: t('voices.count'), numeric: true, cell: ({ count }) => String(count) },
          ]}
        />
      )}
      {around.care.length === 0 ? null : (
        <List
          items={around.care.map((row) => ({
            key: row.id,
            content: t('care.line', {
              number: row.number,
              size: t.dynamic(`size.${row.size}`),
              note: row.note ?? '',
            }),
          }))}
        />
      )}
    </Section>
  );
};

const Placements = ({ rq, page }: PageProps) => {
  const t = rq.texts(knelpuntTexts);
  const { placements } = page.around;
  if (placements.length === 0) return null;
  return (
    <Section id="beleggingen" title={t('placement.title')}>
      <CardList
        label={t('placement.title')}
        items={placements.map((part) => ({
          key: part.id,
          card: <PlacementCard rq={rq} page={page} part={part} />,
        }))}
      />
    </Section>
  );
};

const Terms = ({ rq, page: { around } }: PageProps) => {
  const t = rq.texts(knelpuntTexts);
  if (around.terms.length === 0) return null;
  return (
    <List
      plain
      items={around.terms.map(({ id, kind, due }) => {
        const day = formatDate(new Date(due), rq.lang);
        const words = t('term.line', { what: t.dynamic(`term.${kind}`), day });
        return {
          key: id,
          content: new Date(due) < rq.now ? <StatusBadge tone="late">{words}</StatusBadge> : words,
        };
      })}
    />
  );
};

const History = ({ rq, page: { around } }: PageProps) => {
  const t = rq.texts(knelpuntTexts);
  return (
    <Details summary={t('history.title', { count: around.history.length })}>
      <List
        items={around.history.map(({ id, at, action, actor, behalf }) => {
          const who = actor ?? t('history.system');
          return {
            key: id,
            content: t('history.line', {
              at: formatDateTime(new Date(at), rq.lang),
              what: t.dynamic(`history.${action}`),
              who: behalf ? t('history.behalf', { who, whom: behalf }) : who,
            }),
          };
        })}
      />
    </Details>
  );
};

const Acts = ({ rq, page }: PageProps) => {
  const t = rq.texts(knelpuntTexts);
  const mayDecide = page.acts.steps.size > 0;
  return (
    <>
      <Terms rq={rq} page={page} />
      {mayDecide || page.acts.make ? (
        <Section id="doen" title={t('detail.acts')}>
          <DecideForms rq={rq} page={page} />
          {page.acts.make ? (
            <>
              <SentenceForm rq={rq} page={page} />
              <DescribeForm rq={rq} page={page} />
            </>
          ) : null}
        </Section>
      ) : null}
    </>
  );
};

/** One knelpunt, whole: its thread, what we think is the matter, the voices, who holds it, and what one can do now. */
export const detailPage = (rq: Rq, page: DetailPage): PageContent => {
  const t = rq.texts(knelpuntTexts);
  const { knelpunt, failed } = page;
  return {
    title: t('detail.title', { number: knelpunt.number, title: knelpunt.title }),
    width: 'staff',
    current: KNELPUNTEN,
    hasErrors: failed?.status === 422,
    status: failed?.status ?? 200,
    body: (
      <Dense>
        <Top rq={rq} page={page} />
        <Columns asideLabel={t('detail.acts')} aside={<Acts rq={rq} page={page} />}>
          <SummaryList rows={summaryRows(rq, page)} />
          <Placements rq={rq} page={page} />
          <Voices rq={rq} page={page} />
          <Bundled rq={rq} page={page} />
          <History rq={rq} page={page} />
        </Columns>
      </Dense>
    ),
  };
};
