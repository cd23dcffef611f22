/** A main category of the demo town with the subjects below it. */
export interface DemoGroup {
  readonly name: string;
  readonly nameEn: string;
  readonly subjects: readonly DemoSubject[];
}

/** A subject that a signaal can be about: department by name, words that point at it, and how long it may take. */
export interface DemoSubject {
  readonly name: string;
  readonly nameEn: string;
  readonly department: string | null;
  readonly keywords: string;
  readonly handlingTerm: string;
  readonly complex?: boolean;
  readonly sensitive?: boolean;
  readonly crowd?: boolean;
}

const ROADS = 'Wegen en verkeer';
const CLEAN = 'Afval en reiniging';
const ENFORCEMENT = 'Veiligheid, Vergunningen en Handhaving';

/** The invented category tree of the demo municipality. */
export const demoCategories: readonly DemoGroup[] = [
  {
    name: 'Wegen en stoepen',
    nameEn: 'Roads and pavements',
    subjects: [
      {
        name: 'Losse stoeptegel',
        nameEn: 'Loose paving stone',
        department: ROADS,
        keywords: 'tegel tegels stoep stoeptegel stoeptegels trottoir',
        handlingTerm: '5 workday',
      },
      {
        name: 'Gat in de weg',
        nameEn: 'Hole in the road',
        department: ROADS,
        keywords: 'gat kuil asfalt wegdek klinker klinkers',
        handlingTerm: '5 workday',
      },
      {
        name: 'Verkeersbord of paal',
        nameEn: 'Traffic sign or post',
        department: ROADS,
        keywords: 'verkeersbord bord paaltje paal',
        handlingTerm: '5 workday',
      },
      {
        name: 'Te hard rijden',
        nameEn: 'Speeding',
        department: null,
        keywords: 'hard rijden snelheid scheuren racen drempel',
        handlingTerm: '20 workday',
        complex: true,
        crowd: true,
      },
      {
        name: 'Parkeren',
        nameEn: 'Parking',
        department: ENFORCEMENT,
        keywords: 'parkeren geparkeerd parkeerplaats',
        handlingTerm: '5 workday',
      },
    ],
  },
  {
    name: 'Verlichting',
    nameEn: 'Lighting',
    subjects: [
      {
        name: 'Lantaarnpaal',
        nameEn: 'Lamp post',
        department: 'Verlichting',
        keywords: 'lantaarn lantaarnpaal lantaarnpalen straatlamp lamp donker verlichting straatverlichting',
        handlingTerm: '3 workday',
      },
    ],
  },
  {
    name: 'Groen en water',
    nameEn: 'Green and water',
    subjects: [
      {
        name: 'Boom of tak',
        nameEn: 'Tree or branch',
        department: 'Groen',
        keywords: 'boom bomen tak takken omgewaaid',
        handlingTerm: '3 workday',
      },
      {
        name: 'Struiken en gras',
        nameEn: 'Shrubs and grass',
        department: 'Groen',
        keywords: 'struik struiken gras heg onkruid plantsoen snoeien',
        handlingTerm: '10 workday',
      },
      {
        name: 'Speelplek',
        nameEn: 'Playground',
        department: 'Groen',
        keywords: 'speeltuin speelplek schommel glijbaan speeltoestel',
        handlingTerm: '2 workday',
      },
      {
        name: 'Sloot of vijver',
        nameEn: 'Ditch or pond',
        department: 'Water',
        keywords: 'sloot vijver water riool put kolk',
        handlingTerm: '5 workday',
      },
    ],
  },
  {
    name: 'Afval',
    nameEn: 'Waste',
    subjects: [
      {
        name: 'Zwerfafval',
        nameEn: 'Litter',
        department: CLEAN,
        keywords: 'zwerfafval rommel troep blikjes vuil',
        handlingTerm: '2 workday',
      },
      {
        name: 'Volle container',
        nameEn: 'Full container',
        department: CLEAN,
        keywords: 'container containers vol afvalbak prullenbak bijgeplaatst',
        handlingTerm: '1 workday',
      },
      {
        name: 'Gedumpt afval',
        nameEn: 'Dumped waste',
        department: CLEAN,
        keywords: 'gedumpt dumping matras bankstel grofvuil',
        handlingTerm: '2 workday',
      },
      {
        name: 'Hondenpoep',
        nameEn: 'Dog dirt',
        department: CLEAN,
        keywords: 'hondenpoep poep poepzakjes',
        handlingTerm: '5 workday',
      },
    ],
  },
  {
    name: 'Samenleven',
    nameEn: 'Living together',
    subjects: [
      {
        name: 'Overlast van een groep',
        nameEn: 'Nuisance by a group',
        department: null,
        keywords: 'jongeren hangjongeren groep overlast',
        handlingTerm: '20 workday',
        complex: true,
        sensitive: true,
        crowd: true,
      },
      {
        name: 'Lawaai',
        nameEn: 'Noise',
        department: ENFORCEMENT,
        keywords: 'lawaai herrie geluid muziek vuurwerk',
        handlingTerm: '10 workday',
        sensitive: true,
        crowd: true,
      },
      {
        name: 'Onveilig gevoel',
        nameEn: 'Feeling unsafe',
        department: null,
        keywords: 'onveilig bang eng',
        handlingTerm: '20 workday',
        complex: true,
        sensitive: true,
      },
    ],
  },
];
