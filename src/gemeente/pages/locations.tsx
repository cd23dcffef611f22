import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import {
  Heading,
  Lead,
  Link,
  LinkButton,
  Select,
  Table,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type LocationInput, saveLocation } from '../commands/departments.ts';
import { type Buurt, listBuurten } from '../read/buurten.ts';
import type { Location } from '../read/departments.ts';
import { storedRow, storedRows } from '../read/stored.ts';
import { gemeenteTexts } from '../texts.ts';
import { type Editor, editorRoutes } from '../web/editor.tsx';
import { type Mistakes, mistakeOf, PeriodFields } from '../web/form.tsx';
import type { GemeenteParts } from '../web/parts.ts';
import { PeriodNote } from '../web/period-note.tsx';
import { dayIn, endAfter, lastDayOf, optionalDayIn, storedFields, type Typed } from '../web/typed.ts';

const BASE = '/beheer/locaties';

const editor: Editor<LocationInput, readonly Buurt[]> = {
  base: BASE,
  list: BASE,
  noun: 'location',
  command: saveLocation,
  load: async (rq, db, id) => {
    const today = isoDate(rq.now);
    const extra = await listBuurten(db, rq.gemeente, today);
    if (id === null) return { typed: storedFields({ validFrom: today }), extra };
    const row = await storedRow(db, rq.gemeente, 'location', id);
    return { typed: storedFields({ ...row, validTo: lastDayOf(row.validTo) }), extra };
  },
  fields: (rq, typed, mistakes, buurten) => (
    <LocationFields rq={rq} typed={typed} mistakes={mistakes} buurten={buurten} />
  ),
  input: (id, typed) => ({
    id,
    name: typed.text('name'),
    address: typed.text('address'),
    openingHours: typed.text('openingHours'),
    phone: typed.text('phone'),
    buurtId: isId(typed.text('buurtId')) ? typed.text('buurtId') : null,
    validFrom: dayIn(typed, 'validFrom'),
    validTo: endAfter(optionalDayIn(typed, 'validTo')),
  }),
  words: (buurten) => new Map(buurten.map(({ id, name }) => [id, name])),
};

interface FieldsProps {
  rq: Rq;
  typed: Typed;
  mistakes: Mistakes;
  buurten: readonly Buurt[];
}

const LocationFields = ({ rq, typed, mistakes, buurten }: FieldsProps) => {
  const t = rq.texts(gemeenteTexts);
  const field = (name: 'name' | 'address' | 'openingHours' | 'phone' | 'buurtId') => ({
    name,
    value: typed.text(name),
    ...mistakeOf(mistakes, name),
  });
  return (
    <>
      <TextField label={t('field.name')} {...field('name')} />
      <TextField label={t('location.address')} {...field('address')} />
      <TextArea label={t('location.openingHours')} rows={3} {...field('openingHours')} />
      <TextField type="tel" label={t('location.phone')} note={t('word.optional')} {...field('phone')} />
      <Select
        label={t('location.buurt')}
        emptyLabel={t('word.none')}
        options={buurten.map(({ id, name }) => ({ value: id, label: name }))}
        {...field('buurtId')}
      />
      <PeriodFields rq={rq} typed={typed} mistakes={mistakes} />
    </>
  );
};

/** The places where people can walk in. */
export const locationRoutes = (parts: GemeenteParts): Route[] => [
  defineRoute({
    method: 'GET',
    path: BASE,
    policy: 'area.manage',
    handle: async (rq) => {
      const rows = await rq.read((db) => storedRows(db, rq.gemeente, 'location'));
      const t = rq.texts(gemeenteTexts);
      return rq.page({
        title: t('location.list'),
        width: 'staff',
        current: '/beheer',
        body: (
          <>
            <Heading level={1}>{t('location.list')}</Heading>
            <Lead>{t('location.listLead')}</Lead>
            <LocationTable rq={rq} rows={rows} />
            <LinkButton href={`${BASE}/nieuw`}>{t('location.new')}</LinkButton>
          </>
        ),
      });
    },
  }),
  ...editorRoutes(editor, parts),
];

const LocationTable = ({ rq, rows }: { rq: Rq; rows: readonly Location[] }) => {
  const t = rq.texts(gemeenteTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('location.list')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('field.name'),
          cell: (row) => <Link href={`${BASE}/${row.id}`}>{row.name}</Link>,
        },
        { key: 'address', header: t('location.address'), cell: (row) => row.address },
        { key: 'hours', header: t('location.openingHours'), cell: (row) => row.openingHours },
        { key: 'period', header: t('field.period'), cell: (row) => <PeriodNote rq={rq} period={row} /> },
      ]}
    />
  );
};
