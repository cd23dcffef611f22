import { formatDateTime } from '#platform/calendar/index.ts';
import {
  Alert,
  ButtonRow,
  Details,
  Heading,
  InlineForm,
  Lead,
  Link,
  LinkButton,
  List,
  Paragraph,
  Section,
  SummaryList,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { COUNTS, type Named } from '../report.ts';
import type { ImportRun } from '../store/runs.ts';
import { importTexts } from '../texts.ts';
import { IMPORTS, importHref } from './paths.ts';

/** An import that runs or ended: how far it is, what came of it, and what somebody should look at. */
export const runPage = (rq: Rq, run: ImportRun): PageContent => {
  const t = rq.texts(importTexts);
  const title = t(`run.${run.state === 'running' ? 'busy' : 'over'}`, { file: run.fileName });
  return {
    title,
    width: 'staff',
    current: '/beheer',
    body: (
      <>
        <Paragraph small>
          <Link href={IMPORTS}>{t('list.title')}</Link>
        </Paragraph>
        <Heading level={1}>{title}</Heading>
        {run.state === 'running' ? <Busy rq={rq} run={run} /> : <Over rq={rq} run={run} />}
        <Section id="cijfers" title={t('run.counts')}>
          <SummaryList
            rows={COUNTS.filter((key) => run.counts[key] > 0 || key === 'added').map((key) => ({
              key,
              term: t(`count.${key}`),
              value: run.counts[key].toLocaleString(rq.lang),
            }))}
          />
        </Section>
        {run.counts.rejected > 0 ? (
          <LinkButton href={`${importHref(run.id)}/niet-overgenomen`}>
            {t('run.rejections', { count: run.counts.rejected })}
          </LinkButton>
        ) : null}
        <Found rq={rq} id="onderwerpen" title={t('sentence.subjects')} rows={run.findings.subjects} />
        <Found rq={rq} id="gebieden" title={t('sentence.labels')} rows={run.findings.labels} />
        <Found rq={rq} id="letters" title={t('sentence.lookalikes')} rows={run.findings.lookAlikes} />
      </>
    ),
  };
};

const Busy = ({ rq, run }: { rq: Rq; run: ImportRun }) => {
  const t = rq.texts(importTexts);
  const href = importHref(run.id);
  return (
    <>
      <Lead>
        {t('run.progress', {
          done: run.counts.rows.toLocaleString(rq.lang),
          of: run.fileRows.toLocaleString(rq.lang),
        })}
      </Lead>
      <Paragraph>{`${t('step.start')} ${t('run.leave')}`}</Paragraph>
      <ButtonRow>
        <LinkButton href={href}>{t('run.look')}</LinkButton>
        <InlineForm action={`${href}/verder`} csrf={rq.csrf} label={t('run.go_on')} />
        <InlineForm action={`${href}/stop`} csrf={rq.csrf} label={t('run.stop')} look="danger" />
      </ButtonRow>
    </>
  );
};

const Over = ({ rq, run }: { rq: Rq; run: ImportRun }) => {
  const t = rq.texts(importTexts);
  const { counts, system } = run;
  const number = (count: number): string => count.toLocaleString(rq.lang);
  const changed = counts.added + counts.ended_here > 0;
  return (
    <>
      <Alert
        kind={run.state === 'done' ? 'ok' : 'warning'}
        title={t(`step.${run.state === 'done' ? 'finish' : 'stop'}`)}
      >
        {changed
          ? t('sentence.done', {
              system,
              added: number(counts.added),
              ended: number(counts.ended_here),
              unchanged: number(counts.unchanged + counts.busy_here + counts.reopened_there),
              rejected: number(counts.rejected),
            })
          : t('sentence.nothing')}
      </Alert>
      {run.endedAt ? (
        <Paragraph small>{t('run.ended', { at: formatDateTime(run.endedAt, rq.lang) })}</Paragraph>
      ) : null}
    </>
  );
};

/** A longer list is opened by whoever wants to see it. */
const AT_ONCE = 10;

interface FoundProps {
  readonly rq: Rq;
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Named[];
}

const Found = ({ rq, id, title, rows }: FoundProps) => {
  if (rows.length === 0) return null;
  const list = (some: readonly Named[]) => (
    <List
      items={some.map(({ name, count }) => ({
        key: name,
        content: `${name} (${count.toLocaleString(rq.lang)})`,
      }))}
    />
  );
  const rest = rows.slice(AT_ONCE);
  return (
    <Section id={id} title={title}>
      {list(rows.slice(0, AT_ONCE))}
      {rest.length === 0 ? null : (
        <Details summary={rq.texts(importTexts)('sentence.more', { count: rest.length })}>
          {list(rest)}
        </Details>
      )}
    </Section>
  );
};
