import { type FigureKey, figureDefinitions } from './figures.ts';

/** A key figure of one region as it is stored. */
export interface RegionFigure {
  readonly region: string;
  /** The region is an official wijk that is exactly the asked buurten; else it is one of them. */
  readonly isWhole: boolean;
  readonly figure: string;
  readonly value: number | null;
  readonly measuredOn: string;
  readonly source: string;
  readonly definition: string;
}

/**
 * The newest key figures of some buurten, and of the official wijk that they are exactly, as an array of `RegionFigure` in a wider
 * statement. The places stand for the municipality, the ids of the buurten and the day.
 */
export const regionFiguresSql = (gemeente: string, buurtIds: string, day: string): string => {
  const codes = `array(select b.code from buurt b where b.gemeente = ${gemeente} and b.id = any (${buurtIds}::uuid[]))`;
  const whole = `array(select b.official_wijk_code from buurt b
      where b.gemeente = ${gemeente} and b.valid_from <= ${day} and (b.valid_to is null or b.valid_to > ${day})
        and b.official_wijk_code is not null
      group by b.official_wijk_code
      having bool_and(b.id = any (${buurtIds}::uuid[])) and count(*) = cardinality(${buurtIds}::uuid[]))`;
  return `array(select jsonb_build_object('region', k.region_code, 'isWhole', k.region_code <> all (${codes}), 'figure', k.figure,
      'value', k.value, 'measuredOn', k.measured_on, 'source', k.source, 'definition', k.definition_version)
    from key_figure k
    where k.gemeente = ${gemeente} and k.region_code = any (${codes} || ${whole})
      and k.measured_on = (select max(m.measured_on) from key_figure m
        where m.gemeente = ${gemeente} and m.region_code = any (${codes} || ${whole}) and m.measured_on <= ${day})
    order by k.region_code, k.figure limit 20000)`;
};

/** A key figure of an area, with what makes it honest. */
export interface AreaFigure {
  readonly figure: FigureKey;
  /** Null when it is not known of this area; `few` when it is of fewer than five people and so not told (decision 0020). */
  readonly value: number | 'few' | null;
  /** Published for exactly this area, or added up from so many of its buurten. */
  readonly from: 'published' | { readonly known: number; readonly all: number };
  readonly measuredOn: string;
  readonly source: string;
  readonly definition: string;
}

/** Fewer people than these could be recognised. */
const FEWEST = 5;
const OF_PEOPLE: readonly FigureKey[] = ['residents', 'residents_0_14', 'residents_65', 'households'];

/**
 * The figures of an area: what is published for exactly it, else the sum of its buurten, for counts only: averages of buurten do
 * not add up to one. A figure of which nothing was published is left out.
 */
export const figuresOfArea = (rows: readonly RegionFigure[], buurten: number): AreaFigure[] =>
  figureDefinitions.flatMap(({ key, kind }): AreaFigure[] => {
    const own = rows.filter(({ figure }) => figure === key);
    const [first] = own;
    if (!first) return [];
    const facts = {
      figure: key,
      measuredOn: first.measuredOn,
      source: first.source,
      definition: first.definition,
    };
    const whole = own.find(({ isWhole }) => isWhole) ?? (buurten === 1 ? first : undefined);
    if (whole && whole.value !== null)
      return [{ ...facts, value: told(key, whole.value), from: 'published' }];
    const known = own.flatMap(({ isWhole, value }) => (isWhole || value === null ? [] : [value]));
    const from = { known: kind === 'count' ? known.length : 0, all: buurten };
    if (from.known === 0) return [{ ...facts, value: null, from }];
    return [
      {
        ...facts,
        value: told(
          key,
          known.reduce((sum, value) => sum + value, 0),
        ),
        from,
      },
    ];
  });

const told = (key: FigureKey, value: number): number | 'few' =>
  OF_PEOPLE.includes(key) && value < FEWEST ? 'few' : value;
