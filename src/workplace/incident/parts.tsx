import {
  type CouncilFocuspunt,
  councilTexts,
  Facts,
  Goals,
  REGISTER,
  Reds,
  toneOf,
  wordsOfDated,
} from '#council/index.ts';
import { formatShortDate } from '#platform/calendar/index.ts';
import {
  Card,
  CardList,
  Details,
  Link,
  List,
  Own,
  Paragraph,
  Section,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Answer, WijkRate } from './answer.ts';
import type { PaperRow } from './around.ts';
import { topicHref } from './paths.ts';
import type { Rate } from './rules/compare-rates.ts';
import type { Choices } from './rules/topic.ts';
import { incidentTexts } from './texts.ts';
import { categoryIn, numberIn, rateIn, shownIn } from './words.ts';

interface Props {
  readonly rq: Rq;
  readonly answer: Answer;
}

/** The focuspunten of this place: goal, baseline, latest or red, who carries it, and since which besluit. */
export const Focuspunten = ({ rq, answer: { focuspunten, belongsTo } }: Props) => {
  const t = rq.texts(incidentTexts);
  const first = belongsTo?.focuspunt.id;
  const sorted = focuspunten.toSorted((one, other) => Number(other.id === first) - Number(one.id === first));
  return (
    <Section id="focuspunten" title={t('focuspunten.title')}>
      {sorted.length === 0 ? (
        <Paragraph>{t('focuspunten.none')}</Paragraph>
      ) : (
        <CardList
          items={sorted.map((one) => ({ key: one.id, card: <OneFocuspunt rq={rq} focuspunt={one} /> }))}
        />
      )}
    </Section>
  );
};

const OneFocuspunt = ({ rq, focuspunt }: { rq: Rq; focuspunt: CouncilFocuspunt }) => (
  <Card
    title={<Own>{focuspunt.title}</Own>}
    titleLevel={3}
    href={`/focuspunten/${focuspunt.id}`}
    eyebrow={<Reds rq={rq} focuspunt={focuspunt} />}
  >
    <Goals rq={rq} focuspunt={focuspunt} />
    <Facts rq={rq} focuspunt={focuspunt} />
  </Card>
);

const Wijken = ({ rq, answer, wijken }: Props & { wijken: readonly WijkRate[] }) => {
  const t = rq.texts(incidentTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('elsewhere.table')}
      captionHidden
      rows={wijken}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'wijk',
          header: t('elsewhere.wijk'),
          cell: ({ name, isHere }) => (isHere ? <strong>{t('elsewhere.here', { name })}</strong> : name),
        },
        {
          key: 'rate',
          header: t('elsewhere.rate'),
          numeric: true,
          cell: ({ count, residents }) => (count === null ? '–' : rateIn(rq, count, residents)),
        },
        {
          key: 'count',
          header: t('months.count'),
          numeric: true,
          cell: ({ count }) => shownIn(rq, count, answer.leastShown),
        },
        {
          key: 'residents',
          header: t('elsewhere.residents'),
          numeric: true,
          cell: ({ residents }) => numberIn(rq, residents),
        },
      ]}
    />
  );
};

