import { readCsv, type TableRow } from '../tables/csv.ts';
import type { DivisionRow } from './division.ts';
import { divisionColumns, rowsOfTable } from './division-file.ts';
import type { KnownBuurt, PlanFor } from './plan.ts';
import { type FeatureRemark, isOfOther } from './plan.ts';
import { guessProperties, textOf, wijkCodeIn } from './properties.ts';

/** A line that names a buurt or a wijk by its code. */
export interface NameRow {
  readonly line: number;
  readonly kind: 'buurt' | 'wijk' | 'other';
  readonly code: string | null;
  readonly name: string | null;
  readonly wijkCode: string | null;
}

type Table =
  | { readonly form: 'names'; readonly rows: readonly NameRow[] }
  | { readonly form: 'division'; readonly rows: readonly DivisionRow[] };

/** Reads a table of codes and names, or of buurten with the areas they belong to. */
export const readTable = (text: string): Table | 'no_table' => {
  const rows = readCsv(text);
  if (rows === 'unreadable') return 'no_table';
  const [header, ...body] = rows;
  if (!header || header.cells.length < 2) return 'no_table';
  const records = body.map((row) => ({ line: row.line, properties: recordOf(header, row) }));
  if (divisionColumns(header.cells).length > 0) return { form: 'division', rows: rowsOfTable(records) };
  const names = guessProperties(
    records.map(({ properties }) => properties),
    {},
  );
  if (names.code === null) return 'no_table';
  const kindColumn = header.cells.find((cell) => /^soort/i.test(cell)) ?? null;
  return {
    form: 'names',
    rows: records.map(({ line, properties }) => {
      const code = textOf(properties, names.code);
      const kind = kindOf(code, textOf(properties, kindColumn));
      const name = textOf(properties, names.name);
      return {
        line,
        kind,
        code,
        name: kind === 'wijk' ? withoutNumber(name) : name,
        wijkCode: textOf(properties, names.wijkCode),
      };
    }),
  };
};

const recordOf = (header: TableRow, row: TableRow): Record<string, string> =>
  Object.fromEntries(header.cells.map((cell, at) => [cell, row.cells[at] ?? '']));

const kindOf = (code: string | null, told: string | null): NameRow['kind'] => {
  const word = told?.toLowerCase() ?? '';
  if (word === 'buurt' || word === 'wijk') return word;
  if (word !== '') return 'other';
  if (code !== null && /^WK/.test(code)) return 'wijk';
  return code !== null && /^(?:GM|NL)/.test(code) ? 'other' : 'buurt';
};

/** Until 2015 the statistics office put "Wijk 00 " before each name. */
const withoutNumber = (name: string | null): string | null => name?.replace(/^Wijk \d{2}\s+/, '') ?? null;

/** A buurt that a table names and the municipality does not have yet. */
export interface NamedBuurt {
  readonly feature: number;
  readonly code: string;
  readonly name: string;
  readonly wijkCode: string | null;
  readonly wijkName: string | null;
}

/** What a table of names leads to. */
export interface NamesPlan {
  readonly added: readonly NamedBuurt[];
  /** Buurten that are there, with the official wijk they turn out to lie in. */
  readonly known: readonly {
    readonly id: string;
    readonly wijkCode: string;
    readonly wijkName: string | null;
  }[];
  readonly kept: number;
  readonly seen: ReadonlySet<string>;
  readonly remarks: readonly FeatureRemark[];
}

/** Matches the rows with the buurten on their codes; names that are there stay, for they are spelled differently each year. */
export const planNames = (
  rows: readonly NameRow[],
  known: readonly KnownBuurt[],
  { gemeente, validFrom }: Pick<PlanFor, 'gemeente' | 'validFrom'>,
): NamesPlan => {
  const wijkNames = new Map(
    rows.flatMap((row) => (row.kind === 'wijk' && row.code ? [[row.code, row.name]] : [])),
  );
  const plan = {
    added: [] as NamedBuurt[],
    known: [] as { id: string; wijkCode: string; wijkName: string | null }[],
    kept: 0,
    seen: new Set<string>(),
    remarks: [] as FeatureRemark[],
  };
  for (const { line: feature, kind, code, name, wijkCode: told } of rows) {
    if (kind !== 'buurt') continue;
    const reason = reasonAgainst(code, plan.seen, gemeente);
    if (code === null || reason) {
      plan.remarks.push({ feature, code, reason: reason ?? 'no_code' });
      continue;
    }
    plan.seen.add(code);
    const wijkCode = told ?? wijkCodeIn(code);
    const wijkName = wijkCode === null ? null : (wijkNames.get(wijkCode) ?? null);
    const buurt = known.find((one) => one.code === code && (one.validTo === null || one.validTo > validFrom));
    if (buurt) {
      plan.kept += 1;
      if (wijkCode !== null) plan.known.push({ id: buurt.id, wijkCode, wijkName });
    } else if (name === null) plan.remarks.push({ feature, code, reason: 'no_name' });
    else plan.added.push({ feature, code, name, wijkCode, wijkName });
  }
  return plan;
};

const reasonAgainst = (
  code: string | null,
  seen: ReadonlySet<string>,
  gemeente: string,
): FeatureRemark['reason'] | null => {
  if (code === null) return 'no_code';
  if (seen.has(code)) return 'duplicate_code';
  return isOfOther(code, null, gemeente) ? 'other_gemeente' : null;
};
