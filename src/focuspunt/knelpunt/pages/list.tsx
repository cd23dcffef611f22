import { z } from 'zod';
import { type Area, areasOf } from '#gemeente/index.ts';
import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { type ListPage, readCursor } from '#platform/paging.ts';
import {
  ButtonRow,
  type Column,
  EmptyState,
  FilterBar,
  Heading,
  Lead,
  Link,
  LinkButton,
  OwnIn,
  Pager,
  Select,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type KnelpuntRow, readList } from '../read/list.ts';
import { scopeOf } from '../read/scope.ts';
import { choosableAreas } from '../rules/areas.ts';
import { knelpuntMachine, OPEN_KNELPUNT_STATES } from '../rules/states.ts';
import { knelpuntTexts } from '../texts.ts';
import { Dense, knelpuntHref, OneLine, StateBadge } from './labels.tsx';

/** The list of knelpunten. */
export const KNELPUNTEN = '/knelpunten';

const SIZE = 50;

const query = z.object({
  gebied: z.string().refine(isId).optional().catch(undefined),
  staat: z
    .enum(['open', 'alle', ...knelpuntMachine.states])
    .catch('open')
    .default('open'),
  van: z.enum(['afdeling']).optional().catch(undefined),
  na: z.string().max(100).optional().catch(undefined),
});

type Query = z.infer<typeof query>;

const statesOf = (state: Query['staat']) => {
  if (state === 'open') return { states: OPEN_KNELPUNT_STATES };
  return state === 'alle' ? {} : { states: [state] };
};

const columns = (rq: Rq): Column<KnelpuntRow>[] => {
  const t = rq.texts(knelpuntTexts);
  return [
    {
      key: 'title',
      header: t('list.title'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link href={knelpuntHref(row.id)}>
            <OwnIn text={t('detail.title', { number: row.number, title: row.title })} own={[row.title]} />
          </Link>
          <br />
          <span className="wr-muted">
            {[row.area, row.theme, t.dynamic(`origin.${row.origin}`)].filter(Boolean).join(', ')}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('list.state'),
      cell: (row) => (
        <>
          <StateBadge rq={rq} state={row.state} />{' '}
          {row.dueAt !== null && row.dueAt < rq.now ? (
            <StatusBadge tone="late">
              {t('list.late', { day: formatShortDate(row.dueAt, rq.lang) })}
            </StatusBadge>
          ) : null}
          {row.returns > 0 ? (
            <StatusBadge tone="warning">{t('returns', { count: row.returns })}</StatusBadge>
          ) : null}
        </>
      ),
    },
    {
      key: 'since',
      header: t('list.since'),
      cell: (row) => <OneLine>{formatShortDate(row.stateSince, rq.lang)}</OneLine>,
    },
    { key: 'voices', header: t('list.voices'), numeric: true, cell: (row) => String(row.voices) },
    {
      key: 'who',
      header: t('list.who'),
      cell: (row) => (row.departments.length > 0 ? row.departments.join(', ') : row.owner),
    },
  ];
};

const Filters = ({ rq, asked, areas }: { rq: Rq; asked: Query; areas: readonly Area[] }) => {
  const t = rq.texts(knelpuntTexts);
  return (
    <FilterBar
      action={KNELPUNTEN}
      label={t('filter.label')}
      submitLabel={t('filter.show')}
      reset={{ href: KNELPUNTEN, label: t('filter.reset') }}
    >
      <Select
        name="gebied"
        label={t('field.area')}
        value={asked.gebied}
        emptyLabel={t('filter.all_areas')}
        options={areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="staat"
        label={t('list.state')}
        value={asked.staat}
        options={['open', 'alle', ...knelpuntMachine.states].map((value) => ({
          value,
          label: t.dynamic(value === 'open' || value === 'alle' ? `filter.${value}` : `state.${value}`),
        }))}
      />
      {asked.van ? <input type="hidden" name="van" value={asked.van} /> : null}
    </FilterBar>
  );
};

interface ListModel {
  readonly asked: Query;
  readonly areas: readonly Area[];
  readonly page: ListPage<KnelpuntRow>;
}

const nextHref = (rq: Rq, next: string | undefined): string | undefined => {
  if (next === undefined) return undefined;
  const here = new URLSearchParams(rq.url.search);
  here.set('na', next);
  return `${KNELPUNTEN}?${here}`;
};

const listPageOf = (rq: Rq, { asked, areas, page }: ListModel): PageContent => {
  const t = rq.texts(knelpuntTexts);
  const mine = asked.van === 'afdeling';
  return {
    title: t(mine ? 'list.heading_department' : 'list.heading'),
    width: 'staff',
    current: KNELPUNTEN,
    body: (
      <Dense>
        <Heading level={1}>{t(mine ? 'list.heading_department' : 'list.heading')}</Heading>
        <Lead>{t(mine ? 'list.lead_department' : 'list.lead')}</Lead>
        {rq.may('knelpunt.make') ? (
          <ButtonRow>
            <LinkButton href={`${KNELPUNTEN}/nieuw`}>{t('list.new')}</LinkButton>
            <LinkButton href="/patronen" look="secondary">
              {t('list.patterns')}
            </LinkButton>
          </ButtonRow>
        ) : null}
        <Filters rq={rq} asked={asked} areas={areas} />
        {page.rows.length === 0 ? (
          <EmptyState title={t('list.empty')}>{t('list.empty.text')}</EmptyState>
        ) : (
          <Table
            lang={rq.lang}
            caption={t('list.heading')}
            captionHidden
            rows={page.rows}
            rowKey={({ id }) => id}
            columns={columns(rq)}
          />
        )}
        <Pager lang={rq.lang} nextHref={nextHref(rq, page.next)} />
      </Dense>
    ),
  };
};

/** The knelpunten of one's reach, by area and state; `van=afdeling` what lies with one's own department. */
export const listRoute: Route = defineRoute({
  method: 'GET',
  path: KNELPUNTEN,
  policy: 'knelpunt.read',
  query,
  handle: async (rq, { query: asked }) => {
    const model = await rq.read(async (db) => {
      const areas = await areasOf(db, rq.gemeente, isoDate(rq.now));
      const scope = scopeOf(rq.principal, areas);
      const departmentIds = rq.principal.holdings.flatMap(({ departmentId }) => departmentId ?? []);
      const page = await readList(db, {
        gemeente: rq.gemeente,
        scope,
        areaId: asked.gebied,
        ...statesOf(asked.staat),
        ...(asked.van ? { departmentIds } : {}),
        after: readCursor(asked.na),
        size: SIZE,
      });
      return { asked, areas: choosableAreas(areas), page };
    });
    return rq.page(listPageOf(rq, model));
  },
});
