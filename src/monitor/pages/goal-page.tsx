import type { ReactNode } from 'react';
import { formatDate, formatShortDate } from '#platform/calendar/index.ts';
import {
  Alert,
  ButtonRow,
  Details,
  Heading,
  InlineForm,
  Lead,
  Link,
  LinkButton,
  List,
  Paragraph,
  Section,
  StatusBadge,
  SummaryList,
  Table,
  VisuallyHidden,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { Measurement } from '../read/view.ts';
import { monitorTexts } from '../texts.ts';
import { GoalChart } from '../web/chart.tsx';
import { RedBadges, Standing } from '../web/goal-block.tsx';
import { marginIn, numberIn, outcomeIn, targetInWords } from '../web/words.ts';
import type { GoalPage } from './read.ts';

interface PageProps {
  readonly rq: Rq;
  readonly page: GoalPage;
}

const DONE = ['set', 'proposed', 'confirmed', 'measured'] as const;

const Acts = ({ rq, page: { goal, may } }: PageProps) => {
  const t = rq.texts(monitorTexts);
  if (!may.set && !may.change && !may.measure) return null;
  return (
    <ButtonRow>
      {may.measure ? <LinkButton href={`/doelen/${goal.id}/meten`}>{t('act.measure')}</LinkButton> : null}
      {may.set && !goal.isSet ? (
        <InlineForm
          action={`/doelen/${goal.id}/vaststellen`}
          csrf={rq.csrf}
          label={t('act.confirm')}
          fields={[{ name: 'versie', value: String(goal.version) }]}
        />
      ) : null}
      {may.change ? (
        <LinkButton href={`/doelen/${goal.id}/wijzigen`} look="secondary">
          {t('act.change')}
        </LinkButton>
      ) : null}
    </ButtonRow>
  );
};

const Facts = ({ rq, page: { goal } }: PageProps) => {
  const t = rq.texts(monitorTexts);
  const day = (value: string | null): string | null => (value === null ? null : formatDate(value, rq.lang));
  const isFigure = goal.kind === 'figure';
  const rows: [string, string, string | null][] = [
    ['kind', t('goal.kind'), t(`kind.${goal.kind}`)],
    [
      'definition',
      goal.kind === 'judgement' ? t('goal.question') : t('goal.definition'),
      goal.definition || null,
    ],
    ...(goal.kind === 'judgement'
      ? ([['judge', t('goal.judge'), goal.judge]] as [string, string, string | null][])
      : []),
    ['target', isFigure ? t('goal.target') : t('goal.targetText'), targetInWords(rq, goal)],
    ...(isFigure
      ? ([['direction', t('goal.direction'), goal.direction && t(`direction.${goal.direction}`)]] as [
          string,
          string,
          string | null,
        ][])
      : []),
    ['targetOn', t('goal.targetOn'), day(goal.targetOn)],
    ['source', t('goal.source'), goal.source || null],
    ['owner', t('goal.owner'), goal.ownerFunction],
    ['next', t('goal.next'), day(goal.nextDueOn)],
  ];
  return (
    <Section id="doel" title={t('goal.facts')}>
      <SummaryList
        rows={rows.map(([key, term, value]) => ({ key, term, value: value ?? t('goal.unknown') }))}
      />
    </Section>
  );
};

interface Row extends Measurement {
  readonly counts: boolean;
}

const Measurements = ({ rq, page }: PageProps) => {
  const t = rq.texts(monitorTexts);
  const { goal, corrected, may } = page;
  const rows: Row[] = [
    ...goal.measurements.map((row) => ({ ...row, counts: true })),
    ...corrected.map((row) => ({ ...row, counts: false })),
  ].toSorted((a, b) => b.measuredOn.localeCompare(a.measuredOn));
  if (rows.length === 0) return <Paragraph>{t('goal.noMeasurements')}</Paragraph>;
  const isFigure = goal.kind === 'figure';
  return (
    <Table
      lang={rq.lang}
      caption={t('goal.measurements')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'on', header: t('column.on'), cell: (row) => formatShortDate(row.measuredOn, rq.lang) },
        { key: 'role', header: t('column.role'), cell: (row) => t(`role.${row.role}`) },
        { key: 'value', header: t('column.value'), cell: (row) => outcomeIn(rq, goal, row) },
        ...(isFigure
          ? [
              {
                key: 'margin',
                header: t('column.margin'),
                cell: (row: Row) => (row.value === null ? '–' : marginIn(rq, goal, row)),
              },
              {
                key: 'n',
                header: t('column.n'),
                numeric: true,
                cell: (row: Row) => (row.n === null ? '–' : numberIn(rq, row.n)),
              },
            ]
          : []),
        { key: 'source', header: t('column.source'), cell: (row) => row.source || '–' },
        { key: 'version', header: t('column.version'), numeric: true, cell: (row) => row.definitionVersion },
        {
          key: 'note',
          header: t('column.note'),
          cell: (row) => <Note rq={rq} page={page} row={row} may={may.measure} />,
        },
      ]}
    />
  );
};

