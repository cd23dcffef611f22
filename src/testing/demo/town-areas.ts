/** An area of a division as the report names it, with the last four digits of its buurt codes. */
export interface TownArea {
  readonly code: string;
  readonly name: string;
  readonly buurten: readonly string[];
}

/** The nine wijk names of the portfolios (rapport L220-222), laid on the buurten of the statistics office. */
export const wijken: readonly TownArea[] = [
  { code: 'centrum', name: 'Centrum', buurten: ['0001', '0002', '0004'] },
  { code: 'palenstein', name: 'Palenstein', buurten: ['0003'] },
  { code: 'meerzicht', name: 'Meerzicht', buurten: ['0100', '0101'] },
  { code: 'buytenwegh', name: 'Buytenwegh', buurten: ['0200'] },
  { code: 'de-leyens', name: 'De Leyens', buurten: ['0201'] },
  { code: 'seghwaert', name: 'Seghwaert', buurten: ['0300', '0301'] },
  { code: 'noordhove', name: 'Noordhove', buurten: ['0400', '0401'] },
  { code: 'rokkeveen', name: 'Rokkeveen', buurten: ['0500', '0501'] },
  { code: 'oosterheem', name: 'Oosterheem', buurten: ['0600', '0601'] },
];

/** The six areas of the table of focuspunten (rapport L530-554); Palenstein stands under Centrum there. */
export const focusAreas: readonly TownArea[] = [
  { code: 'centrum', name: 'Centrum', buurten: ['0001', '0002', '0003', '0004'] },
  { code: 'meerzicht', name: 'Meerzicht', buurten: ['0100', '0101'] },
  { code: 'buytenwegh-de-leyens', name: 'Buytenwegh De Leyens', buurten: ['0200', '0201'] },
  { code: 'noordhove-seghwaert', name: 'Noordhove Seghwaert', buurten: ['0300', '0301', '0400', '0401'] },
  { code: 'rokkeveen', name: 'Rokkeveen', buurten: ['0500', '0501'] },
  { code: 'oosterheem', name: 'Oosterheem', buurten: ['0600', '0601'] },
];

/** The three portfolios with the residents the report prints, whatever their buurten add up to (product.md T3). */
export const portfolios: readonly (TownArea & { readonly printedResidents: number })[] = [
  {
    code: 'A',
    name: 'Noordhove, Buytenwegh, De Leyens en Seghwaert',
    printedResidents: 44_600,
    buurten: ['0200', '0201', '0300', '0301', '0400', '0401'],
  },
  {
    code: 'B',
    name: 'Rokkeveen en Oosterheem',
    printedResidents: 42_700,
    buurten: ['0500', '0501', '0600', '0601'],
  },
  {
    code: 'C',
    name: 'Centrum, Palenstein en Meerzicht',
    printedResidents: 36_000,
    buurten: ['0001', '0002', '0003', '0004', '0100', '0101'],
  },
];
