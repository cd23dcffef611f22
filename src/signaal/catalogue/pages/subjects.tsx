import { PeriodNote } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import {
  Alert,
  ButtonRow,
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Paragraph,
  Section,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { allCategories, type CategoryRow } from '../read.ts';
import { ruleState } from '../rule-state.ts';
import { catalogueTexts } from '../texts.ts';
import { policy } from '../web/editor.tsx';
import { termWords } from '../web/term-fields.tsx';
import { SUBJECTS } from './rules.tsx';

/** The tree of main categories and subjects. */
export const subjectsRoute: Route = defineRoute({
  method: 'GET',
  path: SUBJECTS,
  policy,
  handle: async (rq) => {
    const rows = await rq.read((db) => allCategories(db, rq.gemeente));
    return rq.page(subjectsPage(rq, rows));
  },
});

const subjectsPage = (rq: Rq, rows: readonly CategoryRow[]): PageContent => {
  const t = rq.texts(catalogueTexts);
  const mains = rows.filter(({ parentId }) => parentId === null);
  return {
    title: t('subject.list'),
    width: 'staff',
    current: '/beheer',
    body: (
      <>
        <Heading level={1}>{t('subject.list')}</Heading>
        <Lead>{t('subject.listLead')}</Lead>
        <Ownerless rq={rq} rows={rows} />
        <ButtonRow>
          <LinkButton href={`${SUBJECTS}/nieuw`}>{t('subject.new')}</LinkButton>
          <LinkButton href={`${SUBJECTS}/nieuw?soort=hoofd`} look="secondary">
            {t('subject.newMain')}
          </LinkButton>
        </ButtonRow>
        {mains.length === 0 ? (
          <EmptyState title={t('subject.none')}>{t('subject.noneHelp')}</EmptyState>
        ) : null}
        {mains.map((main) => (
          <Branch
            key={main.id}
            rq={rq}
            main={main}
            rows={rows.filter(({ parentId }) => parentId === main.id)}
          />
        ))}
      </>
    ),
  };
};

/** A subject that waits for somebody to choose a department; complex ones go to the wijkregisseur. */
const lacksDepartment = (rq: Rq, row: CategoryRow): boolean =>
  row.parentId !== null &&
  !row.complex &&
  row.departmentId === null &&
  ruleState(row, isoDate(rq.now)) !== 'over';

const Ownerless = ({ rq, rows }: { rq: Rq; rows: readonly CategoryRow[] }) => {
  const t = rq.texts(catalogueTexts);
  const waiting = rows.filter((row) => lacksDepartment(rq, row));
  if (waiting.length === 0) return null;
  return (
    <Alert kind="warning" title={t('subject.ownerless', { count: waiting.length })}>
      <Paragraph>{t('subject.ownerlessHelp')}</Paragraph>
      <List
        items={waiting.map(({ id, name }) => ({
          key: id,
          content: <Link href={`${SUBJECTS}/${id}`}>{name}</Link>,
        }))}
      />
    </Alert>
  );
};

const Branch = ({ rq, main, rows }: { rq: Rq; main: CategoryRow; rows: readonly CategoryRow[] }) => {
  const t = rq.texts(catalogueTexts);
  return (
    <Section id={`main-${main.id}`} title={main.name}>
      <Paragraph>
        <Link href={`${SUBJECTS}/${main.id}`}>{t('subject.change', { name: main.name })}</Link>{' '}
        <PeriodNote rq={rq} period={main} />
      </Paragraph>
      {rows.length === 0 ? <Paragraph>{t('subject.emptyMain')}</Paragraph> : null}
      {rows.length === 0 ? null : <SubjectTable rq={rq} caption={main.name} rows={rows} />}
      <Paragraph>
        <Link href={`${SUBJECTS}/nieuw?onder=${main.id}`}>{t('subject.newIn', { name: main.name })}</Link>
      </Paragraph>
    </Section>
  );
};

const SubjectTable = ({ rq, caption, rows }: { rq: Rq; caption: string; rows: readonly CategoryRow[] }) => {
  const t = rq.texts(catalogueTexts);
  return (
    <Table
      lang={rq.lang}
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('subject.one'),
          cell: ({ id, name }) => <Link href={`${SUBJECTS}/${id}`}>{name}</Link>,
        },
        { key: 'department', header: t('subject.department'), cell: (row) => <Owner rq={rq} row={row} /> },
        { key: 'term', header: t('subject.term'), cell: (row) => termWords(rq, row.handlingTerm) },
        { key: 'marks', header: t('subject.marks'), cell: (row) => marksOf(rq, row) },
        { key: 'period', header: t('field.period'), cell: (row) => <PeriodNote rq={rq} period={row} /> },
      ]}
    />
  );
};

const Owner = ({ rq, row }: { rq: Rq; row: CategoryRow }) => {
  const t = rq.texts(catalogueTexts);
  if (row.complex) return <>{t('subject.toWijkregisseur')}</>;
  if (row.departmentName !== null) return <>{row.departmentName}</>;
  return <StatusBadge tone="warning">{t('subject.noDepartment')}</StatusBadge>;
};

const marksOf = (rq: Rq, row: CategoryRow): string => {
  const t = rq.texts(catalogueTexts);
  const marks = (['complex', 'sensitive', 'crowd'] as const).filter((mark) => row[mark]);
  return marks.map((mark) => t(`mark.${mark}`)).join(', ') || '–';
};
