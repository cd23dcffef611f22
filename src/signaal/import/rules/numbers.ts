import { isPoint, type Point } from '#platform/geo/index.ts';
import { degreesOfRd, isRd } from '#platform/geo/rd.ts';

/** A number with a decimal comma or point, and nothing else in it; null when it is none. */
export const readNumber = (text: string): number | null => {
  const plain = text.trim().replace(',', '.');
  if (!/^[+-]?\d{1,15}(?:\.\d{1,25})?(?:e[+-]?\d{1,2})?$/i.test(plain)) return null;
  return Number(plain);
};

/** A place from two numbers: degrees, or metres in RD New. Null for what is no place, and for the empty place 0, 0. */
export const placeOf = (lat: number | null, lon: number | null): Point | null => {
  if (lat === null || lon === null || (lat === 0 && lon === 0)) return null;
  if (isPoint({ lat, lon })) return { lat, lon };
  if (!isRd([lon, lat])) return null;
  const [east, north] = degreesOfRd([lon, lat]);
  return { lat: north, lon: east };
};

const NUMBER = '([+-]?\\d{1,15}(?:\\.\\d{1,25})?)';
/** `POINT (lon lat)`, with or without the code of its grid before it. */
const WKT = new RegExp(
  `^(?:SRID=\\d+;)?\\s*POINT\\s*Z?\\s*\\(\\s*${NUMBER}\\s+${NUMBER}(?:\\s+${NUMBER})?\\s*\\)$`,
  'i',
);
/** `[lon, lat]` as GeoJSON writes it. */
const LIST = new RegExp(`^\\[\\s*${NUMBER}\\s*,\\s*${NUMBER}\\s*(?:,\\s*${NUMBER}\\s*)?\\]$`);
/** `(lat, lon)` as portals write it for people. */
const PAIR = new RegExp(`^\\(?\\s*${NUMBER}\\s*[,;]\\s*${NUMBER}\\s*\\)?$`);

/** A place that stands in one value. Null when it is none. */
export const readPlace = (text: string): Point | null => {
  const trimmed = text.trim().slice(0, 200);
  const eastFirst = WKT.exec(trimmed) ?? LIST.exec(trimmed);
  if (eastFirst) return placeOf(Number(eastFirst[2]), Number(eastFirst[1]));
  const northFirst = PAIR.exec(trimmed);
  return northFirst ? placeOf(Number(northFirst[1]), Number(northFirst[2])) : null;
};
