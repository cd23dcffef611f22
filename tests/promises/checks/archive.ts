import type { Finding } from '../support/finding.ts';

interface Keeping {
  readonly id: string;
  readonly tables: readonly string[];
}

/** Each table of municipal data belongs to one class of records, or says why it is no record. */
export const checkRecordTables = (
  tables: readonly string[],
  classes: readonly Keeping[],
  none: Readonly<Record<string, string>>,
): Finding => {
  const named = [...classes.flatMap((one) => one.tables), ...Object.keys(none)];
  const breaches = [
    ...tables
      .filter((name) => !named.includes(name))
      .map((name) => `${name}: nobody says how long it is kept`),
    ...[...new Set(named)]
      .filter((name) => named.indexOf(name) !== named.lastIndexOf(name))
      .map((name) => `${name}: stands in two places`),
    ...[...new Set(named)].filter((name) => !tables.includes(name)).map((name) => `${name}: is no table`),
  ];
  return { seen: tables.length, breaches };
};
