import { z } from 'zod';
import { formatDateTime } from '../calendar/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
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
  Paragraph,
  Section,
  Table,
  TextArea,
} from '../web/components/index.ts';
import type { Rq } from '../web/request.ts';
import { defineRoute, type Route } from '../web/route.ts';
import {
  type DeadLetter,
  deadLetters,
  dropJobCommand,
  type QueueSize,
  queueSizes,
  redriveCommand,
} from './dead-letters.ts';
import { operationsTexts } from './texts.ts';

const JOBS = '/beheer/taken';
const reasonForm = z.object({
  reason: z.string('job_reason_needed').trim().min(1, 'job_reason_needed').max(500, 'job_reason_too_long'),
});
const idParams = z.object({ id: z.uuid() });

/** The administrator's view of the background work. `boss` is asked late: jobs are made after the routes. */
export const jobRoutes = (boss: () => Jobs['boss']): Route[] => {
  const redrive = redriveCommand(boss);
  const drop = dropJobCommand(boss);
  return [
    listRoute,
    defineRoute({
      method: 'POST',
      path: `${JOBS}/:id/opnieuw`,
      policy: 'job.manage',
      params: idParams,
      handle: async (rq, { params }) => {
        await rq.run(redrive, { id: params.id });
        return rq.redirect(`${JOBS}?gedaan=again`);
      },
    }),
    defineRoute({
      method: 'GET',
      path: `${JOBS}/:id/weg`,
      policy: 'job.manage',
      params: idParams,
      handle: (rq, { params }) => dropPage(rq, params.id, '', undefined),
    }),
    defineRoute({
      method: 'POST',
      path: `${JOBS}/:id/weg`,
      policy: 'job.manage',
      params: idParams,
      form: reasonForm,
      handle: async (rq, { params, form }) => {
        if (!form.ok) return dropPage(rq, params.id, form.raw.text('reason'), form.errors.reason);
        await rq.run(drop, { id: params.id, reason: form.value.reason });
        return rq.redirect(`${JOBS}?gedaan=dropped`);
      },
    }),
  ];
};

const listRoute = defineRoute({
  method: 'GET',
  path: JOBS,
  policy: 'job.manage',
  query: z.object({ gedaan: z.enum(['again', 'dropped']).optional() }),
  handle: async (rq, { query }) => {
    const t = rq.texts(operationsTexts);
    const [dead, sizes] = await rq.read(
      async (db) => [await deadLetters(db, rq.gemeente), await queueSizes(db)] as const,
    );
    return rq.page({
      title: t('jobs.title'),
      width: 'staff',
      body: (
        <>
          {query.gedaan ? (
            <Alert kind="ok" announce>
              {t(`jobs.done.${query.gedaan}`)}
            </Alert>
          ) : null}
          <Heading level={1}>{t('jobs.title')}</Heading>
          <Lead>{t('jobs.lead')}</Lead>
          <Section id="vastgelopen" title={t('jobs.dead')}>
            <Dead rq={rq} rows={dead} />
          </Section>
          <Section id="rijen" title={t('jobs.queues')}>
            <Queues rq={rq} rows={sizes} />
          </Section>
        </>
      ),
    });
  },
});

const Dead = ({ rq, rows }: { rq: Rq; rows: readonly DeadLetter[] }) => {
  const t = rq.texts(operationsTexts);
  if (rows.length === 0) return <EmptyState title={t('jobs.none')}>{t('jobs.none.next')}</EmptyState>;
  return (
    <Table
      lang={rq.lang}
      caption={t('jobs.dead.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'event', header: t('jobs.event'), cell: (row) => row.event },
        { key: 'queue', header: t('jobs.queue'), cell: (row) => row.queue },
        { key: 'since', header: t('jobs.since'), cell: (row) => formatDateTime(row.since, rq.lang) },
        { key: 'tries', header: t('jobs.tries'), numeric: true, cell: (row) => row.tries },
        { key: 'error', header: t('jobs.error'), cell: (row) => row.error },
        { key: 'act', header: t('jobs.act'), cell: (row) => <Acts rq={rq} id={row.id} /> },
      ]}
    />
  );
};

const Acts = ({ rq, id }: { rq: Rq; id: string }) => {
  const t = rq.texts(operationsTexts);
  return (
    <>
      <InlineForm action={`${JOBS}/${id}/opnieuw`} label={t('jobs.again')} csrf={rq.csrf} />
      <Link href={`${JOBS}/${id}/weg`}>{t('jobs.drop')}</Link>
    </>
  );
};

const Queues = ({ rq, rows }: { rq: Rq; rows: readonly QueueSize[] }) => {
  const t = rq.texts(operationsTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('jobs.queues.caption')}
      rows={rows}
      rowKey={(row) => row.queue}
      columns={[
        { key: 'queue', header: t('jobs.queue'), cell: (row) => row.queue },
        { key: 'waiting', header: t('jobs.waiting'), numeric: true, cell: (row) => row.waiting },
        { key: 'active', header: t('jobs.active'), numeric: true, cell: (row) => row.active },
      ]}
    />
  );
};

const dropPage = (rq: Rq, id: string, typed: string, code: string | undefined): Promise<Response> => {
  const t = rq.texts(operationsTexts);
  const error = code ? t.dynamic(`error.${code}`) : undefined;
  return rq.page({
    title: t('jobs.drop.title'),
    width: 'staff',
    status: error ? 422 : 200,
    hasErrors: error !== undefined,
    current: JOBS,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={error ? [{ fieldId: 'reason', message: error }] : []} />
        <Heading level={1}>{t('jobs.drop.title')}</Heading>
        <Paragraph>{t('jobs.drop.text')}</Paragraph>
        <Form action={`${JOBS}/${id}/weg`} csrf={rq.csrf}>
          <TextArea
            name="reason"
            label={t('jobs.drop.reason')}
            description={t('jobs.drop.hint')}
            value={typed}
            error={error}
            rows={3}
          />
          <Button look="danger">{t('jobs.drop')}</Button>
        </Form>
      </>
    ),
  });
};
