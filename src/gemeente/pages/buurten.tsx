import { isoDate } from '#platform/calendar/index.ts';
import { DateField, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Route } from '#platform/web/route.ts';
import { type BuurtInput, saveBuurt } from '../commands/buurt.ts';
import { storedRow } from '../read/stored.ts';
import { gemeenteTexts } from '../texts.ts';
import { type Editor, editorRoutes } from '../web/editor.tsx';
import { type Mistakes, mistakeOf, PeriodFields } from '../web/form.tsx';
import type { GemeenteParts } from '../web/parts.ts';
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

const editor: Editor<BuurtInput, null> = {
  base: '/beheer/buurten',
  list: AREAS,
  noun: 'buurt',
  command: saveBuurt,
  load: async (rq, db, id) => {
    if (id === null) return { typed: storedFields({ validFrom: isoDate(rq.now) }), extra: null };
    const row = await storedRow(db, rq.gemeente, 'buurt', id);
    return { typed: storedFields({ ...row, validTo: lastDayOf(row.validTo) }), extra: null };
  },
  fields: (rq, typed, mistakes) => <BuurtFields rq={rq} typed={typed} mistakes={mistakes} />,
  input: (id, typed) => ({
    id,
    code: typed.text('code'),
    name: typed.text('name'),
    officialWijkCode: typed.text('officialWijkCode'),
    officialWijkName: typed.text('officialWijkName'),
    residents: wholeNumberIn(typed, 'residents'),
    residentsAt: optionalDayIn(typed, 'residentsAt'),
    validFrom: dayIn(typed, 'validFrom'),
    validTo: endAfter(optionalDayIn(typed, 'validTo')),
  }),
};

const BuurtFields = ({ rq, typed, mistakes }: { rq: Rq; typed: Typed; mistakes: Mistakes }) => {
  const t = rq.texts(gemeenteTexts);
  const field = (name: 'code' | 'name' | 'officialWijkCode' | 'officialWijkName' | 'residents') => ({
    name,
    value: typed.text(name),
    ...mistakeOf(mistakes, name),
  });
  const optional = { note: t('word.optional') };
  return (
    <>
      <TextField label={t('field.name')} {...field('name')} />
      <TextField
        label={t('buurt.code')}
        description={t('buurt.codeHelp')}
        width={10}
        spellCheck={false}
        {...field('code')}
      />
      <TextField
        label={t('buurt.wijkCode')}
        width={10}
        spellCheck={false}
        {...optional}
        {...field('officialWijkCode')}
      />
      <TextField label={t('buurt.wijkName')} {...optional} {...field('officialWijkName')} />
      <TextField
        label={t('buurt.residents')}
        inputMode="numeric"
        width={10}
        {...optional}
        {...field('residents')}
      />
      <DateField
        lang={rq.lang}
        name="residentsAt"
        label={t('buurt.residentsAt')}
        description={t('buurt.residentsAtHelp')}
        value={typed.parts('residentsAt')}
        {...optional}
        {...mistakeOf(mistakes, 'residentsAt')}
      />
      <PeriodFields rq={rq} typed={typed} mistakes={mistakes} />
    </>
  );
};

/** The pages of single buurten; their list stands with the areas. */
export const buurtRoutes = (parts: GemeenteParts): Route[] => editorRoutes(editor, parts);
