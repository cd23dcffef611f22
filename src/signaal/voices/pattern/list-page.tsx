import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  Card,
  CardList,
  Heading,
  Lead,
  Pager,
  Paragraph,
  StatusBadge,
  type StatusTone,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { CarePatternState } from '../../rules/care-pattern-states.ts';
import { voiceTexts } from '../texts.ts';
import { PATTERNS } from './notices.ts';
import type { PatternRow } from './read.ts';

const TONE: Readonly<Record<CarePatternState, StatusTone>> = {
  offered: 'active',
  asked: 'warning',
  accepted: 'ok',
  declined: 'neutral',
};

/** Theme and area of a pattern. */
export const patternTitle = (rq: Rq, { theme, themeEn, area }: PatternRow): string =>
  rq.texts(voiceTexts)('pattern.name', { theme: (rq.lang === 'en' ? themeEn : null) ?? theme, area });

/** Where a pattern stands, and in red when nobody answered in time. */
export const PatternState = ({ rq, row }: { rq: Rq; row: PatternRow }) => {
  const t = rq.texts(voiceTexts);
  const isLate = row.dueAt !== null && row.dueAt < rq.now;
  return (
    <>
      <StatusBadge tone={TONE[row.state]}>{t(`pattern.state.${row.state}`)}</StatusBadge>{' '}
      {isLate ? <StatusBadge tone="late">{t('pattern.late')}</StatusBadge> : null}
    </>
  );
};

interface CardsProps {
  readonly rq: Rq;
  readonly page: ListPage<PatternRow>;
  readonly empty: string;
  readonly path: string;
  /** 2 when the list is all of its page, 3 below a heading of its own. */
  readonly level: 2 | 3;
}

/** A list of patterns, each with its state and a link to its page. */
export const PatternCards = ({ rq, page, empty, path, level }: CardsProps) => {
  const t = rq.texts(voiceTexts);
  if (page.rows.length === 0) return <Paragraph muted>{empty}</Paragraph>;
  return (
    <>
      <CardList
        items={page.rows.map((row) => ({
          key: row.id,
          card: (
            <Card
              title={patternTitle(rq, row)}
              titleLevel={level}
              href={`${PATTERNS}/${row.id}`}
              eyebrow={
                <>
                  <PatternState rq={rq} row={row} />
                  {t('given.number', {
                    number: row.number,
                    day: formatShortDate(isoDate(row.createdAt), rq.lang),
                  })}
                </>
              }
            >
              <Paragraph>{t('pattern.about', { size: t(`size.${row.sizeClass}`) })}</Paragraph>
            </Card>
          ),
        }))}
      />
      <Pager
        lang={rq.lang}
        nextHref={page.next === undefined ? undefined : `${path}?na=${encodeURIComponent(page.next)}`}
      />
    </>
  );
};

/** What the care network passed on about this visitor's areas. */
export const patternsPage = (rq: Rq, page: ListPage<PatternRow>): PageContent => {
  const t = rq.texts(voiceTexts);
  return {
    title: t('patterns.title'),
    width: 'staff',
    current: PATTERNS,
    body: (
      <>
        <Heading level={1}>{t('patterns.title')}</Heading>
        <Lead>{t('patterns.lead')}</Lead>
        <PatternCards rq={rq} page={page} empty={t('patterns.none')} path={PATTERNS} level={2} />
      </>
    ),
  };
};
