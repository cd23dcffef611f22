import { type AreaFileResult, namedSystem, type RawFeature, type Stated, settle } from './area-file.ts';
import { readOutline } from './outline.ts';

/**
 * Reads the areas (Polygon and MultiPolygon) of a GeoJSON FeatureCollection in WGS84 or RD New, by its `crs` member and the size
 * of its numbers. Features without a usable outline are left out with a warning. Never throws.
 */
export const parseGeoJson = (text: string): AreaFileResult => {
  const json = parseJson(text);
  if (json === undefined) return { problem: 'not_json' };
  if (!isRecord(json) || json.type !== 'FeatureCollection' || !Array.isArray(json.features)) {
    return { problem: 'not_a_feature_collection' };
  }
  const raw = json.features.map(
    (feature): RawFeature => ({
      properties: isRecord(feature) && isRecord(feature.properties) ? feature.properties : {},
      outline: readOutline(isRecord(feature) ? feature.geometry : undefined),
    }),
  );
  return settle(raw, systemOf(json.crs));
};

/** What the old `crs` member says; newer GeoJSON has none, and is in degrees. */
const systemOf = (crs: unknown): Stated => {
  if (!isRecord(crs)) return 'none';
  const name = isRecord(crs.properties) ? crs.properties.name : undefined;
  return typeof name === 'string' ? namedSystem(name) : 'none';
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
