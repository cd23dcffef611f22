import type { DatabaseSync } from 'node:sqlite';
import { type AreaFileResult, numberedSystem, type RawFeature, type Stated, settle } from './area-file.ts';
import { readOutline } from './outline.ts';
import { readGeoPackageGeometry } from './wkb.ts';

/** What of a GeoPackage is read. */
export interface GeoPackageChoice {
  /** The layer; without it the only one that `fits`. */
  readonly layer?: string | undefined;
  /** Whether a layer with these columns can be what is looked for. */
  readonly fits: (columns: readonly string[]) => boolean;
  /** Only the rows with this value in the first of these columns that the layer has; a national file is far too long. */
  readonly only?: { readonly columns: readonly string[]; readonly value: string } | undefined;
  readonly mostFeatures: number;
}

/** How every SQLite file begins. */
const SIGNATURE = 'SQLite format 3\0';
const MOST_LAYERS = 100;
/** No outline of a neighbourhood comes near this many bytes. */
const LARGEST_GEOMETRY = 16_000_000;

/** Whether these bytes are of an SQLite file, which every GeoPackage is. */
export const isSqlite = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, SIGNATURE.length)).toString('latin1') === SIGNATURE;

interface Layer {
  readonly name: string;
  readonly geometry: string;
  readonly system: Stated;
  readonly columns: readonly string[];
}

/**
 * Reads the areas of one layer of a GeoPackage on disk. It is opened for reading only, and only its tables are asked: views,
 * triggers and whatever else an unknown file brings stay untouched. Never throws on what stands in the file.
 */
export const readGeoPackage = async (path: string, choice: GeoPackageChoice): Promise<AreaFileResult> => {
  const { DatabaseSync: Database } = await import('node:sqlite');
  let db: DatabaseSync | undefined;
  try {
    db = new Database(path, {
      readOnly: true,
      allowExtension: false,
      enableDoubleQuotedStringLiterals: false,
    });
    db.exec('pragma trusted_schema = off; pragma cell_size_check = on');
    return readLayers(db, choice);
  } catch (error) {
    if (isSqliteError(error)) return { problem: 'not_a_geopackage' };
    throw error;
  } finally {
    db?.close();
  }
};

/** What the file brings about: SQLite that stumbles, and whole numbers beyond what JavaScript holds. */
const isSqliteError = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_SQLITE_ERROR' || error.code === 'ERR_OUT_OF_RANGE');

const readLayers = (db: DatabaseSync, choice: GeoPackageChoice): AreaFileResult => {
  const all = layersOf(db);
  const layers = all.map(({ name }) => name);
  const fitting = all.filter(({ columns }) => choice.fits(columns));
  const wanted = choice.layer === undefined ? fitting : all.filter(({ name }) => name === choice.layer);
  const [only, ...more] = wanted;
  if (!only) return { problem: 'no_layer', layers };
  if (more.length > 0) return { problem: 'choose_layer', layers: wanted.map(({ name }) => name) };
  const read = readRows(db, only, choice);
  return 'problem' in read ? { ...read, layers } : { ...read, layer: only.name, layers };
};

const layersOf = (db: DatabaseSync): Layer[] => {
  const rows = db
    .prepare(
      `select g.table_name as name, g.column_name as geometry, g.srs_id as srs, s.organization_coordsys_id as epsg
       from gpkg_geometry_columns g
       join sqlite_master m on m.type = 'table' and m.name = g.table_name and m.sql not like 'create virtual%'
       left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id and lower(s.organization) = 'epsg'
       order by g.table_name limit ${MOST_LAYERS}`,
    )
    .all();
  return rows.flatMap(({ name, geometry, srs, epsg }) => {
    if (typeof name !== 'string' || typeof geometry !== 'string') return [];
    const columns = db.prepare(`pragma table_info(${quoted(name)})`).all();
    const names = columns.flatMap((column) => (typeof column.name === 'string' ? [column.name] : []));
    // Zero and minus one stand for "not defined".
    const isUndefined = srs === 0 || srs === -1;
    const system = isUndefined ? 'none' : numberedSystem(Number(epsg ?? srs));
    return names.includes(geometry) ? [{ name, geometry, system, columns: names }] : [];
  });
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const readRows = (
  db: DatabaseSync,
  layer: Layer,
  { only, mostFeatures }: GeoPackageChoice,
): AreaFileResult => {
  const wanted = only?.columns.find((column) => layer.columns.includes(column));
  const [where, values] = wanted && only ? [`where ${quoted(wanted)} = ?`, [only.value]] : ['', []];
  const named = layer.columns.filter((column) => column !== layer.geometry).map(quoted);
  const shape = quoted(layer.geometry);
  const select = `select ${[...named, `case when length(${shape}) <= ${LARGEST_GEOMETRY} then ${shape} end as ${shape}`].join(', ')}`;
  const rows = db
    .prepare(`${select} from ${quoted(layer.name)} ${where} order by rowid limit ${mostFeatures + 1}`)
    .all(...values);
  if (rows.length > mostFeatures) return { problem: 'too_many_features' };
  return settle(
    rows.map((row) => rawOf(row, layer.geometry)),
    layer.system,
  );
};

const rawOf = (row: Readonly<Record<string, unknown>>, geometry: string): RawFeature => {
  const { [geometry]: bytes, ...properties } = row;
  if (!(bytes instanceof Uint8Array))
    return { properties, outline: { shape: [], problems: ['no_geometry'] } };
  const read = readGeoPackageGeometry(bytes);
  if ('problem' in read) return { properties, outline: { shape: [], problems: [read.problem] } };
  return { properties, outline: readOutline(read) };
};
