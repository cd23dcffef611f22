import type { Ring } from '#platform/geo/index.ts';
import type { Middle } from './outlines.ts';

/** A buurt of Zoetermeer: code and name as the statistics office publishes them, residents on 1 January 2024, a rough middle. */
export interface TownBuurt extends Middle {
  readonly code: string;
  readonly name: string;
  readonly residents: number;
}

/** The border of the municipality, drawn by hand in two dozen strokes. */
export const border: Ring = [
  [4.416, 52.056],
  [4.422, 52.067],
  [4.436, 52.075],
  [4.454, 52.079],
  [4.462, 52.087],
  [4.48, 52.09],
  [4.498, 52.09],
  [4.508, 52.093],
  [4.524, 52.09],
  [4.534, 52.081],
  [4.537, 52.073],
  [4.554, 52.071],
  [4.558, 52.06],
  [4.548, 52.049],
  [4.534, 52.044],
  [4.521, 52.042],
  [4.518, 52.033],
  [4.496, 52.031],
  [4.472, 52.034],
  [4.451, 52.04],
  [4.449, 52.05],
  [4.43, 52.05],
  [4.416, 52.056],
];

/** The 26 buurten, by code. */
export const townBuurten: readonly TownBuurt[] = [
  { code: 'BU06370001', name: 'Dorp', residents: 5100, lat: 52.052, lon: 4.496 },
  { code: 'BU06370002', name: 'Stadscentrum', residents: 4595, lat: 52.061, lon: 4.493 },
  { code: 'BU06370003', name: 'Palenstein', residents: 5530, lat: 52.058, lon: 4.505 },
  { code: 'BU06370004', name: 'Driemanspolder', residents: 6460, lat: 52.054, lon: 4.485 },
  { code: 'BU06370100', name: 'Meerzicht-West', residents: 9550, lat: 52.057, lon: 4.463 },
  { code: 'BU06370101', name: 'Meerzicht-Oost', residents: 6365, lat: 52.055, lon: 4.475 },
  { code: 'BU06370200', name: 'Buytenwegh', residents: 10580, lat: 52.066, lon: 4.478 },
  { code: 'BU06370201', name: 'De Leyens', residents: 9410, lat: 52.072, lon: 4.495 },
  { code: 'BU06370300', name: 'Seghwaert-Zuidwest', residents: 7235, lat: 52.065, lon: 4.507 },
  { code: 'BU06370301', name: 'Seghwaert-Noordoost', residents: 9155, lat: 52.068, lon: 4.515 },
  { code: 'BU06370400', name: 'Noordhove-West', residents: 3195, lat: 52.077, lon: 4.516 },
  { code: 'BU06370401', name: 'Noordhove-Oost', residents: 5125, lat: 52.074, lon: 4.526 },
  { code: 'BU06370500', name: 'Rokkeveen-West', residents: 8010, lat: 52.044, lon: 4.473 },
  { code: 'BU06370501', name: 'Rokkeveen-Oost', residents: 12715, lat: 52.039, lon: 4.488 },
  { code: 'BU06370600', name: 'Oosterheem-Zuidwest', residents: 7465, lat: 52.054, lon: 4.538 },
  { code: 'BU06370601', name: 'Oosterheem-Noordoost', residents: 16270, lat: 52.064, lon: 4.541 },
  { code: 'BU06370800', name: 'Rokkehage', residents: 890, lat: 52.046, lon: 4.508 },
  { code: 'BU06370801', name: 'Lansinghage', residents: 90, lat: 52.037, lon: 4.507 },
  { code: 'BU06370802', name: 'Zoeterhage', residents: 150, lat: 52.059, lon: 4.524 },
  { code: 'BU06370803', name: 'Hoornerhage', residents: 150, lat: 52.052, lon: 4.514 },
  { code: 'BU06370902', name: 'Balijbos', residents: 30, lat: 52.045, lon: 4.456 },
  { code: 'BU06370903', name: 'Westerpark en omgeving', residents: 120, lat: 52.055, lon: 4.442 },
  { code: 'BU06370904', name: 'Buitengebied-West', residents: 145, lat: 52.067, lon: 4.446 },
  { code: 'BU06370905', name: 'Meerpolder', residents: 75, lat: 52.08, lon: 4.478 },
  { code: 'BU06370906', name: 'Scheidingszone', residents: 25, lat: 52.085, lon: 4.512 },
  { code: 'BU06370907', name: 'Van Tuyllpark', residents: 5, lat: 52.048, lon: 4.525 },
];
