import {
  CardList,
  EmptyState,
  Heading,
  Lead,
  Link,
  List,
  Own,
  Paragraph,
  ScreenOnly,
  Section,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { QUESTIONS, RAAD, REGISTER } from '../paths.ts';
import { councilTexts } from '../texts.ts';
import { standingOf } from './csv.ts';
import { FocuspuntCard, StandingBadge } from './focuspunt-card.tsx';
import type { CouncilFocuspunt } from './focuspunten.ts';
import { Documents, MaatwerkSection, NextDates, OpenItems } from './parts.tsx';
import type { Moment } from './read.ts';

/** The same focuspunten as a file for a spreadsheet. */
export const CSV = `${RAAD}/focuspunten.csv`;

const sumLine = (rq: Rq, focuspunten: readonly CouncilFocuspunt[]): string => {
  const t = rq.texts(councilTexts);
  const count = (standing: string) => focuspunten.filter((one) => standingOf(one) === standing).length;
  const [red, green, ended] = [count('red'), count('green'), count('ended')];
  const line = t('moment.sum', { red, green });
  return ended === 0 ? line : t('moment.sumEnded', { line, ended });
};

const Overview = ({ rq, focuspunten }: { rq: Rq; focuspunten: readonly CouncilFocuspunt[] }) => {
  const t = rq.texts(councilTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('moment.overview')}
      rows={focuspunten}
      rowKey={({ id }) => id}
      columns={[
        { key: 'area', header: t('moment.area'), cell: ({ area }) => area },
        {
          key: 'title',
          header: t('about.one.focuspunt'),
          rowHeader: true,
          cell: ({ id, title }) => (
            <Link href={`/focuspunten/${id}`}>
              <Own>{title}</Own>
            </Link>
          ),
        },
        {
          key: 'trekker',
          header: t('focuspunt.trekker'),
          cell: ({ trekker }) => trekker ?? t('focuspunt.noTrekker'),
        },
        { key: 'why', header: t('moment.why'), cell: (one) => <StandingBadge rq={rq} focuspunt={one} /> },
      ]}
    />
  );
};

const byArea = (focuspunten: readonly CouncilFocuspunt[]): [string, CouncilFocuspunt[]][] => {
  const areas = new Map<string, CouncilFocuspunt[]>();
  for (const one of focuspunten) areas.set(one.area, [...(areas.get(one.area) ?? []), one]);
  return [...areas];
};

const Ways = ({ rq }: { rq: Rq }) => {
  const t = rq.texts(councilTexts);
  const ways = [
    { href: REGISTER, text: t('register.title'), open: true },
    { href: `${RAAD}/stemmen`, text: t('moment.voices'), open: rq.may('voices.count') },
    { href: `${RAAD}/patroon`, text: t('moment.pattern'), open: rq.may('signaal.count') },
    {
      href: QUESTIONS,
      text: t('question.list'),
      open: rq.may('question.ask') || rq.may('question.handle') || rq.may('question.answer'),
    },
    { href: CSV, text: t('moment.csv'), open: true },
  ];
  return (
    <List
      plain
      items={ways
        .filter(({ open }) => open)
        .map(({ href, text }) => ({ key: href, content: <Link href={href}>{text}</Link> }))}
    />
  );
};

/** The page of the raad: the focuspunten with what is red and why, what was done beside them, and what comes next. */
export const momentPage = (rq: Rq, moment: Moment): PageContent => {
  const t = rq.texts(councilTexts);
  const { focuspunten } = moment;
  const props = { rq, moment };
  return {
    title: t('moment.title'),
    width: 'staff',
    current: RAAD,
    scripts: ['wr-print'],
    body: (
      <div className="wr-brief wr-flow">
        <Heading level={1}>{t('moment.title')}</Heading>
        {focuspunten.length === 0 ? (
          <EmptyState title={t('moment.none')}>{t('moment.none.text')}</EmptyState>
        ) : (
          <>
            <Lead>{sumLine(rq, focuspunten)}</Lead>
            <Paragraph>{t('moment.lead')}</Paragraph>
          </>
        )}
        <ScreenOnly>
          <Ways rq={rq} />
        </ScreenOnly>
        <wr-print data-label={t('print')} />
        {focuspunten.length === 0 ? null : <Overview rq={rq} focuspunten={focuspunten} />}
        <div className="wr-brief__areas wr-flow">
          {byArea(focuspunten).map(([area, own]) => (
            <Section key={area} id={`area-${own[0]?.areaId ?? ''}`} title={area}>
              <CardList
                label={area}
                layout="grid"
                items={own.map((one) => ({ key: one.id, card: <FocuspuntCard rq={rq} focuspunt={one} /> }))}
              />
            </Section>
          ))}
        </div>
        <MaatwerkSection {...props} />
        <OpenItems {...props} />
        <NextDates {...props} />
        <Documents {...props} />
      </div>
    ),
  };
};
