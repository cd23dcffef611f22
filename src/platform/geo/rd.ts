import proj4 from 'proj4';
import type { Position } from './shape.ts';

/**
 * RD New (EPSG:28992), the Dutch grid in metres on the ellipsoid of Bessel, with the seven numbers of the Kadaster that carry
 * it to WGS84: within some decimetres of the official RDNAPTRANS all over the country.
 */
const RD_NEW =
  '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs';

/** The rectangle in which RD New is defined, with its part of the sea: west, south, east, north, in metres. */
const [WEST, SOUTH, EAST, NORTH] = [-7_000, 289_000, 300_000, 629_000];

/** A centimetre is more than any outline was ever measured to. */
const DIGITS = 7;

const grid = proj4(RD_NEW, 'WGS84');
const rounded = (degrees: number): number => Number(degrees.toFixed(DIGITS));

/** Whether a pair of numbers can be a place in RD New; no place in degrees can. */
export const isRd = ([x, y]: Position): boolean => x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH;

/** A place in RD New (metres) as longitude and latitude in WGS84, to a centimetre. */
export const degreesOfRd = ([x, y]: Position): Position => {
  const [lon, lat] = grid.forward([x, y]);
  return [rounded(lon), rounded(lat)];
};

/** A place in WGS84 as metres in RD New. */
export const rdOfDegrees = ([lon, lat]: Position): Position => {
  const [x, y] = grid.inverse([lon, lat]);
  return [x, y];
};
