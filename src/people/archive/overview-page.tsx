import type { Settings } from '#gemeente/index.ts';
import { formatDateTime, formatShortDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Link,
  Paragraph,
  Section,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { inWords } from '../web-form.ts';
import type { ListFacts } from './read.ts';
import { isPassing, type RecordClass, recordClasses } from './record-class.ts';
import { archiveTexts } from './texts.ts';

/** Where destruction lists are kept. */
export const ARCHIVE = '/beheer/vernietiging';

/** A class of records in words, such as "Meldingen, opgelost". */
export const classInWords = (rq: Rq, id: string): string => {
  const known = recordClasses().find((one) => one.id === id);
  return known ? rq.texts(known.catalogue).dynamic(`archive.${id}`) : id;
};

/** The number of a class in the selectielijst, or that only our own rule says how long it is kept. */
export const resultInWords = (rq: Rq, id: string): string =>
  recordClasses().find((one) => one.id === id)?.result ?? rq.texts(archiveTexts)('class.own');

const ClassTable = ({ rq, settings }: { rq: Rq; settings: Settings }) => {
  const t = rq.texts(archiveTexts);
  const kept = (one: RecordClass): string =>
    isPassing(one) ? t('class.years.value', { years: settings.get(one.keep) }) : t('class.permanent');
  return (
    <Table
      lang={rq.lang}
      caption={t('archive.classes')}
      captionHidden
      rows={[...recordClasses()].sort((one, other) => Number(isPassing(other)) - Number(isPassing(one)))}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: t('class.name'), cell: ({ id }) => classInWords(rq, id) },
        { key: 'years', header: t('class.years'), cell: kept },
        {
          key: 'start',
          header: t('class.start'),
          cell: ({ id, catalogue }) => rq.texts(catalogue).dynamic(`archive.${id}.start`),
        },
        { key: 'result', header: t('class.result'), cell: ({ id }) => resultInWords(rq, id) },
      ]}
    />
  );
};

const ListTable = ({ rq, lists }: { rq: Rq; lists: readonly ListFacts[] }) => {
  const t = rq.texts(archiveTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('archive.lists')}
      captionHidden
      rows={lists}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: t('list.number'),
          cell: ({ id, number }) => <Link href={`${ARCHIVE}/${id}`}>{t('list.title', { number })}</Link>,
        },
        {
          key: 'day',
          header: t('list.reference'),
          cell: (row) => formatShortDate(row.reference_day, rq.lang),
        },
        { key: 'state', header: t('list.state'), cell: ({ state }) => t(`list.state.${state}`) },
        {
          key: 'drawn',
          header: t('list.drawn'),
          cell: (row) =>
            t('list.by', { name: row.drawn_name, moment: formatDateTime(row.drawn_at, rq.lang) }),
        },
      ]}
    />
  );
};

const isOpen = ({ state }: ListFacts): boolean => state !== 'executed' && state !== 'cancelled';

const Draw = ({ rq, lists }: { rq: Rq; lists: readonly ListFacts[] }) => {
  const t = rq.texts(archiveTexts);
  if (!rq.may('destruction.draw')) return null;
  if (lists.some(isOpen)) return <Paragraph>{t('archive.draw.open')}</Paragraph>;
  return (
    <Form action={ARCHIVE} csrf={rq.csrf}>
      <Button>{t('archive.draw')}</Button>
    </Form>
  );
};

/** How long what is kept, and all destruction lists. */
export const overviewPage = (
  rq: Rq,
  { lists, settings }: { lists: readonly ListFacts[]; settings: Settings },
  errors: FieldErrors,
): PageContent => {
  const t = rq.texts(archiveTexts);
  return {
    title: t('archive.title'),
    width: 'staff',
    current: ARCHIVE,
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{t('archive.title')}</Heading>
        <Lead>{t('archive.lead')}</Lead>
        <Section id="lijsten" title={t('archive.lists')}>
          {lists.length > 0 ? (
            <ListTable rq={rq} lists={lists} />
          ) : (
            <EmptyState title={t('archive.lists.none')}>{t('archive.lists.none.text')}</EmptyState>
          )}
          <Draw rq={rq} lists={lists} />
        </Section>
        <Section id="termijnen" title={t('archive.classes')}>
          <Paragraph>{t('archive.classes.lead')}</Paragraph>
          <ClassTable rq={rq} settings={settings} />
          <Paragraph>{t('archive.permanent.how')}</Paragraph>
          {rq.may('setting.manage') ? (
            <Paragraph>
              <Link href="/beheer/instellingen">{t('archive.settings')}</Link>
            </Paragraph>
          ) : null}
        </Section>
      </>
    ),
  };
};
