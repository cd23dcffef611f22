import { formatDate } from '#platform/calendar/index.ts';
import {
  Link,
  OwnIn,
  Paragraph,
  Quote,
  SummaryList,
  type SummaryRow,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { regieTexts } from '../texts.ts';
import { KnotDay, turnOf } from '../web/knot-words.tsx';
import type { KnotPage } from './knot-model.ts';

/** The page of a knot, for its parts. */
export interface KnotProps {
  readonly rq: Rq;
  readonly page: KnotPage;
}

const OBJECT_HREF = {
  signaal: '/signalen/',
  group: '/groepen/',
  knelpunt: '/knelpunten/',
  focuspunt: '/focuspunten/',
} as const;

/** What it is about, whose turn it is, for how many days, and why it came. */
export const Facts = ({ rq, page: { knot, workdays, opensObject } }: KnotProps) => {
  const t = rq.texts(regieTexts);
  const about = `${t(`object.${knot.objectKind}`)}: ${knot.title}`;
  const rows: SummaryRow[] = [
    {
      key: 'object',
      term: t('knot.object'),
      value: opensObject ? (
        <Link href={`${OBJECT_HREF[knot.objectKind]}${knot.objectId}`}>{about}</Link>
      ) : (
        about
      ),
    },
    {
      key: 'turn',
      term: t('knots.turn'),
      value: turnOf(rq, { ...knot, owner: knot.decisions[0]?.owner ?? null }),
    },
    { key: 'day', term: t('knots.day'), value: <KnotDay rq={rq} row={knot} workdays={workdays} /> },
    { key: 'cause', term: t('knots.cause'), value: t(`knot.cause.${knot.cause}`) },
    {
      key: 'reported',
      term: t('knot.reported'),
      value: [formatDate(knot.reportedAt, rq.lang), knot.raisedBy].filter(Boolean).join(', '),
    },
  ];
  return (
    <>
      <SummaryList rows={rows} />
      {knot.causeNote ? <Quote by={knot.raisedBy ?? ''}>{knot.causeNote}</Quote> : null}
      {knot.droppedReason ? (
        <Paragraph>
          <OwnIn text={t('knot.dropped', { reason: knot.droppedReason })} own={[knot.droppedReason]} />
        </Paragraph>
      ) : null}
    </>
  );
};
