import { formatDateTime } from '../calendar/index.ts';
import type { TenantDb } from '../database/tenant-transaction.ts';
import { type FieldErrors, refuse } from '../errors.ts';
import { listPage, readCursor } from '../paging.ts';
import {
  EmptyState,
  ErrorSummary,
  FilterBar,
  Heading,
  Lead,
  Link,
  List,
  Pager,
  Paragraph,
  Table,
  TextField,
} from '../web/components/index.ts';
import type { Rq } from '../web/request.ts';
import { defineRoute, type Route } from '../web/route.ts';
import { historyLines } from './history-export.ts';
import { filterQuery, type HistoryFilter, readHistoryFilter } from './history-filter.ts';
import { type HistoryRow, readHistory } from './history-read.ts';
import { changesInWords } from './history-words.ts';
import { operationsTexts } from './texts.ts';

const HISTORY = '/beheer/geschiedenis';
const PAGE = 50;

/** Finds the names that belong to account ids; whoever knows accounts brings it. */
export type FindNames = (
  db: TenantDb,
  gemeente: string,
  ids: readonly (string | null)[],
) => Promise<ReadonlyMap<string, string>>;

/** Who changed what: on the screen, and as a file for the auditor (product.md A2, RK). */
export const historyRoutes = (findNames: FindNames): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: HISTORY,
    policy: 'history.read',
    handle: async (rq) => {
      const answer = readHistoryFilter(rq.url.searchParams, rq.now);
      if (!answer.ok) return historyPage(rq, { errors: answer.errors, rows: [], names: new Map() });
      const { filter } = answer;
      const after = readCursor(rq.url.searchParams.get('na') ?? undefined);
      const { found, names } = await rq.read(async (db) => {
        const read = await readHistory(db, rq.gemeente, filter, after, PAGE + 1);
        const ids = read.flatMap(({ actorId, onBehalfOf }) => [actorId, onBehalfOf]);
        return { found: read, names: await findNames(db, rq.gemeente, ids) };
      });
      const { rows, next } = listPage(found, PAGE, ({ at, id }) => ({ at, id }));
      return historyPage(rq, { errors: {}, rows, names, filter, next });
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${HISTORY}.jsonl`,
    policy: 'history.read',
    handle: (rq) => {
      const answer = readHistoryFilter(rq.url.searchParams, rq.now);
      if (!answer.ok) throw refuse('bad_request', { fields: answer.errors });
      const name = `geschiedenis-${rq.gemeente}-${answer.filter.from}-${answer.filter.to}.jsonl`;
      return new Response(historyLines(rq.world, rq.gemeente, answer.filter), {
        headers: {
          'content-type': 'application/jsonl; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
        },
      });
    },
  }),
];

interface Shown {
  readonly errors: FieldErrors;
  readonly rows: readonly HistoryRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly filter?: HistoryFilter;
  readonly next?: string | undefined;
}

const historyPage = (rq: Rq, shown: Shown): Promise<Response> => {
  const t = rq.texts(operationsTexts);
  const hasErrors = Object.keys(shown.errors).length > 0;
  return rq.page({
    title: t('history.title'),
    width: 'staff',
    status: hasErrors ? 422 : 200,
    hasErrors,
    body: (
      <>
        <ErrorSummary
          lang={rq.lang}
          errors={Object.entries(shown.errors).map(([fieldId, code]) => ({
            fieldId,
            message: t.dynamic(`error.${code}`),
          }))}
        />
        <Heading level={1}>{t('history.title')}</Heading>
        <Lead>{t('history.lead')}</Lead>
        <Filter rq={rq} shown={shown} />
        {shown.rows.length === 0 ? (
          <EmptyState title={t('history.none')}>{t('history.none.next')}</EmptyState>
        ) : (
          <Rows rq={rq} rows={shown.rows} names={shown.names} />
        )}
        <Further rq={rq} shown={shown} />
      </>
    ),
  });
};

const Filter = ({ rq, shown }: { rq: Rq; shown: Shown }) => {
  const t = rq.texts(operationsTexts);
  const typed = (name: string) => rq.url.searchParams.get(name) ?? '';
  const wrong = (name: string) => {
    const code = shown.errors[name];
    return code ? t.dynamic(`error.${code}`) : undefined;
  };
  const field = (name: string) => ({ name, value: typed(name), error: wrong(name) });
  return (
    <FilterBar
      action={HISTORY}
      label={t('history.filter')}
      submitLabel={t('history.submit')}
      reset={{ href: HISTORY, label: t('history.reset') }}
    >
      <TextField
        {...field('wat')}
        label={t('history.noun')}
        description={t('history.noun.hint')}
        width={20}
      />
      <TextField
        {...field('kenmerk')}
        label={t('history.object')}
        description={t('history.object.hint')}
        width={20}
      />
      <TextField {...field('wie')} label={t('history.actor')} width={20} />
      <TextField
        name="van"
        label={t('history.from')}
        description={t('history.date.hint')}
        value={shown.filter?.from ?? typed('van')}
        error={wrong('van')}
        width={10}
      />
      <TextField
        name="tot"
        label={t('history.to')}
        description={t('history.date.hint')}
        value={shown.filter?.to ?? typed('tot')}
        error={wrong('tot')}
        width={10}
      />
    </FilterBar>
  );
};

type RowsProps = { rq: Rq } & Pick<Shown, 'rows' | 'names'>;

const Rows = ({ rq, rows, names }: RowsProps) => {
  const t = rq.texts(operationsTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('history.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'when', header: t('history.when'), cell: (row) => formatDateTime(row.at, rq.lang) },
        { key: 'who', header: t('history.who'), cell: (row) => <Actor rq={rq} row={row} names={names} /> },
        { key: 'what', header: t('history.what'), cell: (row) => <What row={row} /> },
        { key: 'change', header: t('history.change'), cell: (row) => <Changes rq={rq} row={row} /> },
      ]}
    />
  );
};

/** A person's name leads to all that this person changed; an account that is gone still has its id. */
const Actor = ({ rq, row, names }: { rq: Rq; row: HistoryRow } & Pick<Shown, 'names'>) => {
  const t = rq.texts(operationsTexts);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const { actorId, onBehalfOf } = row;
  return (
    <>
      {actorId ? (
        <Link href={`${HISTORY}?${new URLSearchParams({ wie: actorId })}`}>{nameOf(actorId)}</Link>
      ) : null}
      {actorId ? null : t(`actor.${row.actorKind}`)}
      {onBehalfOf ? ` (${t('history.behalf', { id: nameOf(onBehalfOf) })})` : null}
    </>
  );
};

const What = ({ row }: { row: HistoryRow }) => {
  const query = new URLSearchParams({ wat: row.noun, kenmerk: row.objectId });
  return (
    <>
      {row.action} <Link href={`${HISTORY}?${query}`}>{`${row.noun} ${row.objectId}`}</Link>
    </>
  );
};

const Changes = ({ rq, row }: { rq: Rq; row: HistoryRow }) => (
  <List
    plain
    items={changesInWords(row, rq.texts(operationsTexts)).map(({ column, words }) => ({
      key: column,
      content: `${column}: ${words}`,
    }))}
  />
);

const Further = ({ rq, shown }: { rq: Rq; shown: Shown }) => {
  if (!shown.filter) return null;
  const query = filterQuery(shown.filter);
  return (
    <>
      <Pager lang={rq.lang} nextHref={shown.next ? `${HISTORY}?${query}&na=${shown.next}` : undefined} />
      <Paragraph>
        <Link href={`${HISTORY}.jsonl?${query}`} download="">
          {rq.texts(operationsTexts)('history.export')}
        </Link>
      </Paragraph>
    </>
  );
};
