/** A place on earth in degrees (WGS84). */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the earth in metres (IUGG). */
const EARTH = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Whether both numbers are real degrees. */
export const isPoint = ({ lat, lon }: Point): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

/** Metres between two points over the globe. */
export const distanceMetres = (a: Point, b: Point): number => {
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2);
  const sinLon = Math.sin(radians(b.lon - a.lon) / 2);
  const chord = sinLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLon ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
};

/** Metres in a degree of latitude, and of longitude at this latitude: for short distances on a flat sheet. */
export const metresPerDegree = (lat: number): { lat: number; lon: number } => {
  const degree = (EARTH * Math.PI) / 180;
  return { lat: degree, lon: degree * Math.cos(radians(lat)) };
};
