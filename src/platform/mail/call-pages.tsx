import { z } from 'zod';
import { formatShortDate } from '../calendar/index.ts';
import { isId } from '../database/ids.ts';
import { notFound, refuse } from '../errors.ts';
import {
  Alert,
  Button,
  ButtonRow,
  EmptyState,
  Form,
  Heading,
  Lead,
  Link,
  Pager,
  Paragraph,
  Quote,
  Table,
} from '../web/components/index.ts';
import type { Rq } from '../web/request.ts';
import { defineRoute, type Route } from '../web/route.ts';
import { callResults, logContactRead, reportCallCommand } from './calls.ts';
import { type MessageColumns, type PostOffice, renderMessage } from './office.ts';
import { paragraphs } from './paragraphs.tsx';
import { findMessage, type MessageLine, waitingOn } from './read.ts';
import type { RenderedMessage } from './template.ts';
import { mailTexts } from './texts.ts';
import { type FindWords, kindInWords } from './words.ts';

const CALLS = '/post/bellen';
const idParams = z.object({ id: z.string().refine(isId) });
const AFTER = ['called', 'again', 'letter', 'failed'] as const;

/** Whom to call, what to say, and what came of it. */
export const callRoutes = (office: PostOffice, find: FindWords): Route[] => {
  const reportCall = reportCallCommand(office);
  return [
    listRoute(find),
    taskRoute(office),
    defineRoute({
      method: 'POST',
      path: `${CALLS}/:id`,
      policy: 'post.print',
      params: idParams,
      form: z.object({ result: z.enum(callResults, 'choose_result') }),
      handle: async (rq, { params, form }) => {
        if (!form.ok) throw refuse('bad_request', { fields: form.errors });
        const after = await rq.run(reportCall, { id: params.id, result: form.value.result });
        return rq.redirect(`${CALLS}?gedaan=${after}`);
      },
    }),
  ];
};

const listRoute = (find: FindWords): Route =>
  defineRoute({
    method: 'GET',
    path: CALLS,
    policy: 'post.print',
    query: z.object({ na: z.string().max(60).optional(), gedaan: z.enum(AFTER).optional() }),
    handle: async (rq, { query }) => {
      const t = rq.texts(mailTexts);
      const { rows, next } = await rq.read((db) =>
        waitingOn(db, { gemeente: rq.gemeente, after: query.na, channel: 'phone' }),
      );
      return rq.page({
        title: t('calls.title'),
        width: 'staff',
        body: (
          <>
            {query.gedaan ? (
              <Alert kind={query.gedaan === 'failed' ? 'warning' : 'ok'} announce>
                {t(`calls.after.${query.gedaan}`)}
              </Alert>
            ) : null}
            <Heading level={1}>{t('calls.title')}</Heading>
            <Lead>{t('calls.lead')}</Lead>
            <Tasks rq={rq} find={find} rows={rows} />
            <Pager lang={rq.lang} nextHref={next ? `${CALLS}?na=${next}` : undefined} />
          </>
        ),
      });
    },
  });

const Tasks = ({ rq, find, rows }: { rq: Rq; find: FindWords; rows: readonly MessageLine[] }) => {
  const t = rq.texts(mailTexts);
  if (rows.length === 0) return <EmptyState title={t('calls.none')}>{t('calls.none.next')}</EmptyState>;
  return (
    <Table
      lang={rq.lang}
      caption={t('calls.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          header: t('column.kind'),
          cell: (row) => <Link href={`${CALLS}/${row.id}`}>{kindInWords(find, rq, row.template)}</Link>,
        },
        { key: 'since', header: t('column.since'), cell: (row) => formatShortDate(row.createdAt, rq.lang) },
        { key: 'tries', header: t('column.tries'), numeric: true, cell: (row) => row.attempts },
      ]}
    />
  );
};

const taskRoute = (office: PostOffice): Route =>
  defineRoute({
    method: 'GET',
    path: `${CALLS}/:id`,
    policy: 'post.print',
    params: idParams,
    handle: async (rq, { params }) => {
      const t = rq.texts(mailTexts);
      const { row, message } = await rq.read(async (db) => {
        const found = await findMessage(db, rq.gemeente, params.id);
        if (found?.channel !== 'phone' || found.state !== 'queued') throw notFound();
        await logContactRead(
          { db, gemeente: rq.gemeente, now: rq.now, accountId: rq.signedIn?.accountId ?? null },
          'call_task',
          found.id,
        );
        return { row: found, message: await renderMessage(office, rq.world, db, found) };
      });
      const title = message ? t('call.title', { name: message.to.name }) : t('calls.title');
      return rq.page({
        title,
        width: 'staff',
        body: <Task rq={rq} row={row} message={message} title={title} />,
      });
    },
  });

interface TaskProps {
  readonly rq: Rq;
  readonly row: MessageColumns;
  readonly message: RenderedMessage | null;
  readonly title: string;
}

const Task = ({ rq, row, message, title }: TaskProps) => {
  const t = rq.texts(mailTexts);
  const phone = message?.to.phone;
  return (
    <>
      <Heading level={1}>{title}</Heading>
      {row.attempts > 0 ? <Paragraph>{t('call.tries', { count: row.attempts })}</Paragraph> : null}
      {message ? (
        <>
          <Lead>
            {t('call.phone')}:{' '}
            {phone ? <Link href={`tel:${phone.replace(/(?!^\+)\D/g, '')}`}>{phone}</Link> : t('call.noPhone')}
          </Lead>
          <Heading level={2}>{t('call.read')}</Heading>
          <Quote>
            <div className="wr-flow">{paragraphs(message.text)}</div>
          </Quote>
        </>
      ) : (
        <Alert kind="info">{t('call.nobody')}</Alert>
      )}
      <Form action={`${CALLS}/${row.id}`} csrf={rq.csrf}>
        <ButtonRow>
          <Button name="result" value="called">
            {t('call.called')}
          </Button>
          <Button name="result" value="not_reached" look="secondary">
            {t('call.notReached')}
          </Button>
        </ButtonRow>
      </Form>
      <Paragraph>
        <Link href={CALLS}>{t('call.back')}</Link>
      </Paragraph>
    </>
  );
};
