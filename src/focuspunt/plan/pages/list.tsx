import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import { readCursor } from '#platform/paging.ts';
import {
  EmptyState,
  Heading,
  Lead,
  Link,
  Own,
  Pager,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute } from '#platform/web/route.ts';
import { listPlans, type PlanRow } from '../read/list.ts';
import { planTexts } from '../texts.ts';
import { PlanStateBadge } from './plan-page.tsx';
import { LightBadge } from './quarter.tsx';

const PlanTable = ({ rq, rows }: { rq: Rq; rows: readonly PlanRow[] }) => {
  const t = rq.texts(planTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('list.title')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'focuspunt',
          header: t('list.focuspunt'),
          cell: ({ id, title }) => (
            <Link href={`/plannen/${id}`}>
              <Own>{title}</Own>
            </Link>
          ),
        },
        { key: 'area', header: t('list.area'), cell: ({ area }) => area },
        { key: 'state', header: t('list.state'), cell: (row) => <PlanStateBadge rq={rq} plan={row} /> },
        {
          key: 'light',
          header: t('list.light'),
          cell: ({ light }) => (light === null ? t('quarter.none') : <LightBadge rq={rq} light={light} />),
        },
        {
          key: 'open',
          header: t('list.open'),
          cell: ({ open, late }) => (
            <>
              {open}{' '}
              {late > 0 ? <StatusBadge tone="late">{t('list.late', { count: late })}</StatusBadge> : null}
            </>
          ),
        },
      ]}
    />
  );
};

/** All plans, the newest first. */
export const planListRoute = defineRoute({
  method: 'GET',
  path: '/plannen',
  policy: 'plan.read',
  query: z.object({ na: z.string().max(100).optional().catch(undefined) }),
  handle: async (rq, { query: { na } }) => {
    const page = await rq.read((db) => listPlans(db, rq.gemeente, isoDate(rq.now), readCursor(na)));
    const t = rq.texts(planTexts);
    return rq.page({
      title: t('list.title'),
      width: 'staff',
      current: '/plannen',
      body: (
        <>
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
          {page.rows.length === 0 ? (
            <EmptyState title={t('list.none')}>{t('list.noneHelp')}</EmptyState>
          ) : (
            <PlanTable rq={rq} rows={page.rows} />
          )}
          <Pager lang={rq.lang} nextHref={page.next === undefined ? undefined : `/plannen?na=${page.next}`} />
        </>
      ),
    });
  },
});
