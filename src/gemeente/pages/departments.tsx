import { isoDate } from '#platform/calendar/index.ts';
import { Heading, Lead, Link, LinkButton, Select, Table, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type DepartmentInput, saveDepartment } from '../commands/departments.ts';
import { type Department, type DepartmentKind, departmentKinds } from '../read/departments.ts';
import { storedRow, storedRows } from '../read/stored.ts';
import { gemeenteTexts } from '../texts.ts';
import { type Editor, editorRoutes } from '../web/editor.tsx';
import { mistakeOf, PeriodFields } from '../web/form.tsx';
import type { GemeenteParts } from '../web/parts.ts';
import { PeriodNote } from '../web/period-note.tsx';
import { dayIn, endAfter, lastDayOf, optionalDayIn, storedFields } from '../web/typed.ts';

const BASE = '/beheer/afdelingen';

const isKind = (text: string): text is DepartmentKind => departmentKinds.some((kind) => kind === text);

const kindIn = (text: string): DepartmentKind => (isKind(text) ? text : 'vakafdeling');

const editor: Editor<DepartmentInput, null> = {
  base: BASE,
  list: BASE,
  noun: 'department',
  command: saveDepartment,
  load: async (rq, db, id) => {
    if (id === null)
      return { typed: storedFields({ kind: 'vakafdeling', validFrom: isoDate(rq.now) }), extra: null };
    const row = await storedRow(db, rq.gemeente, 'department', id);
    return { typed: storedFields({ ...row, validTo: lastDayOf(row.validTo) }), extra: null };
  },
  fields: (rq, typed, mistakes) => {
    const t = rq.texts(gemeenteTexts);
    const options = departmentKinds.map((kind) => ({ value: kind, label: t(`departmentKind.${kind}`) }));
    return (
      <>
        <TextField
          name="name"
          label={t('field.name')}
          value={typed.text('name')}
          {...mistakeOf(mistakes, 'name')}
        />
        <Select
          name="kind"
          label={t('department.kind')}
          description={t('department.kindHelp')}
          options={options}
          value={typed.text('kind')}
        />
        <TextField
          name="publicContact"
          label={t('department.publicContact')}
          note={t('word.optional')}
          description={t('department.publicContactHelp')}
          value={typed.text('publicContact')}
          {...mistakeOf(mistakes, 'publicContact')}
        />
        <PeriodFields rq={rq} typed={typed} mistakes={mistakes} />
      </>
    );
  },
  input: (id, typed) => ({
    id,
    name: typed.text('name'),
    kind: kindIn(typed.text('kind')),
    publicContact: typed.text('publicContact'),
    validFrom: dayIn(typed, 'validFrom'),
    validTo: endAfter(optionalDayIn(typed, 'validTo')),
  }),
};

/** The departments of a municipality and how they are changed. */
export const departmentRoutes = (parts: GemeenteParts): Route[] => [
  defineRoute({
    method: 'GET',
    path: BASE,
    policy: 'area.manage',
    handle: async (rq) => {
      const rows = await rq.read((db) => storedRows(db, rq.gemeente, 'department'));
      const t = rq.texts(gemeenteTexts);
      return rq.page({
        title: t('department.list'),
        width: 'staff',
        current: '/beheer',
        body: (
          <>
            <Heading level={1}>{t('department.list')}</Heading>
            <Lead>{t('department.listLead')}</Lead>
            <DepartmentTable rq={rq} rows={rows} />
            <LinkButton href={`${BASE}/nieuw`}>{t('department.new')}</LinkButton>
          </>
        ),
      });
    },
  }),
  ...editorRoutes(editor, parts),
];

const DepartmentTable = ({ rq, rows }: { rq: Rq; rows: readonly Department[] }) => {
  const t = rq.texts(gemeenteTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('department.list')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('field.name'),
          cell: (row) => <Link href={`${BASE}/${row.id}`}>{row.name}</Link>,
        },
        { key: 'kind', header: t('department.kind'), cell: (row) => t(`departmentKind.${row.kind}`) },
        { key: 'contact', header: t('department.publicContact'), cell: (row) => row.publicContact ?? '–' },
        { key: 'period', header: t('field.period'), cell: (row) => <PeriodNote rq={rq} period={row} /> },
      ]}
    />
  );
};
