import { formatDateTime } from '#platform/calendar/index.ts';
import type { Failure } from '#platform/web/attempt.ts';
import {
  Button,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Lead,
  Link,
  Paragraph,
  Section,
  StatusBadge,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { ListedRun } from '../store/list.ts';
import { importTexts } from '../texts.ts';
import { IMPORTS, importHref } from './paths.ts';
import { MOST_MEGABYTES } from './upload.ts';
import { isWrong, mistakeIn, mistakesInWords } from './words.ts';

interface ListView {
  readonly runs: readonly ListedRun[];
  readonly system: string;
  readonly failure: Failure;
}

/** Choose a file, and the imports so far. */
export const listPage = (rq: Rq, view: ListView): PageContent => {
  const t = rq.texts(importTexts);
  const wrong = isWrong(view.failure);
  return {
    title: t('list.title'),
    width: 'staff',
    current: '/beheer',
    ...(wrong ? { status: view.failure.status, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph small>
          <Link href="/beheer">{t('list.back')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={mistakesInWords(rq, view.failure)} />
        <Heading level={1}>{t('list.title')}</Heading>
        <Lead>{t('list.lead')}</Lead>
        <Upload rq={rq} view={view} />
        <Section id="eerder" title={t('list.runs')}>
          {view.runs.length === 0 ? (
            <EmptyState title={t('list.none')}>{t('list.none.help')}</EmptyState>
          ) : (
            <Runs rq={rq} runs={view.runs} />
          )}
        </Section>
      </>
    ),
  };
};

const Upload = ({ rq, view }: { rq: Rq; view: ListView }) => {
  const t = rq.texts(importTexts);
  return (
    <Form action={IMPORTS} csrf={rq.csrf} multipart>
      <TextField
        name="system"
        label={t('list.system')}
        description={t('list.system.help')}
        value={view.system}
        autoComplete="off"
        {...mistakeIn(rq, view.failure, 'system')}
      />
      <FileField
        name="bestand"
        label={t('list.file')}
        description={t('list.file.help', { megabytes: MOST_MEGABYTES })}
        accept=".csv,.txt,.json,.geojson,.xlsx,text/csv,application/json"
        {...mistakeIn(rq, view.failure, 'bestand')}
      />
      <Button>{t('list.read')}</Button>
    </Form>
  );
};

const TONES = { draft: 'neutral', running: 'active', done: 'ok', stopped: 'warning' } as const;

const Runs = ({ rq, runs }: { rq: Rq; runs: readonly ListedRun[] }) => {
  const t = rq.texts(importTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('list.runs')}
      captionHidden
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          header: t('list.file'),
          cell: ({ id, fileName, system }) => <Link href={importHref(id)}>{`${system}: ${fileName}`}</Link>,
        },
        {
          key: 'state',
          header: t('list.state'),
          cell: ({ state }) => <StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>,
        },
        {
          key: 'added',
          header: t('list.added'),
          numeric: true,
          cell: ({ counts }) => counts.added.toLocaleString(rq.lang),
        },
        {
          key: 'rejected',
          header: t('list.rejected'),
          numeric: true,
          cell: ({ counts }) => counts.rejected.toLocaleString(rq.lang),
        },
        { key: 'who', header: t('list.who'), cell: ({ maker }) => maker ?? t('list.operator') },
        { key: 'when', header: t('list.when'), cell: ({ createdAt }) => formatDateTime(createdAt, rq.lang) },
      ]}
    />
  );
};