const ChooseSubject = ({ rq, answer: { top, topic }, choices }: Props & { choices: Choices }) => {
  const t = rq.texts(incidentTexts);
  const offered = top.flatMap(({ categoryId, count }) => {
    const category = choices.categories.find(({ id }) => id === categoryId);
    return category ? [{ category, count }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <Section id="elsewhere" title={t('elsewhere.title')}>
      <Paragraph>{t('elsewhere.choose')}</Paragraph>
      <List
        items={offered.map(({ category, count }) => ({
          key: category.id,
          content: (
            <Link href={topicHref({ ...topic, category })}>
              {t('elsewhere.most', { category: categoryIn(rq, category), count: numberIn(rq, count) })}
            </Link>
          ),
        }))}
      />
    </Section>
  );
};

const ratesIn = (rq: Rq, name: string, { here, others }: { here: Rate; others: Rate }): string =>
  rq.texts(incidentTexts)('elsewhere.rates', {
    name,
    here: rateIn(rq, here.count, here.residents),
    others: rateIn(rq, others.count, others.residents),
  });

/** The same subject in other wijken per 1,000 residents; a difference is only called one when the test shows it. */
export const Elsewhere = ({ rq, answer, choices }: Props & { choices: Choices }) => {
  const t = rq.texts(incidentTexts);
  const { elsewhere, leftOutSensitive } = answer;
  if (leftOutSensitive) return null;
  if (elsewhere === null) return <ChooseSubject rq={rq} answer={answer} choices={choices} />;
  const date = elsewhere.residentsAt
    ? formatShortDate(elsewhere.residentsAt, rq.lang)
    : t('elsewhere.unknown');
  return (
    <Section id="elsewhere" title={t('elsewhere.title')}>
      {elsewhere.verdict === null ? null : (
        <Paragraph>
          <strong>{t(`verdict.${elsewhere.verdict}`, { name: elsewhere.here ?? '' })}</strong>
          {elsewhere.rates === null ? null : ` ${ratesIn(rq, elsewhere.here ?? '', elsewhere.rates)}`}
        </Paragraph>
      )}
      {elsewhere.wijken.length === 0 ? (
        <Paragraph>{t('elsewhere.noResidents')}</Paragraph>
      ) : (
        <Details summary={t('elsewhere.all')}>
          <Wijken rq={rq} answer={answer} wijken={elsewhere.wijken} />
        </Details>
      )}
      <Paragraph small>{t('elsewhere.how', { date })}</Paragraph>
    </Section>
  );
};

const paperHref = ({ record, id }: PaperRow): string =>
  record === 'memo' ? `/raadsmemo/${id}` : `${REGISTER}/${id}`;

const Paper = ({ rq, paper, today }: { rq: Rq; paper: PaperRow; today: string }) => {
  const t = rq.texts(incidentTexts);
  const council = rq.texts(councilTexts);
  const isLate = paper.dueOn !== null && paper.dueOn < today && paper.state !== 'settled';
  return (
    <>
      {wordsOfDated(paper, rq.lang)}, {council.dynamic(`kind.${paper.kind}`)}:{' '}
      <Link href={paperHref(paper)}>
        <Own>{paper.title}</Own>
      </Link>{' '}
      <StatusBadge tone={toneOf(paper.state, isLate)}>{council.dynamic(`state.${paper.state}`)}</StatusBadge>
      {paper.dueOn ? ` ${t('papers.due', { date: formatShortDate(paper.dueOn, rq.lang) })}` : null}
    </>
  );
};

/** Moties, toezeggingen and documents on it, with their state and date. */
export const Papers = ({ rq, answer: { around, today } }: Props) => {
  const t = rq.texts(incidentTexts);
  return (
    <Section id="papers" title={t('papers.title')}>
      {around.papers.length === 0 ? (
        <Paragraph>{t('papers.none')}</Paragraph>
      ) : (
        <List
          items={around.papers.map((paper) => ({
            key: paper.id,
            content: <Paper rq={rq} paper={paper} today={today} />,
          }))}
        />
      )}
    </Section>
  );
};

/** Who does what, by function; never a name. */
export const Who = ({ rq, answer: { around, focuspunten, topic } }: Props) => {
  const t = rq.texts(incidentTexts);
  const lines = [
    ...around.wijkregie.map(({ name, contact }) => ({
      key: `regie-${name ?? ''}`,
      content: [t('who.wijkregisseur', { department: name ?? t('who.unknown') }), contact]
        .filter(Boolean)
        .join(', '),
    })),
    ...(topic.category?.departmentName
      ? [{ key: 'department', content: t('who.department', { department: topic.category.departmentName }) }]
      : []),
    ...focuspunten.flatMap(({ id, title, trekker }) =>
      trekker ? [{ key: id, content: t('who.trekker', { function: trekker, title }) }] : [],
    ),
    ...around.wijkteam.map(({ function: role, department }) => ({
      key: `team-${department}-${role}`,
      content: t('who.wijkteam', { function: role, department }),
    })),
    ...around.memory.map((text) => ({ key: text, content: text })),
  ];
  return (
    <Section id="who" title={t('who.title')}>
      {lines.length === 0 ? <Paragraph>{t('who.none')}</Paragraph> : <List items={lines} />}
    </Section>
  );
};
