import { z } from 'zod';
import type { DivisionKind } from '../read/areas.ts';
import { tidyText } from '../tables/decode.ts';
import type { DivisionRow } from './division.ts';
import { codeColumns, textOf } from './properties.ts';

/** A municipality's own division in JSON: wijken with their buurten, and the area and portfolio that each belongs to. */
const fileSchema = z.object({
  wijken: z
    .array(
      z.object({
        naam: z.string().trim().min(1).max(100),
        focuspuntgebied: z.string().trim().max(100).optional(),
        portefeuille: z.string().trim().max(40).optional(),
        buurtcodes: z.array(z.string().trim().min(1).max(40)).max(1_000),
      }),
    )
    .min(1)
    .max(500),
  portefeuilles: z
    .array(
      z.object({
        portefeuille: z.string().trim(),
        inwonersVolgensSeed: z.number().int().nonnegative().optional(),
        inwoners: z.number().int().nonnegative().optional(),
      }),
    )
    .max(500)
    .default([]),
});

/** Reads a division from JSON; null when it is something else, such as GeoJSON. */
export const readDivision = (text: string): readonly DivisionRow[] | null => {
  if (!text.slice(0, 20_000).includes('"wijken"')) return null;
  const parsed = fileSchema.safeParse(jsonIn(text));
  if (!parsed.success) return null;
  const printed = new Map(
    parsed.data.portefeuilles.map((one) => [
      one.portefeuille,
      one.inwoners ?? one.inwonersVolgensSeed ?? null,
    ]),
  );
  return parsed.data.wijken.flatMap(({ naam, focuspuntgebied, portefeuille, buurtcodes }, line) =>
    rowsFor(
      line,
      buurtcodes,
      { wijk: naam, focus_area: focuspuntgebied ?? '', portfolio: portefeuille ?? '' },
      printed,
    ),
  );
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};

const rowsFor = (
  line: number,
  buurtCodes: readonly string[],
  names: Readonly<Record<DivisionKind, string>>,
  printed: ReadonlyMap<string, number | null>,
): DivisionRow[] =>
  (['wijk', 'focus_area', 'portfolio'] as const).flatMap((kind) =>
    tidyText(names[kind]) === ''
      ? []
      : [
          {
            line,
            kind,
            name: tidyText(names[kind]),
            buurtCodes,
            printed: kind === 'portfolio' ? (printed.get(names[kind]) ?? null) : null,
          },
        ],
  );

const COLUMN: Readonly<Record<DivisionKind, string>> = {
  wijk: 'wijk',
  focus_area: 'focuspuntgebied',
  portfolio: 'portefeuille',
};

/** The columns of a table that name an area of a division, when it also has the code of a buurt. */
export const divisionColumns = (columns: readonly string[]): DivisionKind[] => {
  if (codeColumns(columns, 'buurt').length === 0) return [];
  const lower = columns.map((column) => column.toLowerCase());
  return (['wijk', 'focus_area', 'portfolio'] as const).filter((kind) => lower.includes(COLUMN[kind]));
};

/** The rows of such a table: one buurt a line. */
export const rowsOfTable = (
  records: readonly { readonly line: number; readonly properties: Readonly<Record<string, string>> }[],
): DivisionRow[] =>
  records.flatMap(({ line, properties }) => {
    const columns = Object.keys(properties);
    const code = textOf(properties, codeColumns(columns, 'buurt')[0] ?? null);
    const nameOf = (kind: DivisionKind): string =>
      textOf(properties, columns.find((column) => column.toLowerCase() === COLUMN[kind]) ?? null) ?? '';
    const names = { wijk: nameOf('wijk'), focus_area: nameOf('focus_area'), portfolio: nameOf('portfolio') };
    return rowsFor(line, code === null ? [] : [code], names, new Map());
  });
