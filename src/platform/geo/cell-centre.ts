import { cellToLatLng } from 'h3-js';
import type { Point } from './point.ts';

/** The middle of an H3 cell, in degrees with five digits: a metre. */
export const cellCentre = (cell: string): Point => {
  const [lat, lon] = cellToLatLng(cell);
  return { lat: Number(lat.toFixed(5)), lon: Number(lon.toFixed(5)) };
};
