import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  ButtonRow,
  EmptyState,
  FilterBar,
  Heading,
  HiddenField,
  Lead,
  Link,
  LinkButton,
  OwnIn,
  Pager,
  Select,
  StatusBadge,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { address, REGISTER } from '../paths.ts';
import { wordsOfDated } from '../rules/dated.ts';
import { councilTexts } from '../texts.ts';
import { nameIn, toneOf } from '../web/words.tsx';
import type { AboutChoices } from './choices.ts';
import type { RegisterRow } from './list.ts';

/** What the address of the register asks for. */
export interface RegisterQuery {
  readonly soort: string;
  readonly stand: string;
  readonly jaar: string;
  readonly over: string;
}

const Filter = ({ rq, query, choices }: { rq: Rq; query: RegisterQuery; choices: AboutChoices }) => {
  const t = rq.texts(councilTexts);
  const group = (kind: 'focuspunt' | 'area' | 'category') => ({
    group: t(`about.${kind}`),
    options: choices[kind].map((one) => ({ value: `${kind}:${one.id}`, label: nameIn(rq.lang, one) })),
  });
  const known = ['focuspunt', 'area', 'category'].includes(query.over.split(':')[0] ?? '');
  return (
    <FilterBar
      action={REGISTER}
      label={t('register.filter')}
      submitLabel={t('register.show')}
      reset={{ href: REGISTER, label: t('register.reset') }}
    >
      <Select
        name="soort"
        label={t('register.kind')}
        value={query.soort}
        emptyLabel={t('register.all')}
        options={[
          { value: 'motie', label: t('kind.motion') },
          { value: 'toezegging', label: t('kind.toezegging') },
          { value: 'stuk', label: t('kind.document') },
        ]}
      />
      <Select
        name="stand"
        label={t('register.state')}
        value={query.stand}
        emptyLabel={t('register.all')}
        options={[
          { value: 'open', label: t('register.state.open') },
          { value: 'afgedaan', label: t('register.state.settled') },
        ]}
      />
      <TextField name="jaar" label={t('register.year')} value={query.jaar} inputMode="numeric" width={4} />
      <Select
        name="over"
        label={t('register.about')}
        value={query.over}
        emptyLabel={t('register.all')}
        options={[group('focuspunt'), group('area'), group('category')].filter(
          ({ options }) => options.length > 0,
        )}
      />
      {query.over !== '' && !known ? <HiddenField name="over" value={query.over} /> : null}
    </FilterBar>
  );
};

const hrefOf = ({ record, id }: RegisterRow): string =>
  record === 'memo' ? `/raadsmemo/${id}` : `${REGISTER}/${id}`;

const titleOf = (rq: Rq, { title, number, kind }: RegisterRow): string => {
  const t = rq.texts(councilTexts);
  if (title !== null) return number === null ? title : t('register.numbered', { number, title });
  return t('register.memo', { kind: t.dynamic(`kind.${kind}`), number: number ?? '' });
};

const Rows = ({ rq, rows }: { rq: Rq; rows: readonly RegisterRow[] }) => {
  const t = rq.texts(councilTexts);
  const today = isoDate(rq.now);
  const isLate = ({ dueOn, state }: RegisterRow) => dueOn !== null && dueOn < today && state !== 'settled';
  return (
    <Table
      lang={rq.lang}
      caption={t('register.title')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'date', header: t('register.date'), cell: (row) => wordsOfDated(row, rq.lang) },
        { key: 'kind', header: t('register.kind'), cell: ({ kind }) => t.dynamic(`kind.${kind}`) },
        {
          key: 'title',
          header: t('field.title'),
          rowHeader: true,
          cell: (row) => (
            <Link href={hrefOf(row)}>
              <OwnIn text={titleOf(rq, row)} own={[row.title]} />
            </Link>
          ),
        },
        { key: 'owner', header: t('field.owner_function'), cell: ({ owner }) => owner ?? '–' },
        {
          key: 'due',
          header: t('field.due'),
          cell: ({ dueOn }) => (dueOn === null ? '–' : formatShortDate(dueOn, rq.lang)),
        },
        {
          key: 'state',
          header: t('register.state'),
          cell: (row) => (
            <StatusBadge tone={toneOf(row.state, isLate(row))}>
              {isLate(row)
                ? t('register.late', { state: t.dynamic(`state.${row.state}`) })
                : t.dynamic(`state.${row.state}`)}
            </StatusBadge>
          ),
        },
      ]}
    />
  );
};

/** The register: what the raad asked, what was promised to it, and the documents. */
export const registerPage = (
  rq: Rq,
  query: RegisterQuery,
  { rows, next }: ListPage<RegisterRow>,
  choices: AboutChoices,
): PageContent => {
  const t = rq.texts(councilTexts);
  return {
    title: t('register.title'),
    width: 'staff',
    current: REGISTER,
    body: (
      <>
        <Heading level={1}>{t('register.title')}</Heading>
        <Lead>{t('register.lead')}</Lead>
        {rq.may('council.register') ? (
          <ButtonRow>
            <LinkButton href={`${REGISTER}/nieuw/toezegging`}>{t('register.newItem')}</LinkButton>
            <LinkButton href={`${REGISTER}/nieuw/stuk`} look="secondary">
              {t('register.newDocument')}
            </LinkButton>
          </ButtonRow>
        ) : null}
        <Filter rq={rq} query={query} choices={choices} />
        {rows.length === 0 ? (
          <EmptyState title={t('register.empty')}>{t('register.empty.text')}</EmptyState>
        ) : (
          <Rows rq={rq} rows={rows} />
        )}
        <Pager lang={rq.lang} nextHref={next && address(REGISTER, { ...query, na: next })} />
      </>
    ),
  };
};
