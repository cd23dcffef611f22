import { publishRow } from '../wijk/small-numbers.ts';

/** The voices of one subject in one month (`YYYY-MM`). */
export interface MonthCount {
  readonly theme: string | null;
  readonly month: string;
  readonly n: number;
}

/** A number that may be published; without month it is of the whole year. */
interface Published {
  readonly theme: string | null;
  readonly jaar: number;
  readonly maand: number | null;
  readonly aantalTenMinste: number;
}

/**
 * What may be published of the counts of one buurt: per subject and year the total, and its months only where no hidden
 * number can be worked out from them (docs/decisions/0020). What is hidden is left out.
 */
export const publishCounts = (counts: readonly MonthCount[]): Published[] => {
  const years = Map.groupBy(counts, ({ theme, month }) => JSON.stringify([theme, month.slice(0, 4)]));
  return [...years.values()].flatMap((months) => publishYear(months));
};

const publishYear = (months: readonly MonthCount[]): Published[] => {
  const [first] = months;
  if (!first) return [];
  const one = { theme: first.theme, jaar: Number(first.month.slice(0, 4)) };
  const split = new Map(months.map(({ month, n }) => [month, n]));
  const sum = months.reduce((total, { n }) => total + n, 0);
  const { total, splits } = publishRow(sum, [split]);
  if (total === null) return [];
  const shown = [...(splits[0] ?? [])].flatMap(([month, n]) =>
    n === null ? [] : [{ ...one, maand: Number(month.slice(5)), aantalTenMinste: n }],
  );
  return [{ ...one, maand: null, aantalTenMinste: total }, ...shown];
};
