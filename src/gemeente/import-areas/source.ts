import { createReadStream } from 'node:fs';
import { open, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type AreaFileResult, isSqlite, parseGeoJson, readGeoPackage } from '#platform/geo/index.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { decodeText } from '../tables/decode.ts';
import type { DivisionRow } from './division.ts';
import { readDivision } from './division-file.ts';
import { type NameRow, readTable } from './names.ts';
import { isNationalCode } from './plan.ts';
import { codeColumns, gemeenteColumns } from './properties.ts';
import type { AreasProblem } from './report.ts';

/** Where a file comes from: its text, its bytes, or its place on this machine. */
export type AreaSource = string | Uint8Array | { readonly path: string };

/** What a file turned out to be. */
export type ReadSource =
  | { readonly form: 'outlines'; readonly file: Exclude<AreaFileResult, { problem: unknown }> }
  | { readonly form: 'names'; readonly rows: readonly NameRow[] }
  | { readonly form: 'division'; readonly rows: readonly DivisionRow[] }
  | { readonly form: 'refused'; readonly problem: AreasProblem; readonly layers: readonly string[] };

/** What the reading is told. */
export interface ReadChoice {
  readonly gemeente: string;
  readonly kind: 'buurt' | 'wijk' | null;
  readonly layer: string | null;
}

/** More features than any municipality has buurten. */
const MOST_FEATURES = 5_000;
/** A text is read whole into memory, a GeoPackage is not. */
const LARGEST_TEXT = 150_000_000;

/** Reads a file by what it is, not by its name: GeoPackage, GeoJSON, a division in JSON, or a table. Never throws on its content. */
export const readSource = async (source: AreaSource, choice: ReadChoice): Promise<ReadSource> => {
  if (typeof source === 'string') return readTextual(source);
  if (source instanceof Uint8Array) {
    return isSqlite(source) ? readPackedBytes(source, choice) : readBytes(source);
  }
  if (await startsAsSqlite(source.path)) return readPacked(source.path, choice);
  const { size } = await stat(source.path);
  if (size > LARGEST_TEXT) return refused('too_large');
  return readBytes(await buffer(createReadStream(source.path)));
};

const refused = (problem: AreasProblem, layers: readonly string[] = []): ReadSource => ({
  form: 'refused',
  problem,
  layers,
});

const startsAsSqlite = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer: start } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return isSqlite(start);
  } finally {
    await file.close();
  }
};

/** A zip begins so: shapefiles come as one. */
const ZIP = 'PK\u0003\u0004';
/** And one that is not packed so. */
const SHAPEFILE = '\u0000\u0000\u0027\u000a';

const readBytes = (bytes: Uint8Array): ReadSource => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = file.toString('latin1', 0, 4);
  if (start === SHAPEFILE) return refused('shapefile');
  if (start === ZIP) return refused(file.includes('.shp') || file.includes('.SHP') ? 'shapefile' : 'zipped');
  return readTextual(decodeText(bytes));
};

const readTextual = (text: string): ReadSource => {
  const start = text
    .slice(0, 100)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{') || start.startsWith('[') || start === '') return readJson(text);
  const table = readTable(text);
  if (table === 'no_table') return refused('not_json');
  return table.form === 'names'
    ? { form: 'names', rows: table.rows }
    : { form: 'division', rows: table.rows };
};

const readJson = (text: string): ReadSource => {
  const division = readDivision(text);
  if (division) return { form: 'division', rows: division };
  const file = parseGeoJson(text);
  const isBroken = 'problem' in file && file.problem === 'not_json' && text.trim() !== '';
  return isBroken ? refused('broken_json') : asOutlines(file);
};

const asOutlines = (file: AreaFileResult): ReadSource => {
  if ('problem' in file) return refused(file.problem, file.layers);
  return file.total > MOST_FEATURES ? refused('too_many_features') : { form: 'outlines', file };
};

const readPacked = async (path: string, { gemeente, kind, layer }: ReadChoice): Promise<ReadSource> =>
  asOutlines(
    await readGeoPackage(path, {
      ...(layer === null ? {} : { layer }),
      fits: (columns) => codeColumns(columns, kind ?? 'buurt').length > 0,
      ...(isNationalCode(gemeente) ? { only: { columns: gemeenteColumns, value: gemeente } } : {}),
      mostFeatures: MOST_FEATURES,
    }),
  );

/** SQLite reads from disk only: the bytes of an upload stand there while they are read. */
const readPackedBytes = async (bytes: Uint8Array, choice: ReadChoice): Promise<ReadSource> => {
  const folder = makeTemporaryFolder('areas');
  try {
    const path = join(folder, 'upload.gpkg');
    await writeFile(path, bytes, { mode: 0o600 });
    return await readPacked(path, choice);
  } finally {
    removeTemporaryFolder(folder);
  }
};
