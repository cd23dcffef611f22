import { formatDateTime } from '#platform/calendar/index.ts';
import {
  Alert,
  ErrorSummary,
  Heading,
  InlineForm,
  Lead,
  Link,
  Paragraph,
  Section,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import type { PreviewRow } from '../store/preview.ts';
import { importTexts } from '../texts.ts';
import { MappingForm, type MappingView } from './mapping-form.tsx';
import { IMPORTS, importHref } from './paths.ts';
import { isWrong, mistakesInWords } from './words.ts';

const TEXT_SHOWN = 120;

/** A file that waits: how it was read, its mapping, and its first rows as they would become. */
export const draftPage = (rq: Rq, view: MappingView): PageContent => {
  const t = rq.texts(importTexts);
  const { run, waiting } = view.page;
  const wrong = isWrong(view.failure);
  const form = waiting?.facts.form;
  return {
    title: t('map.title', { file: run.fileName }),
    width: 'staff',
    current: '/beheer',
    ...(wrong ? { status: view.failure.status, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph small>
          <Link href={IMPORTS}>{t('list.title')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={mistakesInWords(rq, view.failure)} />
        {view.did ? <Alert kind="ok" title={t(`did.${view.did}`)} announce /> : null}
        <Heading level={1}>{t('map.title', { file: run.fileName })}</Heading>
        <Lead>{t('map.lead', { count: run.fileRows.toLocaleString(rq.lang) })}</Lead>
        {form ? (
          <Paragraph small>
            {t('sentence.form', {
              kind: t(`kind.${form.kind}`),
              encoding: form.encoding,
              zone: view.mapping.zone,
            })}
          </Paragraph>
        ) : null}
        <Section id="voorbeeld" title={t('map.preview')}>
          <Rows rq={rq} rows={view.preview.rows} />
        </Section>
        <Section id="indeling" title={t('map.mapping')}>
          <MappingForm rq={rq} view={view} />
        </Section>
        <InlineForm
          action={`${importHref(run.id)}/stop`}
          csrf={rq.csrf}
          label={t('map.drop')}
          look="subtle"
        />
      </>
    ),
  };
};

const Rows = ({ rq, rows }: { rq: Rq; rows: readonly PreviewRow[] }) => {
  const t = rq.texts(importTexts);
  const words = rq.texts(signaalTexts);
  const show = (
    one: PreviewRow,
    cell: (row: Exclude<PreviewRow['row'], { reason: unknown }>) => string,
  ): string => ('reason' in one.row ? '–' : cell(one.row));
  return (
    <Table
      lang={rq.lang}
      caption={t('map.preview')}
      captionHidden
      rows={rows}
      rowKey={({ row }) => String(row.line)}
      columns={[
        { key: 'line', header: t('rejections.line'), numeric: true, cell: ({ row }) => row.line },
        {
          key: 'received',
          header: t('field.received'),
          cell: (one) =>
            'reason' in one.row ? t(`reject.${one.row.reason}`) : formatDateTime(one.row.receivedAt, rq.lang),
        },
        {
          key: 'state',
          header: t('field.status'),
          cell: (one) => show(one, ({ isEnded }) => words(isEnded ? 'state.closed' : 'state.received')),
        },
        {
          key: 'subject',
          header: t('field.category'),
          cell: (one) => show(one, () => one.subject ?? t('map.no_subject')),
        },
        {
          key: 'text',
          header: t('field.text'),
          cell: (one) => show(one, ({ text }) => text.slice(0, TEXT_SHOWN)),
        },
        {
          key: 'place',
          header: t('map.place'),
          cell: (one) => show(one, (row) => placeWords(rq, one, row.street)),
        },
        { key: 'ref', header: t('field.ref'), cell: (one) => show(one, ({ ref }) => ref || '–') },
      ]}
    />
  );
};

const placeWords = (rq: Rq, { buurt, outside }: PreviewRow, street: string): string => {
  const words = rq.texts(signaalTexts);
  const where = outside ? words('place.outside') : (buurt ?? (street === '' ? words('place.unknown') : ''));
  return [street, where].filter(Boolean).join(', ');
};
