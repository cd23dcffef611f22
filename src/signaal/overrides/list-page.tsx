import { formatDateTime } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  Card,
  CardList,
  DateField,
  type DateParts,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Heading,
  Lead,
  Pager,
  Paragraph,
  Quote,
  Select,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { errorOf, errorsInWords, isWrong } from '../public/parts/form-words.ts';
import { publicTexts } from '../public/texts.ts';
import { OVERRIDES, overridePath } from './paths.ts';
import { type Override, type OverrideFilter, stands } from './read.ts';
import { overrideTexts } from './texts.ts';

/** The filter as typed. */
export interface TypedFilter {
  readonly stand: OverrideFilter['stand'];
  readonly from: DateParts;
  readonly until: DateParts;
}

/** What the guard saw, in words; a hint is named only when it is alone. */
export const kindsInWords = (rq: Rq, kinds: readonly string[]): string => {
  const found = kinds.filter((kind) => kind !== 'hint');
  if (found.length === 0) return rq.texts(overrideTexts)('override.hint_only');
  return found.map((kind) => rq.texts(publicTexts).dynamic(`found.kind.${kind}`)).join(', ');
};

const Filter = ({ rq, typed, errors }: { rq: Rq; typed: TypedFilter; errors: FieldErrors }) => {
  const t = rq.texts(overrideTexts);
  return (
    <FilterBar
      action={OVERRIDES}
      label={t('overrides.filter')}
      submitLabel={t('overrides.show')}
      reset={{ href: OVERRIDES, label: t('overrides.reset') }}
    >
      <Select
        name="stand"
        label={t('overrides.stand')}
        value={typed.stand}
        options={stands.map((value) => ({ value, label: t(`stand.${value}`) }))}
      />
      <DateField
        lang={rq.lang}
        name="van"
        label={t('overrides.from')}
        value={typed.from}
        {...errorOf(rq, errors, 'van')}
      />
      <DateField
        lang={rq.lang}
        name="tot"
        label={t('overrides.until')}
        value={typed.until}
        {...errorOf(rq, errors, 'tot')}
      />
    </FilterBar>
  );
};

const LONGEST = 200;

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
};

const Kept = ({ rq, row }: { rq: Rq; row: Override }) => {
  const t = rq.texts(overrideTexts);
  return (
    <Card
      title={t('override.title', { number: row.number })}
      titleLevel={2}
      href={overridePath(row.id)}
      eyebrow={
        <>
          <StatusBadge tone={row.verdict === null ? 'active' : 'neutral'}>
            {t(row.verdict === null ? 'stand.open' : `verdict.${row.verdict}`)}
          </StatusBadge>{' '}
          {formatDateTime(row.at, rq.lang)}, {row.by}
        </>
      }
    >
      <Paragraph>
        {t('override.found')}: {kindsInWords(rq, row.kinds)}
      </Paragraph>
      {row.text === null ? (
        <Paragraph muted>{t('override.wiped')}</Paragraph>
      ) : (
        <Quote>{shortened(row.text)}</Quote>
      )}
      <Paragraph>
        {t('override.reason')}: {row.reason}
      </Paragraph>
    </Card>
  );
};

const partsIn = (name: string, { day, month, year }: DateParts): readonly (readonly [string, string])[] => [
  [`${name}-day`, day],
  [`${name}-month`, month],
  [`${name}-year`, year],
];

const nextHref = ({ stand, from, until }: TypedFilter, next: string): string => {
  const pairs = [['stand', stand], ...partsIn('van', from), ...partsIn('tot', until), ['na', next]];
  const query = new URLSearchParams(
    pairs.filter(([, value]) => value).map(([name, value]) => [name ?? '', value ?? '']),
  );
  return `${OVERRIDES}?${query}`;
};

/** What the desk kept in spite of the guard, for the privacy officer. */
export const overridesPage = (
  rq: Rq,
  typed: TypedFilter,
  errors: FieldErrors,
  { rows, next }: ListPage<Override>,
): PageContent => {
  const t = rq.texts(overrideTexts);
  return {
    title: t('overrides.title'),
    width: 'staff',
    current: OVERRIDES,
    hasErrors: isWrong(errors),
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Heading level={1}>{t('overrides.title')}</Heading>
        <Lead>{t('overrides.lead')}</Lead>
        <Filter rq={rq} typed={typed} errors={errors} />
        {rows.length > 0 ? (
          <CardList items={rows.map((row) => ({ key: row.id, card: <Kept rq={rq} row={row} /> }))} />
        ) : (
          <EmptyState title={t('overrides.none')}>{t('overrides.none.text')}</EmptyState>
        )}
        <Pager lang={rq.lang} nextHref={next && nextHref(typed, next)} />
      </>
    ),
  };
};
