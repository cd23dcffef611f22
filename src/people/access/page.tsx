import { formatDateTime } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  DateField,
  type DateParts,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Heading,
  Lead,
  Pager,
  Select,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { address } from '../list-address.ts';
import { peopleTexts } from '../texts.ts';
import { errorOf, inWords } from '../web-form.ts';
import { accessKinds } from './kinds.ts';
import type { AccessRow } from './read.ts';

/** Where the access log is read. */
export const ACCESS = '/beheer/toegang';

/** The filter as typed. */
export interface TypedFilter {
  readonly persoon: string;
  readonly soort: string;
  readonly van: DateParts;
  readonly tot: DateParts;
}

const kindInWords = (rq: Rq, kind: string): string => {
  const known = accessKinds().get(kind);
  return known ? rq.texts(known.catalogue).dynamic(known.key) : kind;
};

const reasonInWords = (rq: Rq, reason: string | null): string => {
  const t = rq.texts(peopleTexts);
  if (reason === null) return '–';
  return Object.hasOwn(peopleTexts.nl, `access.reason.${reason}`)
    ? t.dynamic(`access.reason.${reason}`)
    : reason;
};

const Filter = ({ rq, typed, errors }: { rq: Rq; typed: TypedFilter; errors: FieldErrors }) => {
  const t = rq.texts(peopleTexts);
  return (
    <FilterBar
      action={ACCESS}
      label={t('access.filter')}
      submitLabel={t('filter.show')}
      reset={{ href: ACCESS, label: t('filter.reset') }}
    >
      <TextField name="persoon" label={t('access.person')} value={typed.persoon} spellCheck={false} />
      <Select
        name="soort"
        label={t('access.kind')}
        emptyLabel={t('access.kind.all')}
        value={typed.soort}
        options={[...accessKinds().keys()].map((kind) => ({ value: kind, label: kindInWords(rq, kind) }))}
      />
      <DateField
        lang={rq.lang}
        name="van"
        label={t('access.from')}
        value={typed.van}
        {...errorOf(errors, 'van', t)}
      />
      <DateField
        lang={rq.lang}
        name="tot"
        label={t('access.until')}
        value={typed.tot}
        {...errorOf(errors, 'tot', t)}
      />
    </FilterBar>
  );
};

const LogTable = ({ rq, rows }: { rq: Rq; rows: readonly AccessRow[] }) => {
  const t = rq.texts(peopleTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('access.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', header: t('column.at'), cell: (row) => formatDateTime(row.at, rq.lang) },
        { key: 'who', header: t('column.who'), cell: (row) => row.person ?? t('access.nobody') },
        { key: 'what', header: t('column.what'), cell: (row) => kindInWords(rq, row.kind) },
        { key: 'reason', header: t('access.reason'), cell: (row) => reasonInWords(rq, row.reason) },
        { key: 'object', header: t('access.object'), cell: (row) => row.object_id ?? '–' },
      ]}
    />
  );
};

const partParameters = (name: string, { day, month, year }: DateParts) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

/** The access log for the privacy officer. */
export const accessPage = (
  rq: Rq,
  typed: TypedFilter,
  errors: FieldErrors,
  { rows, next }: ListPage<AccessRow>,
): PageContent => {
  const t = rq.texts(peopleTexts);
  const parameters = {
    persoon: typed.persoon,
    soort: typed.soort,
    ...partParameters('van', typed.van),
    ...partParameters('tot', typed.tot),
  };
  const nextHref = next && address(ACCESS, { ...parameters, na: next });
  return {
    title: t('access.title'),
    width: 'staff',
    current: ACCESS,
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{t('access.title')}</Heading>
        <Lead>{t('access.lead')}</Lead>
        <Filter rq={rq} typed={typed} errors={errors} />
        {rows.length > 0 ? (
          <LogTable rq={rq} rows={rows} />
        ) : (
          <EmptyState title={t('access.empty.title')}>{t('access.empty.text')}</EmptyState>
        )}
        <Pager lang={rq.lang} nextHref={nextHref} />
      </>
    ),
  };
};
