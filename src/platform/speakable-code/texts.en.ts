import type { SameKeys } from '../texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

/** The international spelling alphabet. */
export const en: SameKeys<typeof nl> = {
  'spell.C': 'C for Charlie',
  'spell.F': 'F for Foxtrot',
  'spell.H': 'H for Hotel',
  'spell.J': 'J for Juliett',
  'spell.K': 'K for Kilo',
  'spell.L': 'L for Lima',
  'spell.M': 'M for Mike',
  'spell.P': 'P for Papa',
  'spell.R': 'R for Romeo',
  'spell.T': 'T for Tango',
  'spell.V': 'V for Victor',
  'spell.W': 'W for Whiskey',
  'spell.X': 'X for X-ray',
  'spell.Y': 'Y for Yankee',
};
