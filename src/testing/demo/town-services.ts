import type { DepartmentKind } from '#gemeente/index.ts';

/** A department or partner of the demo town. The partners' names are invented; so is each telephone number. */
export interface TownDepartment {
  readonly name: string;
  readonly kind: DepartmentKind;
  readonly publicContact?: string;
}

export const townDepartments: readonly TownDepartment[] = [
  { name: 'Publieksplein', kind: 'desk', publicContact: '079 - 000 00 00' },
  { name: 'Samenleving', kind: 'wijkregie' },
  { name: 'Klachtencoördinatie', kind: 'complaints', publicContact: '079 - 000 00 01' },
  { name: 'Groen', kind: 'vakafdeling' },
  { name: 'Wegen en verkeer', kind: 'vakafdeling' },
  { name: 'Afval en reiniging', kind: 'vakafdeling' },
  { name: 'Water', kind: 'vakafdeling' },
  { name: 'Verlichting', kind: 'vakafdeling' },
  { name: 'Veiligheid, Vergunningen en Handhaving', kind: 'vakafdeling' },
  { name: 'Stadsbeheer', kind: 'vakafdeling' },
  { name: 'Stedelijke Ontwikkeling', kind: 'vakafdeling' },
  { name: 'Communicatie', kind: 'vakafdeling' },
  { name: 'Politie, basisteam Zoetermeer', kind: 'partner' },
  { name: 'Woningcorporatie De Zoete Haard', kind: 'partner' },
  { name: 'Welzijn De Plataan', kind: 'partner' },
  { name: 'Jongerenwerk Het Honk', kind: 'partner' },
];

/** A place to walk in; hours and addresses are invented, the six areas are those of the report (L338). */
export interface TownLocation {
  readonly name: string;
  readonly address: string;
  readonly openingHours: string;
  readonly buurt: string;
  readonly validFrom?: string;
}

const FOUR_DAYS = 'maandag tot en met donderdag van 9.00 tot 12.30 uur';
const FIVE_DAYS = 'maandag tot en met vrijdag van 9.00 tot 12.30 uur';

export const townLocations: readonly TownLocation[] = [
  { name: 'Wijkpost Centrum', address: 'bij de Dorpsstraat', openingHours: FIVE_DAYS, buurt: '0001' },
  { name: 'Wijkpost Meerzicht', address: 'bij de Meerzichtlaan', openingHours: FIVE_DAYS, buurt: '0100' },
  {
    name: 'Wijkpost Buytenwegh De Leyens',
    address: 'bij de César Franckrode',
    openingHours: FIVE_DAYS,
    buurt: '0200',
  },
  {
    name: 'Wijkpost Noordhove Seghwaert',
    address: 'bij de Gaardedreef',
    openingHours: FOUR_DAYS,
    buurt: '0300',
  },
  { name: 'Wijkpost Rokkeveen', address: 'bij de Kadelaan', openingHours: FOUR_DAYS, buurt: '0501' },
  { name: 'Wijkpost Oosterheem', address: 'bij het Oosterheemplein', openingHours: FIVE_DAYS, buurt: '0600' },
  {
    name: 'GIP Centrum',
    address: 'bij het Stadhuisplein',
    openingHours: 'maandag tot en met vrijdag van 9.00 tot 17.00 uur',
    buurt: '0002',
    validFrom: '2015-12-01',
  },
];
