import { isoDate } from '#platform/calendar/index.ts';
import { Checkbox, Details, Select, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { ImportAreasOptions } from '../../import-areas/import-areas.ts';
import type { AreasReport } from '../../import-areas/report.ts';
import { figureKeys } from '../../key-figures/figures.ts';
import type { FiguresReport, ImportFiguresOptions } from '../../key-figures/import-key-figures.ts';
import { columnRoles } from '../../key-figures/mapping.ts';
import { FromField, type Mistakes, mistakeOf } from '../../web/form.tsx';
import { dayIn, type Typed } from '../../web/typed.ts';
import { importTexts } from '../texts.ts';

/** The choices of the form for areas. */
export const areaOptionsIn = (rq: Rq, typed: Typed): ImportAreasOptions => {
  const kind = (['buurt', 'wijk'] as const).find((known) => known === typed.text('gebied'));
  return {
    validFrom: dayIn(typed, 'validFrom') || isoDate(rq.now),
    layer: typed.text('laag'),
    codeProperty: typed.text('code'),
    nameProperty: typed.text('naam'),
    correction: typed.text('correctie') !== '',
    endMissing: typed.text('eindigen') !== '',
    ...(kind ? { kind } : {}),
  };
};

interface Props<Report> {
  readonly rq: Rq;
  readonly report: Report | null;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

/** How the areas are to be read. */
export const AreaOptions = ({ rq, report, typed, mistakes }: Props<AreasReport>) => {
  const t = rq.texts(importTexts);
  const layers = report?.layers ?? [];
  return (
    <>
      <FromField rq={rq} typed={typed} mistakes={mistakes} description={t('option.fromHelp')} />
      <Select
        name="gebied"
        label={t('option.kind')}
        emptyLabel={t('option.kindGuess')}
        options={(['buurt', 'wijk'] as const).map((value) => ({ value, label: t(`option.kind.${value}`) }))}
        value={typed.text('gebied')}
      />
      {layers.length === 0 ? null : (
        <Select
          name="laag"
          label={t('option.layer')}
          emptyLabel={t('option.layerGuess')}
          options={layers.map((layer) => ({ value: layer, label: layer }))}
          value={typed.text('laag')}
        />
      )}
      <PropertyChoices rq={rq} report={report} typed={typed} />
      <Checkbox
        name="correctie"
        value="ja"
        label={t('option.correction')}
        checked={typed.text('correctie') !== ''}
      />
      <Checkbox
        name="eindigen"
        value="ja"
        label={t('option.endMissing')}
        checked={typed.text('eindigen') !== ''}
      />
    </>
  );
};

/** Where the code and the name stand, for a file that calls them otherwise than CBS does. */
const PropertyChoices = ({ rq, report, typed }: Pick<Props<AreasReport>, 'rq' | 'report' | 'typed'>) => {
  const t = rq.texts(importTexts);
  const offered = (report?.offered ?? []).map((name) => ({ value: name, label: name }));
  const isAsked = report?.problem === 'no_code_property' || typed.text('code') !== '';
  if (!isAsked || offered.length === 0) return null;
  return (
    <>
      <Select
        name="code"
        label={t('option.code')}
        emptyLabel={t('option.codeGuess')}
        options={offered}
        value={typed.text('code')}
      />
      <Select
        name="naam"
        label={t('option.name')}
        emptyLabel={t('option.codeGuess')}
        options={offered}
        value={typed.text('naam')}
      />
    </>
  );
};

/** The choices of the form for key figures; `columns` are those of the file, by their place in it. */
export const figureOptionsIn = (
  typed: Typed,
  columns: readonly string[],
  fileName: string,
): ImportFiguresOptions => {
  const year = typed.text('year').trim();
  const told = columns.flatMap((column, at): [string, string][] => {
    const given = typed.all(`kolom-${at}`);
    return given.length === 0 ? [] : [[column, given[0] ?? '']];
  });
  return {
    fileName,
    mapping: Object.fromEntries(told),
    saveMapping: typed.text('onthoud') !== '',
    ...(year === '' ? {} : { year: /^\d{4}$/.test(year) ? Number(year) : Number.NaN }),
  };
};

/** As many columns as can be looked over on a page; those that are used come first. */
const MOST_COLUMNS = 40;

/** Of what year the figures are, and what each column holds. */
export const FigureOptions = ({ rq, report, typed, mistakes }: Props<FiguresReport>) => {
  const t = rq.texts(importTexts);
  const columns = (report?.columns ?? []).map((column, at) => ({ ...column, at }));
  const shown = columns
    .toSorted((a, b) => Number(a.role === null) - Number(b.role === null))
    .slice(0, MOST_COLUMNS);
  const options = [...columnRoles, ...figureKeys].map((role) => ({ value: role, label: t(`role.${role}`) }));
  return (
    <>
      <TextField
        name="year"
        label={t('option.year')}
        inputMode="numeric"
        width={4}
        value={typed.text('year') || (report?.publication?.measuredOn.slice(0, 4) ?? '')}
        {...mistakeOf(mistakes, 'year')}
      />
      {columns.length === 0 ? null : (
        <Details
          summary={t('option.columns', {
            used: columns.filter(({ role }) => role !== null).length,
            all: columns.length,
          })}
          open={report?.problem === 'no_region_column' || report?.problem === 'no_figures'}
        >
          {shown.map(({ column, role, at }) => (
            <Select
              key={at}
              name={`kolom-${at}`}
              label={t('option.column', { column })}
              emptyLabel={t('option.columnNone')}
              options={options}
              value={role ?? ''}
            />
          ))}
          <Checkbox
            name="onthoud"
            value="ja"
            label={t('option.remember')}
            checked={typed.text('onthoud') !== ''}
          />
        </Details>
      )}
    </>
  );
};
