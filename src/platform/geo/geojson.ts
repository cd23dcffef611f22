import { type GeoWarning, readOutline } from './outline.ts';
import type { Shape } from './shape.ts';

/** One area of a file, with the properties as they stand there. */
export interface AreaFeature {
  /** Its place in the file, counted from 0, as in the warnings. */
  readonly feature: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly shape: Shape;
}

/** Why a whole file is refused. */
export type GeoJsonProblem =
  | 'not_json'
  | 'not_a_feature_collection'
  | 'not_wgs84'
  | 'axes_swapped'
  | 'no_areas';

export type GeoJsonResult =
  | {
      readonly features: readonly AreaFeature[];
      readonly warnings: readonly GeoWarning[];
      /** How many features the file has, those left out among them. */
      readonly total: number;
    }
  | { readonly problem: GeoJsonProblem };

/**
 * Reads the areas (Polygon and MultiPolygon) of a GeoJSON FeatureCollection in WGS84. Features without a usable outline are
 * left out with a warning; a file in metres, such as RD New, is refused whole. Never throws.
 */
export const parseGeoJson = (text: string): GeoJsonResult => {
  const json = parseJson(text);
  if (json === undefined) return { problem: 'not_json' };
  if (!isRecord(json) || json.type !== 'FeatureCollection' || !Array.isArray(json.features)) {
    return { problem: 'not_a_feature_collection' };
  }
  if (namesOtherSystem(json.crs)) return { problem: 'not_wgs84' };

  const features: AreaFeature[] = [];
  const warnings: GeoWarning[] = [];
  for (const [index, feature] of json.features.entries()) {
    const outline = readOutline(isRecord(feature) ? feature.geometry : undefined);
    warnings.push(...outline.problems.map((code) => ({ feature: index, code })));
    if (outline.shape.length === 0) continue;
    const properties = isRecord(feature) && isRecord(feature.properties) ? feature.properties : {};
    features.push({ feature: index, properties, shape: outline.shape });
  }
  const problem = problemOf(features);
  return problem ? { problem } : { features, warnings, total: json.features.length };
};

const problemOf = (features: readonly AreaFeature[]): GeoJsonProblem | undefined => {
  if (features.length === 0) return 'no_areas';
  const all = positionsOf(features);
  if (all.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90)) return 'not_wgs84';
  // No land lies where the Netherlands end up when latitude and longitude change places: 50-54 east, 3-8 north is ocean.
  const swapped = all.every(([lon, lat]) => lon >= 50 && lon <= 54 && lat >= 3 && lat <= 8);
  return swapped ? 'axes_swapped' : undefined;
};

const positionsOf = (features: readonly AreaFeature[]) => features.flatMap(({ shape }) => shape.flat(2));

/** The old `crs` member may name only the one system that newer GeoJSON always has. */
const namesOtherSystem = (crs: unknown): boolean => {
  if (!isRecord(crs)) return false;
  const name = isRecord(crs.properties) ? crs.properties.name : undefined;
  return typeof name === 'string' && !/(?:CRS84|EPSG:{1,2}4326)$/i.test(name);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};