const Note = ({ rq, page, row, may }: PageProps & { row: Row; may: boolean }) => {
  const t = rq.texts(monitorTexts);
  if (!row.counts) return <StatusBadge tone="neutral">{t('goal.corrected')}</StatusBadge>;
  return (
    <>
      {row.note}
      {row.note === null || !may ? null : ' '}
      {may ? (
        <Link href={`/doelen/${page.goal.id}/meten?verbetert=${row.id}`}>
          {t('goal.correct')}
          <VisuallyHidden>
            {' '}
            {t('goal.correctAbout', { date: formatShortDate(row.measuredOn, rq.lang) })}
          </VisuallyHidden>
        </Link>
      ) : row.note === null ? (
        '–'
      ) : null}
    </>
  );
};

const Definitions = ({ rq, page: { goal, definitions } }: PageProps) => {
  const t = rq.texts(monitorTexts);
  if (definitions.length < 2) return null;
  return (
    <Section id="definities" title={t('goal.definitions')}>
      <List
        items={definitions.map(({ version, definition, madeOn }) => ({
          key: `${goal.id} ${version}`,
          content: t('goal.definitionFrom', {
            version,
            date: formatDate(madeOn, rq.lang),
            definition: definition || t('goal.noDefinition'),
          }),
        }))}
      />
    </Section>
  );
};

/** The page of one goal: how it stands, all its figures, and how we reckon. */
export const goalPage = (rq: Rq, page: GoalPage, thread: ReactNode): PageContent => {
  const t = rq.texts(monitorTexts);
  const { goal, object } = page;
  const done = DONE.find((word) => word === rq.url.searchParams.get('gedaan'));
  return {
    title: goal.title,
    width: rq.signedIn ? 'staff' : 'resident',
    current: '/doelen',
    body: (
      <>
        <Paragraph>
          <Link href={object.href}>
            {goal.objectKind === 'gemeente' ? t('goal.ofGemeente') : t('goal.of', { title: object.title })}
          </Link>
        </Paragraph>
        {done ? <Alert kind="ok" announce title={t(`did.${done}`)} /> : null}
        <Heading level={1}>{goal.title}</Heading>
        {thread}
        {goal.isSet ? null : <Lead>{t('state.proposed')}</Lead>}
        <Section id="nu" title={t('goal.now')}>
          <RedBadges rq={rq} goal={goal} />
          <Standing rq={rq} goal={goal} />
          <Acts rq={rq} page={page} />
        </Section>
        <Section id="metingen" title={t('goal.measurements')}>
          {goal.kind === 'figure' ? <GoalChart rq={rq} goal={goal} /> : null}
          <Measurements rq={rq} page={page} />
        </Section>
        <Facts rq={rq} page={page} />
        <Definitions rq={rq} page={page} />
        {goal.kind === 'figure' ? (
          <Details summary={t('goal.how')}>
            <Paragraph>{t('goal.howText')}</Paragraph>
          </Details>
        ) : null}
      </>
    ),
  };
};
