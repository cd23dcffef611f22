import type { GeoWarning, Outline } from './outline.ts';
import { degreesOfRd, isRd } from './rd.ts';
import type { Position, Shape } from './shape.ts';

/** One area of a file, with the properties as they stand there. */
export interface AreaFeature {
  /** Its place in the file, counted from 0, as in the warnings. */
  readonly feature: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** In degrees, whatever the file was in. */
  readonly shape: Shape;
}

/** Why a whole file is refused. */
export type AreaFileProblem =
  | 'not_json'
  | 'not_a_feature_collection'
  | 'other_system'
  | 'axes_swapped'
  | 'no_areas'
  | 'not_a_geopackage'
  | 'no_layer'
  | 'choose_layer'
  | 'too_many_features';

/** In which numbers a file was, and how that was seen: its own word, the size of the numbers, or that size against its word. */
export interface FileSystem {
  readonly system: 'wgs84' | 'rd';
  readonly seenBy: 'word' | 'size' | 'size_against_word';
}

/** The areas of a file, in degrees. */
export interface AreaFile extends FileSystem {
  readonly features: readonly AreaFeature[];
  readonly warnings: readonly GeoWarning[];
  /** How many features the file has, those left out among them. */
  readonly total: number;
  /** The layer of a GeoPackage that was read; null for a file without layers. */
  readonly layer: string | null;
  /** The names of all its layers. */
  readonly layers: readonly string[];
}

export type AreaFileResult =
  | AreaFile
  | {
      readonly problem: AreaFileProblem;
      /** The layers to choose from. */
      readonly layers?: readonly string[];
    };

/** A feature before it is known what its numbers mean. */
export interface RawFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly outline: Outline;
}

/** What a file says of its numbers. */
export type Stated = 'wgs84' | 'rd' | 'other' | 'none';

/** The system behind a name such as `urn:ogc:def:crs:EPSG::28992`; ETRS89 lies within a metre of WGS84 and counts as it. */
export const namedSystem = (name: string): Stated => {
  if (/CRS84$/i.test(name)) return 'wgs84';
  const code = /EPSG[:/].*?(\d+)$/i.exec(name)?.[1];
  return code === undefined ? 'other' : numberedSystem(Number(code));
};

/** The system of an EPSG number; 7415 is RD New with heights. */
export const numberedSystem = (epsg: number): Stated => {
  if (epsg === 4326 || epsg === 4258) return 'wgs84';
  return epsg === 28_992 || epsg === 7_415 ? 'rd' : 'other';
};

/** Turns what was read into areas in degrees: what a file says counts less than the size of its numbers, for both cannot be true. */
export const settle = (raw: readonly RawFeature[], stated: Stated): AreaFileResult => {
  const warnings = raw.flatMap(({ outline }, feature) => outline.problems.map((code) => ({ feature, code })));
  const usable = raw.flatMap(({ properties, outline: { shape } }, feature) =>
    shape.length === 0 ? [] : [{ feature, properties, shape }],
  );
  if (usable.length === 0) return { problem: 'no_areas' };
  const seen = systemOf(
    usable.flatMap(({ shape }) => shape.flat(2)),
    stated,
  );
  if (typeof seen === 'string') return { problem: seen };
  const features = seen.system === 'rd' ? usable.map(inDegrees) : usable;
  return { features, warnings, total: raw.length, layer: null, layers: [], ...seen };
};

const systemOf = (all: readonly Position[], stated: Stated): FileSystem | 'other_system' | 'axes_swapped' => {
  if (stated === 'other') return 'other_system';
  const isDegrees = all.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
  if (!isDegrees && !all.every(isRd)) return 'other_system';
  // No land lies where the Netherlands end up when latitude and longitude change places: 50-54 east, 3-8 north is ocean.
  if (all.every(([lon, lat]) => lon >= 50 && lon <= 54 && lat >= 3 && lat <= 8)) return 'axes_swapped';
  const system = isDegrees ? 'wgs84' : 'rd';
  if (stated === system) return { system, seenBy: 'word' };
  return { system, seenBy: stated === 'none' ? 'size' : 'size_against_word' };
};

const inDegrees = (area: AreaFeature): AreaFeature => ({
  ...area,
  shape: area.shape.map((polygon) => polygon.map((ring) => ring.map(degreesOfRd))),
});
