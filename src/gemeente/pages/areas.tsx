import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import {
  CheckboxGroup,
  DateField,
  Section,
  Select,
  Table,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Route } from '#platform/web/route.ts';
import { type AreaInput, saveArea } from '../commands/areas.ts';
import { type Buurt, listBuurten } from '../read/buurten.ts';
import { type Membership, membershipsOf, storedRow, storedRows } from '../read/stored.ts';
import { holdsOn } from '../rules/period.ts';
import { gemeenteTexts } from '../texts.ts';
import { type Editor, editorRoutes } from '../web/editor.tsx';
import { FromField, type Mistakes, mistakeOf } from '../web/form.tsx';
import type { GemeenteParts } from '../web/parts.ts';
import { PeriodNote } from '../web/period-note.tsx';
import {
  dayIn,
  endAfter,
  lastDayOf,
  optionalDayIn,
  storedFields,
  type Typed,
  wholeNumberIn,
} from '../web/typed.ts';
import { AREAS } from './area-begin.tsx';

interface AreaExtra {
  /** The divisions to choose from; of an area that is there only its own. */
  readonly divisions: readonly { readonly id: string; readonly name: string }[];
  readonly buurten: readonly Buurt[];
  readonly members: readonly Membership[];
}

const editor: Editor<AreaInput, AreaExtra> = {
  base: AREAS,
  list: AREAS,
  noun: 'area',
  command: saveArea,
  load: async (rq, db, id) => {
    const today = isoDate(rq.now);
    const buurten = await listBuurten(db, rq.gemeente, today);
    if (id === null) {
      const divisions = await storedRows(db, rq.gemeente, 'division');
      const divisionId = rq.url.searchParams.get('indeling') ?? '';
      const typed = storedFields({ divisionId, validFrom: today });
      return { typed, extra: { divisions, buurten, members: [] } };
    }
    const row = await storedRow(db, rq.gemeente, 'area', id);
    const members = await membershipsOf(db, rq.gemeente, id);
    const buurtIds = members.filter((member) => holdsOn(member, today)).map(({ buurtId }) => buurtId);
    const validFrom = row.validFrom > today ? row.validFrom : today;
    const typed = storedFields({ ...row, buurtIds, validFrom, validTo: lastDayOf(row.validTo) });
    const divisions = [{ id: row.divisionId, name: row.divisionName }];
    return { typed, extra: { divisions, buurten, members } };
  },
  fields: (rq, typed, mistakes, extra) => (
    <AreaFields rq={rq} typed={typed} mistakes={mistakes} extra={extra} />
  ),
  input: (id, typed) => ({
    id,
    divisionId: typed.text('divisionId'),
    code: typed.text('code'),
    name: typed.text('name'),
    printedResidents: wholeNumberIn(typed, 'printedResidents'),
    buurtIds: typed.all('buurtIds').filter(isId),
    from: dayIn(typed, 'validFrom'),
    until: endAfter(optionalDayIn(typed, 'validTo')),
  }),
  more: (rq, extra) => <Sets rq={rq} extra={extra} />,
  words: ({ members, buurten, divisions }) =>
    new Map([
      ...members.map(({ buurtId, buurtName }) => [buurtId, buurtName] as const),
      ...[...buurten, ...divisions].map(({ id, name }) => [id, name] as const),
    ]),
};

interface FieldsProps {
  rq: Rq;
  typed: Typed;
  mistakes: Mistakes;
  extra: AreaExtra;
}

const AreaFields = ({ rq, typed, mistakes, extra }: FieldsProps) => {
  const t = rq.texts(gemeenteTexts);
  const field = (name: 'name' | 'code' | 'printedResidents' | 'divisionId') => ({
    name,
    value: typed.text(name),
    ...mistakeOf(mistakes, name),
  });
  return (
    <>
      <TextField label={t('field.name')} {...field('name')} />
      <Select
        label={t('area.division')}
        options={extra.divisions.map(({ id, name }) => ({ value: id, label: name }))}
        {...field('divisionId')}
      />
      <TextField label={t('area.code')} description={t('area.codeHelp')} width={20} {...field('code')} />
      <TextField
        label={t('area.printedResidents')}
        description={t('area.printedResidentsHelp')}
        note={t('word.optional')}
        inputMode="numeric"
        width={10}
        {...field('printedResidents')}
      />
      <CheckboxGroup
        name="buurtIds"
        label={t('area.buurten')}
        description={t('area.buurtenHelp')}
        options={extra.buurten.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }))}
        values={typed.all('buurtIds')}
        {...mistakeOf(mistakes, 'buurtIds')}
      />
      <FromField rq={rq} typed={typed} mistakes={mistakes} description={t('area.fromHelp')} />
      <DateField
        lang={rq.lang}
        name="validTo"
        label={t('area.lastDay')}
        note={t('word.optional')}
        value={typed.parts('validTo')}
        {...mistakeOf(mistakes, 'validTo')}
      />
    </>
  );
};

const Sets = ({ rq, extra }: { rq: Rq; extra: AreaExtra }) => {
  const t = rq.texts(gemeenteTexts);
  return (
    <Section id="sets" title={t('area.sets')}>
      <Table
        lang={rq.lang}
        caption={t('area.sets')}
        captionHidden
        rows={extra.members}
        rowKey={(row) => `${row.buurtId} ${row.validFrom}`}
        columns={[
          {
            key: 'buurt',
            header: t('buurt.one'),
            cell: (row) => row.buurtName,
          },
          { key: 'period', header: t('field.period'), cell: (row) => <PeriodNote rq={rq} period={row} /> },
        ]}
      />
    </Section>
  );
};

/** The pages of single areas; their list stands in area-list. */
export const areaRoutes = (parts: GemeenteParts): Route[] => editorRoutes(editor, parts);
