import { z } from 'zod';
import { formatDateTime } from '../calendar/index.ts';
import { isId } from '../database/ids.ts';
import { notFound } from '../errors.ts';
import {
  Alert,
  EmptyState,
  Heading,
  Lead,
  Link,
  Pager,
  Paragraph,
  SummaryList,
  Table,
} from '../web/components/index.ts';
import type { Rq } from '../web/request.ts';
import { defineRoute, type Route } from '../web/route.ts';
import { DeliveryFailure } from './delivery-errors.ts';
import { type MessageColumns, type PostOffice, renderMessage } from './office.ts';
import { paragraphs } from './paragraphs.tsx';
import { findMessage, type MessageLine, newestMessages } from './read.ts';
import type { RenderedMessage } from './template.ts';
import { mailTexts } from './texts.ts';
import { type FindWords, kindInWords } from './words.ts';

const POST = '/demo/post';

/** Only a demonstration shows its post to anybody; everywhere else these pages are not there. */
const onlyInDemo = (rq: Rq): void => {
  if (!rq.tenant.demo) throw notFound();
};

/** What would have been sent, made at the moment of looking. */
export const demoPostRoutes = (office: PostOffice, find: FindWords): Route[] => [
  defineRoute({
    method: 'GET',
    path: POST,
    policy: 'public.read',
    beforeSecondFactor: true,
    query: z.object({ na: z.string().max(60).optional() }),
    handle: async (rq, { query }) => {
      onlyInDemo(rq);
      const t = rq.texts(mailTexts);
      const { rows, next } = await rq.read((db) =>
        newestMessages(db, { gemeente: rq.gemeente, after: query.na }),
      );
      return rq.page({
        title: t('demo.title'),
        body: (
          <>
            <Heading level={1}>{t('demo.title')}</Heading>
            <Lead>{t('demo.lead')}</Lead>
            <Lines rq={rq} find={find} rows={rows} />
            <Pager lang={rq.lang} nextHref={next ? `${POST}?na=${next}` : undefined} />
          </>
        ),
      });
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${POST}/:id`,
    policy: 'public.read',
    beforeSecondFactor: true,
    params: z.object({ id: z.string().refine(isId) }),
    handle: (rq, { params }) => {
      onlyInDemo(rq);
      return showOne(office, find, rq, params.id);
    },
  }),
];

const Lines = ({ rq, find, rows }: { rq: Rq; find: FindWords; rows: readonly MessageLine[] }) => {
  const t = rq.texts(mailTexts);
  if (rows.length === 0) return <EmptyState title={t('demo.none')}>{t('demo.none.next')}</EmptyState>;
  return (
    <Table
      lang={rq.lang}
      caption={t('demo.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          header: t('column.kind'),
          cell: (row) => <Link href={`${POST}/${row.id}`}>{kindInWords(find, rq, row.template)}</Link>,
        },
        { key: 'when', header: t('column.when'), cell: (row) => formatDateTime(row.createdAt, rq.lang) },
        { key: 'channel', header: t('column.channel'), cell: (row) => t(`channel.${row.channel}`) },
        { key: 'state', header: t('column.state'), cell: (row) => t.dynamic(`state.${row.state}`) },
      ]}
    />
  );
};

type Shown = RenderedMessage | 'nobody' | 'failed';

const showOne = async (office: PostOffice, find: FindWords, rq: Rq, id: string): Promise<Response> => {
  const { row, shown } = await rq.read(async (db) => {
    const found = await findMessage(db, rq.gemeente, id);
    if (!found) throw notFound();
    const rendered = await renderMessage(office, rq.world, db, found).catch((error: unknown) => {
      if (error instanceof DeliveryFailure) return 'failed' as const;
      throw error;
    });
    return { row: found, shown: rendered ?? ('nobody' as const) };
  });
  const title = typeof shown === 'string' ? kindInWords(find, rq, row.template) : shown.subject;
  return rq.page({ title, body: <Shown rq={rq} row={row} shown={shown} title={title} /> });
};

const Shown = ({ rq, row, shown, title }: { rq: Rq; row: MessageColumns; shown: Shown; title: string }) => {
  const t = rq.texts(mailTexts);
  return (
    <>
      <Heading level={1}>{title}</Heading>
      {typeof shown === 'string' ? (
        <Alert kind="info">{t(`demo.${shown}`)}</Alert>
      ) : (
        <>
          <SummaryList
            rows={[
              { key: 'to', term: t('demo.to'), value: recipientLine(shown) },
              { key: 'when', term: t('column.when'), value: formatDateTime(row.created_at, rq.lang) },
              { key: 'channel', term: t('column.channel'), value: t(`channel.${row.channel}`) },
            ]}
          />
          <div lang={shown.lang} className="wr-flow">
            {paragraphs(shown.text).map((paragraph) => paragraph)}
            <Addresses text={shown.text} />
          </div>
        </>
      )}
      <Paragraph>
        <Link href={POST}>{t('demo.back')}</Link>
      </Paragraph>
    </>
  );
};

const recipientLine = ({ to }: RenderedMessage): string =>
  [to.name, to.mail, to.phone, ...(to.address ?? [])].filter(Boolean).join(', ');

/** The web addresses in a text, to click on as a mail program would let one. */
const Addresses = ({ text }: { text: string }) => (
  <>
    {[...new Set(text.match(/https?:\/\/[^\s<>"]+[^\s<>".,)]/g) ?? [])].map((address) => (
      <Paragraph key={address}>
        <Link href={address}>{address}</Link>
      </Paragraph>
    ))}
  </>
);
