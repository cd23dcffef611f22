import {
  dayIn,
  endAfter,
  lastDayOf,
  mistakeOf,
  optionalDayIn,
  PeriodFields,
  PeriodNote,
  storedFields,
} from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import {
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  type OptionGroup,
  Own,
  Select,
  Table,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type StandardTextInput, standardTextInput, textOutcomes } from '../inputs.ts';
import { allCategories, type CategoryRow, changesOf, type StandardTextRow, standardTexts } from '../read.ts';
import { saveStandardText } from '../replies.ts';
import { catalogueTexts } from '../texts.ts';
import { type Editor, editorRoutes, policy } from '../web/editor.tsx';

const BASE = '/beheer/standaardteksten';

const editor: Editor<StandardTextInput, readonly CategoryRow[]> = {
  base: BASE,
  noun: 'standardText',
  title: 'title',
  schema: standardTextInput,
  command: saveStandardText,
  load: async (rq, db, id) => {
    const categories = await allCategories(db, rq.gemeente);
    const names = new Map(categories.map((row) => [row.id, row.name]));
    if (id === null) {
      const typed = storedFields({ outcome: 'solved', validFrom: isoDate(rq.now) });
      return { typed, extra: categories, changes: [], names };
    }
    const row = (await standardTexts(db, rq.gemeente)).find((text) => text.id === id);
    if (!row) throw notFound();
    const changes = await changesOf(db, rq.gemeente, ['standard_text'], id);
    const { categoryId, outcome, title, body, validFrom } = row;
    const stored = { categoryId, outcome, title, body, validFrom, validTo: lastDayOf(row.validTo) };
    return { typed: storedFields(stored), extra: categories, changes, names };
  },
  fields: (rq, typed, mistakes, categories) => {
    const t = rq.texts(catalogueTexts);
    return (
      <>
        <TextField
          name="title"
          label={t('standardText.title')}
          description={t('standardText.titleHelp')}
          value={typed.text('title')}
          {...mistakeOf(mistakes, 'title')}
        />
        <Select
          name="outcome"
          label={t('standardText.outcome')}
          options={textOutcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
          value={typed.text('outcome')}
          {...mistakeOf(mistakes, 'outcome')}
        />
        <Select
          name="categoryId"
          label={t('standardText.subject')}
          emptyLabel={t('standardText.allSubjects')}
          options={choices(categories)}
          value={typed.text('categoryId')}
          {...mistakeOf(mistakes, 'categoryId')}
        />
        <TextArea
          name="body"
          label={t('standardText.body')}
          description={t('standardText.bodyHelp')}
          value={typed.text('body')}
          {...mistakeOf(mistakes, 'body')}
        />
        <PeriodFields rq={rq} typed={typed} mistakes={mistakes} />
      </>
    );
  },
  values: (typed) => ({
    categoryId: typed.text('categoryId') || null,
    outcome: typed.text('outcome'),
    title: typed.text('title'),
    body: typed.text('body'),
    validFrom: dayIn(typed, 'validFrom'),
    validTo: endAfter(optionalDayIn(typed, 'validTo')),
  }),
};

const choices = (categories: readonly CategoryRow[]): OptionGroup[] =>
  categories
    .filter(({ parentId }) => parentId === null)
    .map((main) => ({
      group: main.name,
      options: categories
        .filter(({ parentId }) => parentId === main.id)
        .map(({ id, name }) => ({ value: id, label: name })),
    }));

const list = defineRoute({
  method: 'GET',
  path: BASE,
  policy,
  handle: async (rq) => {
    const rows = await rq.read((db) => standardTexts(db, rq.gemeente));
    const t = rq.texts(catalogueTexts);
    return rq.page({
      title: t('standardText.list'),
      width: 'staff',
      current: '/beheer',
      body: (
        <>
          <Heading level={1}>{t('standardText.list')}</Heading>
          <Lead>{t('standardText.listLead')}</Lead>
          {rows.length === 0 ? (
            <EmptyState title={t('standardText.none')}>{t('standardText.noneHelp')}</EmptyState>
          ) : (
            <TextTable rq={rq} rows={rows} />
          )}
          <LinkButton href={`${BASE}/nieuw`}>{t('standardText.new')}</LinkButton>
        </>
      ),
    });
  },
});

const TextTable = ({ rq, rows }: { rq: Rq; rows: readonly StandardTextRow[] }) => {
  const t = rq.texts(catalogueTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('standardText.list')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: t('standardText.title'),
          cell: ({ id, title }) => (
            <Link href={`${BASE}/${id}`}>
              <Own>{title}</Own>
            </Link>
          ),
        },
        {
          key: 'outcome',
          header: t('standardText.outcome'),
          cell: ({ outcome }) => t.dynamic(`outcome.${outcome}`),
        },
        {
          key: 'subject',
          header: t('standardText.subject'),
          cell: ({ categoryName }) => categoryName ?? t('standardText.allSubjects'),
        },
        { key: 'body', header: t('standardText.body'), cell: ({ body }) => body },
        { key: 'period', header: t('field.period'), cell: (row) => <PeriodNote rq={rq} period={row} /> },
      ]}
    />
  );
};

/** The standard texts and how they are changed. */
export const standardTextRoutes: readonly Route[] = [list, ...editorRoutes(editor)];
