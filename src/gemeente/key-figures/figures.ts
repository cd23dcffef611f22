/** How figures of buurten make one of an area: counts add up, whatever is an average or a share does not. */
export type FigureKind = 'count' | 'average' | 'share' | 'class';

/** One key figure that the statistics office publishes of buurten and wijken. */
export interface FigureDefinition {
  readonly key: FigureKey;
  readonly kind: FigureKind;
  /** How columns with it are called by CBS, PDOK and copies of their tables, in plain letters and digits. */
  readonly names: readonly string[];
}

const count = (key: FigureKey, ...names: string[]): FigureDefinition => ({ key, kind: 'count', names });
const average = (key: FigureKey, ...names: string[]): FigureDefinition => ({ key, kind: 'average', names });
const share = (key: FigureKey, ...names: string[]): FigureDefinition => ({ key, kind: 'share', names });

/** The figures that are known, in the order in which they are shown. */
export const figureKeys = [
  'residents',
  'residents_0_14',
  'residents_65',
  'households',
  'household_size',
  'density',
  'dwellings',
  'woz',
  'owner_occupied',
  'single_family',
  'income',
  'urbanity',
  'address_density',
  'land_area',
  'distance_gp',
  'distance_supermarket',
  'distance_school',
] as const;

/** The key of a figure, as it is stored. */
export type FigureKey = (typeof figureKeys)[number];

/** Every figure with the names of its columns. */
export const figureDefinitions: readonly FigureDefinition[] = [
  count('residents', 'aantalinwoners', 'inwoners', 'population', 'ainw', 'bevolking'),
  count('residents_0_14', 'inwoners015', 'k0tot15jaar', '0tot15jaar', 'a0014'),
  count('residents_65', 'inwoners65plus', 'k65jaarofouder', '65jaarofouder', 'a65oo'),
  count('households', 'aantalhuishoudens', 'huishoudenstotaal', 'ahh'),
  average('household_size', 'gemhuishoudensgrootte', 'gemiddeldehuishoudensgrootte', 'ghhgro'),
  average('density', 'inwonersperkm2', 'bevolkingsdichtheid', 'bevdich'),
  count('dwellings', 'woningvoorraad', 'dwellingtotal', 'awoning'),
  average('woz', 'gemwozx1000', 'gemiddeldewozwaardevanwoningen', 'gwoz', 'dwellingvalue'),
  share('owner_occupied', 'pctkoopwoningen', 'koopwoningen', 'pkoopw', 'dwellingownership'),
  share('single_family', 'pcteengezins', 'percentageeengezinswoning', 'p1gezw'),
  average('income', 'geminkomenperinwonerx1000', 'gemiddeldinkomenperinwoner', 'ginkpi'),
  { key: 'urbanity', kind: 'class', names: ['stedelijkheid', 'matevanstedelijkheid', 'stemvs'] },
  average('address_density', 'omgevingsadressendichtheid', 'steoad'),
  count('land_area', 'oppervlaktelandha', 'oppervlakteland', 'alanha'),
  average('distance_gp', 'afstandhuisartskm', 'afstandtothuisartsenpraktijk', 'gafstha'),
  average('distance_supermarket', 'afstandsupermarktkm', 'afstandtotgrotesupermarkt', 'gafstsup'),
  average('distance_school', 'afstandschoolkm', 'afstandtotschool', 'gafstsch'),
];

/** The definition of a figure; undefined for a key that is none. */
export const figureOf = (key: string): FigureDefinition | undefined =>
  figureDefinitions.find((figure) => figure.key === key);
