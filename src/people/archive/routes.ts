import { z } from 'zod';
import { readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { csvOf } from '#platform/csv.ts';
import { isId } from '#platform/database/ids.ts';
import { type FieldErrors, notFound } from '#platform/errors.ts';
import { attemptInput, noErrors } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { dayOf, typedParts } from '../date-parts.ts';
import { certificatePage } from './certificate-page.tsx';
import { approveList, cancelList, keepRecord } from './commands.ts';
import { drawList } from './draw.ts';
import { keepPage, type TypedKeep } from './keep-page.tsx';
import { isUndecided, listPage, type TypedCancel } from './list-page.tsx';
import { ARCHIVE, classInWords, overviewPage } from './overview-page.tsx';
import { countClasses, LINES, readItem, readItems, readList, readLists } from './read.ts';
import { linesOf } from './store.ts';
import { archiveTexts } from './texts.ts';

const reading = 'destruction.read';
const approving = 'destruction.approve';
const maxBody = 10_000;
const params = z.object({ id: z.uuid() });
const lineParams = z.object({ id: z.uuid(), line: z.uuid() });
const NOTHING: TypedKeep = { reason: '', until: { day: '', month: '', year: '' } };

const overview = async (rq: Rq, errors: FieldErrors) => {
  const found = await rq.read(async (db) => ({
    lists: await readLists(db, rq.gemeente),
    settings: await readSettings(db, rq.gemeente, isoDate(rq.now)),
  }));
  return overviewPage(rq, found, errors);
};

const showAll = defineRoute({
  method: 'GET',
  path: ARCHIVE,
  policy: reading,
  handle: async (rq) => rq.page(await overview(rq, noErrors)),
});

const draw = defineRoute({
  method: 'POST',
  path: ARCHIVE,
  policy: 'destruction.draw',
  maxBody,
  handle: async (rq) => {
    const drawn = await attemptInput(() => rq.run(drawList, undefined));
    if (drawn.ok) return rq.redirect(`${ARCHIVE}/${drawn.value}`);
    return rq.page({ ...(await overview(rq, drawn.errors)), status: 422 });
  },
});

const onePage = async (rq: Rq, id: string, after: string | null, typed: TypedCancel, errors: FieldErrors) => {
  const { list, counts, items } = await rq.read(async (db) => ({
    list: await readList(db, rq.gemeente, id),
    counts: await countClasses(db, rq.gemeente, id),
    items: await readItems(db, rq.gemeente, id, after),
  }));
  if (!list) throw notFound();
  const shown = items.slice(0, LINES);
  const next = items.length > LINES ? shown.at(-1)?.id : undefined;
  return listPage(rq, { list, counts, items: shown, next }, typed, errors);
};

const showOne = defineRoute({
  method: 'GET',
  path: `${ARCHIVE}/:id`,
  policy: reading,
  params,
  query: z.object({ na: z.string().max(36).optional().catch(undefined) }),
  handle: async (rq, { params: { id }, query: { na } }) =>
    rq.page(await onePage(rq, id, na !== undefined && isId(na) ? na : null, NOTHING, noErrors)),
});

const versionIn = (raw: RawForm): number => Number(raw.text('version')) || 0;

const approve = defineRoute({
  method: 'POST',
  path: `${ARCHIVE}/:id/goedkeuren`,
  policy: approving,
  maxBody,
  params,
  form: z.object({}),
  handle: async (rq, { params: { id }, form: { raw } }) => {
    const input = { listId: id, version: versionIn(raw), looked: raw.text('looked') === 'ja' };
    const done = await attemptInput(() => rq.run(approveList, input));
    if (done.ok) return rq.redirect(`${ARCHIVE}/${id}`);
    return rq.page({ ...(await onePage(rq, id, null, NOTHING, done.errors)), status: 422 });
  },
});

const cancel = defineRoute({
  method: 'POST',
  path: `${ARCHIVE}/:id/intrekken`,
  policy: approving,
  maxBody,
  params,
  form: z.object({}),
  handle: async (rq, { params: { id }, form: { raw } }) => {
    const typed = { reason: raw.text('reason') };
    const done = await attemptInput(() =>
      rq.run(cancelList, { listId: id, version: versionIn(raw), ...typed }),
    );
    if (done.ok) return rq.redirect(`${ARCHIVE}/${id}`);
    return rq.page({ ...(await onePage(rq, id, null, typed, done.errors)), status: 422 });
  },
});

const keepForm = async (
  rq: Rq,
  { id, line }: z.infer<typeof lineParams>,
  typed: TypedKeep,
  errors: FieldErrors,
) => {
  const { list, item } = await rq.read(async (db) => ({
    list: await readList(db, rq.gemeente, id),
    item: await readItem(db, rq.gemeente, id, line),
  }));
  if (!list || !item || item.state !== 'listed' || !isUndecided(list)) throw notFound();
  return keepPage(rq, { list, item }, typed, errors);
};

const showKeep = defineRoute({
  method: 'GET',
  path: `${ARCHIVE}/:id/bewaren/:line`,
  policy: approving,
  params: lineParams,
  handle: async (rq, { params: line }) => rq.page(await keepForm(rq, line, NOTHING, noErrors)),
});

const keep = defineRoute({
  method: 'POST',
  path: `${ARCHIVE}/:id/bewaren/:line`,
  policy: approving,
  maxBody,
  params: lineParams,
  form: z.object({}),
  handle: async (rq, { params: line, form: { raw } }) => {
    const typed = { reason: raw.text('reason'), until: typedParts(raw, 'until') };
    const input = {
      listId: line.id,
      lineId: line.line,
      reason: typed.reason,
      until: dayOf(typed.until) ?? '',
    };
    const done = await attemptInput(() => rq.run(keepRecord, input));
    if (done.ok) return rq.redirect(`${ARCHIVE}/${line.id}#regels`);
    return rq.page({ ...(await keepForm(rq, line, typed, done.errors)), status: 422 });
  },
});

const certificate = defineRoute({
  method: 'GET',
  path: `${ARCHIVE}/:id/verklaring`,
  policy: reading,
  params,
  handle: async (rq, { params: { id } }) => {
    const { list, counts } = await rq.read(async (db) => ({
      list: await readList(db, rq.gemeente, id),
      counts: await countClasses(db, rq.gemeente, id),
    }));
    if (list?.state !== 'executed') throw notFound();
    return rq.page(certificatePage(rq, list, counts));
  },
});

const download = defineRoute({
  method: 'GET',
  path: `${ARCHIVE}/:id/lijst.csv`,
  policy: reading,
  params,
  handle: async (rq, { params: { id } }) => {
    const t = rq.texts(archiveTexts);
    const { list, lines } = await rq.read(async (db) => ({
      list: await readList(db, rq.gemeente, id),
      lines: await linesOf(db, rq.gemeente, id),
    }));
    if (!list) throw notFound();
    // The first five columns, joined by tabs and ended by a newline, are what the certificate's mark is taken of.
    const head = ['class', 'label', 'started_on', 'keep_until', 'state', t('line.class'), t('line.state')];
    const rows = lines.map((line) => [
      line.class,
      line.label,
      line.started_on,
      line.keep_until,
      line.state,
      classInWords(rq, line.class),
      t(`count.${line.state}`),
    ]);
    return new Response(csvOf([head, ...rows]), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="vernietigingslijst-${list.number}.csv"`,
        'cache-control': 'no-store',
      },
    });
  },
});

/** Keeping and destroying. */
export const archiveRoutes: readonly Route[] = [
  showAll,
  draw,
  showOne,
  approve,
  cancel,
  showKeep,
  keep,
  certificate,
  download,
];
