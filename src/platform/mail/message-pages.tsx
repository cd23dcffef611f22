import { z } from 'zod';
import { formatShortDate } from '../calendar/index.ts';
import { isId } from '../database/ids.ts';
import { notFound } from '../errors.ts';
import {
  Alert,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  InlineForm,
  Lead,
  Link,
  Pager,
  Paragraph,
  Table,
  TextArea,
} from '../web/components/index.ts';
import type { Rq } from '../web/request.ts';
import { defineRoute, type Route, type Form as SentForm } from '../web/route.ts';
import {
  findMessage,
  type MessageLine,
  MOST_COUNTED,
  messagesInState,
  type WaitingMail,
  waitingMail,
} from './read.ts';
import { dropMessage, retryMessage } from './retry.ts';
import { mailTexts } from './texts.ts';
import { type FindWords, kindInWords } from './words.ts';

const MESSAGES = '/beheer/berichten';
const idParams = z.object({ id: z.string().refine(isId) });
const reasonForm = z.object({
  reason: z.string('reason_needed').trim().min(1, 'reason_needed').max(500, 'reason_too_long'),
});

/** Messages that did not arrive: seen by a person, sent again or given up with a reason. */
export const messageRoutes = (find: FindWords): Route[] => [
  listRoute(find),
  defineRoute({
    method: 'POST',
    path: `${MESSAGES}/:id/opnieuw`,
    policy: 'message.send',
    params: idParams,
    handle: async (rq, { params }) => {
      await rq.run(retryMessage, { id: params.id });
      return rq.redirect(`${MESSAGES}?gedaan=retried`);
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${MESSAGES}/:id/vervalt`,
    policy: 'message.send',
    params: idParams,
    handle: async (rq, { params }) => {
      const row = await rq.read((db) => findMessage(db, rq.gemeente, params.id));
      if (row?.state !== 'failed') throw notFound();
      return dropPage(rq, params.id);
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${MESSAGES}/:id/vervalt`,
    policy: 'message.send',
    params: idParams,
    form: reasonForm,
    handle: async (rq, { params, form }) => {
      if (!form.ok) return dropPage(rq, params.id, form);
      await rq.run(dropMessage, { id: params.id, reason: form.value.reason });
      return rq.redirect(`${MESSAGES}?gedaan=dropped`);
    },
  }),
];

const listRoute = (find: FindWords): Route =>
  defineRoute({
    method: 'GET',
    path: MESSAGES,
    policy: 'message.send',
    query: z.object({ na: z.string().max(60).optional(), gedaan: z.enum(['retried', 'dropped']).optional() }),
    handle: async (rq, { query }) => {
      const t = rq.texts(mailTexts);
      const { failed, waiting } = await rq.read(async (db) => ({
        failed: await messagesInState(db, { gemeente: rq.gemeente, after: query.na, state: 'failed' }),
        waiting: await waitingMail(db, rq.gemeente),
      }));
      return rq.page({
        title: t('messages.title'),
        width: 'staff',
        body: (
          <>
            {query.gedaan ? (
              <Alert kind="ok" announce>
                {t(`messages.${query.gedaan}`)}
              </Alert>
            ) : null}
            <Heading level={1}>{t('messages.title')}</Heading>
            <Lead>{t('messages.lead')}</Lead>
            {waiting ? <Waiting rq={rq} waiting={waiting} /> : null}
            <Failed rq={rq} find={find} rows={failed.rows} />
            <Pager lang={rq.lang} nextHref={failed.next ? `${MESSAGES}?na=${failed.next}` : undefined} />
          </>
        ),
      });
    },
  });

const Waiting = ({ rq, waiting }: { rq: Rq; waiting: WaitingMail }) => {
  const t = rq.texts(mailTexts);
  return (
    <Alert kind="warning">
      <Paragraph>
        {t('messages.waiting', {
          n: waiting.count >= MOST_COUNTED ? `${MOST_COUNTED}+` : waiting.count,
          since: formatShortDate(waiting.since, rq.lang),
          reason: waiting.errorCode ? t.dynamic(`delivery.${waiting.errorCode}`) : '',
        })}
      </Paragraph>
      <Paragraph>{t('messages.waiting.next')}</Paragraph>
    </Alert>
  );
};

const Failed = ({ rq, find, rows }: { rq: Rq; find: FindWords; rows: readonly MessageLine[] }) => {
  const t = rq.texts(mailTexts);
  if (rows.length === 0) return <EmptyState title={t('messages.none')}>{t('messages.none.next')}</EmptyState>;
  return (
    <Table
      lang={rq.lang}
      caption={t('messages.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'kind', header: t('column.kind'), cell: (row) => kindInWords(find, rq, row.template) },
        { key: 'channel', header: t('column.channel'), cell: (row) => t(`channel.${row.channel}`) },
        { key: 'since', header: t('column.since'), cell: (row) => formatShortDate(row.createdAt, rq.lang) },
        { key: 'tries', header: t('column.tries'), numeric: true, cell: (row) => row.attempts },
        {
          key: 'reason',
          header: t('column.reason'),
          cell: (row) => (row.errorCode ? t.dynamic(`delivery.${row.errorCode}`) : ''),
        },
        { key: 'act', header: t('column.act'), cell: (row) => <Acts rq={rq} id={row.id} /> },
      ]}
    />
  );
};

const Acts = ({ rq, id }: { rq: Rq; id: string }) => {
  const t = rq.texts(mailTexts);
  return (
    <>
      <InlineForm action={`${MESSAGES}/${id}/opnieuw`} label={t('messages.retry')} csrf={rq.csrf} />
      <Link href={`${MESSAGES}/${id}/vervalt`}>{t('messages.drop')}</Link>
    </>
  );
};

const dropPage = (
  rq: Rq,
  id: string,
  form?: Extract<SentForm<unknown>, { ok: false }>,
): Promise<Response> => {
  const t = rq.texts(mailTexts);
  const code = form?.errors.reason;
  const error = code ? t.dynamic(`error.${code}`) : undefined;
  return rq.page({
    title: t('messages.drop.title'),
    width: 'staff',
    status: error ? 422 : 200,
    hasErrors: error !== undefined,
    current: MESSAGES,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={error ? [{ fieldId: 'reason', message: error }] : []} />
        <Heading level={1}>{t('messages.drop.title')}</Heading>
        <Form action={`${MESSAGES}/${id}/vervalt`} csrf={rq.csrf}>
          <TextArea
            name="reason"
            label={t('messages.drop.reason')}
            description={t('messages.drop.hint')}
            value={form?.raw.text('reason')}
            error={error}
            rows={3}
          />
          <Button look="danger">{t('messages.drop')}</Button>
        </Form>
      </>
    ),
  });
};
