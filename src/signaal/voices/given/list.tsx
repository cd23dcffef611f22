import { formatDate, formatShortDate } from '#platform/calendar/index.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  Card,
  CardList,
  Pager,
  Paragraph,
  Section,
  StatusBadge,
  type StatusTone,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { isEnded } from '../../public/follow/standing.ts';
import { holderInWords } from '../../public/parts/holder.ts';
import { type PublicWord, publicWordOf } from '../../rules/signaal-states.ts';
import { signaalTexts } from '../../texts.ts';
import { voiceTexts } from '../texts.ts';
import type { GivenRow } from './read.ts';

const TONE: Readonly<Record<PublicWord, StatusTone>> = {
  received: 'neutral',
  looked_at: 'active',
  planned: 'active',
  ready: 'ok',
  open_again: 'warning',
};

/** Subject and place of something that was given. */
export const givenTitle = (rq: Rq, row: GivenRow): string => {
  const t = rq.texts(voiceTexts);
  const subject = (rq.lang === 'en' ? row.categoryEn : null) ?? row.category ?? t('given.subject.unknown');
  const place = row.street ?? row.buurt;
  return place === null ? subject : t('given.title', { subject, place });
};

/** One of the five public words (0.2 D7). */
export const GivenState = ({ rq, row }: { rq: Rq; row: GivenRow }) => {
  const word = publicWordOf(row.state);
  return <StatusBadge tone={TONE[word]}>{rq.texts(signaalTexts)(`word.${word}`)}</StatusBadge>;
};

/** What comes now, or how it ended; a date only when somebody promised it (0.2 D13). */
export const givenNext = (rq: Rq, row: GivenRow): string => {
  const t = rq.texts(voiceTexts);
  if (isEnded(row.state) && row.outcome !== null) {
    const outcome = rq.texts(signaalTexts)(`outcome.${row.outcome}`);
    return t('given.ended', { outcome, day: formatDate(row.stateSince, rq.lang) });
  }
  if (row.plannedOn) return t('given.planned', { day: formatDate(row.plannedOn, rq.lang) });
  if (row.hearBy) return t('given.hear', { day: formatDate(row.hearBy, rq.lang) });
  return t('given.undated', { holder: holderInWords(rq, row) });
};

interface GivenListProps {
  readonly rq: Rq;
  readonly page: ListPage<GivenRow>;
  /** Where one of them is seen; left out where there is no page for it. */
  readonly href?: (row: GivenRow) => string;
}

const nextHref = (rq: Rq, next: string | undefined): string | undefined =>
  next === undefined ? undefined : `${rq.url.pathname}?na=${encodeURIComponent(next)}`;

/** What somebody gave before, with how it stands. */
export const GivenList = ({ rq, page, href }: GivenListProps) => {
  const t = rq.texts(voiceTexts);
  return (
    <Section id="gegeven" title={t('given.heading')}>
      {page.rows.length === 0 ? (
        <Paragraph muted>{t('given.none')}</Paragraph>
      ) : (
        <CardList
          items={page.rows.map((row) => ({
            key: row.id,
            card: (
              <Card
                title={givenTitle(rq, row)}
                href={href?.(row)}
                eyebrow={
                  <>
                    <GivenState rq={rq} row={row} />
                    {t('given.number', { number: row.number, day: formatShortDate(row.receivedAt, rq.lang) })}
                  </>
                }
              >
                <Paragraph>{givenNext(rq, row)}</Paragraph>
              </Card>
            ),
          }))}
        />
      )}
      <Pager lang={rq.lang} nextHref={nextHref(rq, page.next)} />
    </Section>
  );
};
