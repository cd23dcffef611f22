import { isoDate } from '#platform/calendar/index.ts';
import { Select, TextField } from '#platform/web/components/index.ts';
import type { Route } from '#platform/web/route.ts';
import { type DivisionInput, saveDivision } from '../commands/areas.ts';
import { type DivisionKind, divisionKinds } from '../read/areas.ts';
import { storedRow } from '../read/stored.ts';
import { gemeenteTexts } from '../texts.ts';
import { type Editor, editorRoutes } from '../web/editor.tsx';
import { mistakeOf, PeriodFields } from '../web/form.tsx';
import type { GemeenteParts } from '../web/parts.ts';
import { dayIn, endAfter, lastDayOf, optionalDayIn, storedFields } from '../web/typed.ts';
import { AREAS } from './area-begin.tsx';

const kindIn = (text: string): DivisionKind => divisionKinds.find((kind) => kind === text) ?? 'wijk';

const editor: Editor<DivisionInput, null> = {
  base: '/beheer/indelingen',
  list: AREAS,
  noun: 'division',
  command: saveDivision,
  load: async (rq, db, id) => {
    if (id === null)
      return { typed: storedFields({ kind: 'wijk', validFrom: isoDate(rq.now) }), extra: null };
    const row = await storedRow(db, rq.gemeente, 'division', id);
    return { typed: storedFields({ ...row, validTo: lastDayOf(row.validTo) }), extra: null };
  },
  fields: (rq, typed, mistakes) => {
    const t = rq.texts(gemeenteTexts);
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
          label={t('division.kind')}
          options={divisionKinds.map((kind) => ({ value: kind, label: t(`divisionKind.${kind}`) }))}
          value={typed.text('kind')}
          {...mistakeOf(mistakes, 'kind')}
        />
        <PeriodFields rq={rq} typed={typed} mistakes={mistakes} />
      </>
    );
  },
  input: (id, typed) => ({
    id,
    name: typed.text('name'),
    kind: kindIn(typed.text('kind')),
    validFrom: dayIn(typed, 'validFrom'),
    validTo: endAfter(optionalDayIn(typed, 'validTo')),
  }),
};

/** The pages of single divisions; their list stands with the areas. */
export const divisionRoutes = (parts: GemeenteParts): Route[] => editorRoutes(editor, parts);
