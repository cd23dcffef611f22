import {
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  noMistakes,
  optionalDayIn,
  storedFields,
  type Typed,
} from '#gemeente/index.ts';
import { send, typedForm } from '#monitor/index.ts';
import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import {
  Button,
  DateField,
  Details,
  EmptyState,
  Form,
  Heading,
  Lead,
  Link,
  LinkButton,
  Own,
  Paragraph,
  Section,
  StatusBadge,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { StateBadge } from '../focuspunt/labels.tsx';
import { FOCUSPUNTEN, ROUNDS, roundHref, workHref } from '../focuspunt/paths.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import { openRound } from './commands.ts';
import { type OpenLine, type RoundLine, readOverview } from './read.ts';

const GapBadge = ({ rq, line }: { rq: Rq; line: OpenLine }) => {
  const t = rq.texts(focuspuntTexts);
  if (line.gaps.length === 0) return <StatusBadge tone="ok">{t('gaps.none')}</StatusBadge>;
  return <StatusBadge tone="late">{line.gaps.map((gap) => t(`gapShort.${gap}`)).join(', ')}</StatusBadge>;
};

const OpenTable = ({ rq, lines }: { rq: Rq; lines: readonly OpenLine[] }) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('rounds.open')}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: t('rounds.column.focuspunt'),
          rowHeader: true,
          cell: (line) => (
            <Link href={workHref(line.id)}>
              {line.number}. <Own>{line.title}</Own>
            </Link>
          ),
        },
        { key: 'area', header: t('rounds.column.area'), cell: ({ area }) => area },
        {
          key: 'state',
          header: t('rounds.column.state'),
          cell: ({ state }) => <StateBadge rq={rq} state={state} />,
        },
        { key: 'gaps', header: t('rounds.column.gaps'), cell: (line) => <GapBadge rq={rq} line={line} /> },
      ]}
    />
  );
};

const RoundTable = ({ rq, rounds }: { rq: Rq; rounds: readonly RoundLine[] }) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('rounds.list')}
      captionHidden
      rows={rounds}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: t('rounds.column.round'),
          rowHeader: true,
          cell: ({ id, number, title }) => (
            <Link href={roundHref(id)}>
              {number}. <Own>{title}</Own>
            </Link>
          ),
        },
        { key: 'state', header: t('rounds.column.state'), cell: ({ state }) => t(`round.state.${state}`) },
        {
          key: 'start',
          header: t('rounds.column.start'),
          cell: ({ startsOn }) => formatShortDate(startsOn, rq.lang),
        },
        {
          key: 'points',
          header: t('rounds.column.points'),
          numeric: true,
          cell: ({ points }) => String(points),
        },
      ]}
    />
  );
};

interface Filled {
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

const OpenForm = ({ rq, filled }: { rq: Rq; filled: Filled }) => {
  const t = rq.texts(focuspuntTexts);
  const { typed, mistakes } = filled;
  return (
    <Details summary={t('rounds.new')} open={Object.keys(mistakes).length > 0}>
      <Form action={ROUNDS} csrf={rq.csrf}>
        <TextField
          name="title"
          label={t('rounds.new.title')}
          value={typed.text('title')}
          {...mistakeOf(mistakes, 'title')}
        />
        <DateField
          lang={rq.lang}
          name="starts_on"
          label={t('rounds.new.starts')}
          value={typed.parts('starts_on')}
          {...mistakeOf(mistakes, 'starts_on')}
        />
        <Button look="secondary">{t('rounds.new.save')}</Button>
      </Form>
    </Details>
  );
};

const page = async (rq: Rq, filled: Filled) => {
  const t = rq.texts(focuspuntTexts);
  const { open, rounds } = await readOverview(rq);
  const isWrong = Object.keys(filled.mistakes).length > 0;
  const lacking = open.filter(({ gaps }) => gaps.length > 0).length;
  return rq.page({
    title: t('rounds.title'),
    width: 'staff',
    current: ROUNDS,
    ...(isWrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={filled.mistakes} />
        <Heading level={1}>{t('rounds.title')}</Heading>
        <Lead>{t('rounds.lead', { open: open.length, lacking })}</Lead>
        {rq.may('focuspunt.propose') ? (
          <Paragraph>
            <LinkButton href={`${FOCUSPUNTEN}/nieuw`}>{t('new.title')}</LinkButton>
          </Paragraph>
        ) : null}
        <Section id="open" title={t('rounds.open')}>
          {open.length === 0 ? (
            <EmptyState title={t('rounds.none')}>{t('rounds.none.text')}</EmptyState>
          ) : (
            <OpenTable rq={rq} lines={open} />
          )}
        </Section>
        <Section id="rondes" title={t('rounds.list')}>
          {rounds.length === 0 ? (
            <Paragraph>{t('rounds.no_round')}</Paragraph>
          ) : (
            <RoundTable rq={rq} rounds={rounds} />
          )}
          {rq.may('round.manage') ? <OpenForm rq={rq} filled={filled} /> : null}
        </Section>
      </>
    ),
  });
};

/** What staff have in hand, and the rounds (0.2 D3). */
export const overviewRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: ROUNDS,
    policy: 'focuspunt.read',
    handle: (rq) => page(rq, { typed: storedFields({ starts_on: isoDate(rq.now) }), mistakes: noMistakes }),
  }),
  defineRoute({
    method: 'POST',
    path: ROUNDS,
    policy: 'round.manage',
    form: typedForm,
    maxBody: 10_000,
    handle: async (rq, { form }) => {
      if (!form.ok) return page(rq, { typed: storedFields({}), mistakes: noMistakes });
      const typed = form.value;
      const sent = await send(rq, focuspuntTexts, () =>
        rq.run(openRound, {
          title: typed.text('title'),
          startsOn: optionalDayIn(typed, 'starts_on') ?? '',
          decisionOn: null,
        }),
      );
      return sent.ok ? rq.redirect(roundHref(sent.value)) : page(rq, { typed, mistakes: sent.mistakes });
    },
  }),
];
