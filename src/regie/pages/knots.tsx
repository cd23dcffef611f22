import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import { type ListPage, readCursor } from '#platform/paging.ts';
import { EmptyState, Heading, Lead, Link, Pager, Table, Tabs } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type KnotRow, knotScope, listKnots } from '../read/knots.ts';
import { type KnotState, knotMachine } from '../rules/knot-states.ts';
import { regieTexts } from '../texts.ts';
import { KnotBadge, KnotDay, readWorkdays, turnOf, type Workdays } from '../web/knot-words.tsx';

/** The knots that somebody may see. */
export const KNOTS = '/knopen';

/** What still asks something: undecided, or decided and not yet done. */
const OPEN: readonly KnotState[] = knotMachine.states.filter(
  (state) => state !== 'executed' && state !== 'dropped',
);
const ENDED: readonly KnotState[] = ['executed', 'dropped'];

interface ListProps {
  readonly rq: Rq;
  readonly page: ListPage<KnotRow>;
  readonly workdays: Workdays;
  readonly ended: boolean;
}

const KnotTable = ({ rq, page, workdays }: ListProps) => {
  const t = rq.texts(regieTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('knots.title')}
      captionHidden
      rows={page.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          header: t('knots.what'),
          cell: ({ id, number, title }) => (
            <Link href={`${KNOTS}/${id}`}>{t('knot.name', { number, title })}</Link>
          ),
        },
        { key: 'turn', header: t('knots.turn'), cell: (row) => turnOf(rq, row) },
        {
          key: 'day',
          header: t('knots.day'),
          cell: (row) => <KnotDay rq={rq} row={row} workdays={workdays} />,
        },
        {
          key: 'sides',
          header: t('knots.sides'),
          cell: ({ sideA, sideB }) => [sideA, sideB].filter((side) => side !== null).join(' / ') || '–',
        },
        { key: 'cause', header: t('knots.cause'), cell: ({ cause }) => t(`knot.cause.${cause}`) },
        { key: 'state', header: t('knots.state'), cell: ({ state }) => <KnotBadge rq={rq} state={state} /> },
      ]}
    />
  );
};

const knotsPage = (props: ListProps): PageContent => {
  const { rq, page, ended } = props;
  const t = rq.texts(regieTexts);
  return {
    title: t('knots.title'),
    width: 'staff',
    current: KNOTS,
    body: (
      <>
        <Heading level={1}>{t('knots.title')}</Heading>
        <Lead>{t('knots.lead')}</Lead>
        <Tabs
          label={t('knots.title')}
          items={[
            { label: t('knots.open'), href: KNOTS, current: !ended },
            { label: t('knots.ended'), href: `${KNOTS}?toon=klaar`, current: ended },
          ]}
        />
        {page.rows.length === 0 ? (
          <EmptyState title={t('knots.empty')}>{t('knots.empty.text')}</EmptyState>
        ) : (
          <KnotTable {...props} />
        )}
        <Pager
          lang={rq.lang}
          {...(page.next ? { nextHref: `${KNOTS}?${ended ? 'toon=klaar&' : ''}na=${page.next}` } : {})}
        />
      </>
    ),
  };
};

/** The list of knots: who has each, and which day it is. */
export const knotListRoute: Route = defineRoute({
  method: 'GET',
  path: KNOTS,
  policy: 'knot.read',
  query: z.object({
    toon: z.literal('klaar').optional().catch(undefined),
    na: z.string().max(100).optional().catch(undefined),
  }),
  handle: async (rq, { query }) => {
    const ended = query.toon === 'klaar';
    const read = await rq.read(async (db) => ({
      page: await listKnots(db, rq.gemeente, {
        scope: knotScope(rq.principal),
        states: ended ? ENDED : OPEN,
        after: readCursor(query.na),
      }),
      workdays: await readWorkdays(db, rq.gemeente, isoDate(rq.now)),
    }));
    return rq.page(knotsPage({ rq, ended, ...read }));
  },
});
