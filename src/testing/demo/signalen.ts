/** What happened with a signaal of the demo, in the order in which it happened. */
export type DemoStep =
  | { readonly do: 'accept' }
  /** The wijkregisseur puts it on, with his advice. */
  | { readonly do: 'forward'; readonly to: string; readonly advice: string }
  | { readonly do: 'plan'; readonly inDays: number }
  | { readonly do: 'return'; readonly reason: 'not_ours' | 'owner_unknown'; readonly note: string }
  | {
      readonly do: 'done';
      readonly outcome: 'solved' | 'partly' | 'not_with_explanation';
      readonly answer: string;
    }
  | { readonly do: 'answer'; readonly text: string }
  | { readonly do: 'solved' }
  | { readonly do: 'not_solved'; readonly text: string };

/** An invented signaal: days ago, in whose words, where, how it came in and what was done. */
export interface DemoSignaal {
  readonly daysAgo: number;
  readonly text: string;
  readonly street: string;
  /** Last four digits of the buurt code. */
  readonly buurt: string;
  readonly channel: 'web' | 'desk' | 'phone' | 'paper' | 'mail' | 'rondgang' | 'street';
  /** Who speaks, where it is not a resident. */
  readonly source?: 'group' | 'entrepreneur' | 'staff' | 'councillor';
  /** Metres east and north of the middle of the buurt, where a point was given. */
  readonly metres?: readonly [number, number];
  /** The subject, where whoever sent it would have chosen one; else the words decide. */
  readonly subject?: string;
  readonly kind?: 'question' | 'complaint' | 'idea';
  readonly reporter?: { readonly name: string; readonly answer: 'mail' | 'letter' | 'phone' };
  /** Why the desk kept it although the privacy guard saw something in it. */
  readonly kept?: string;
  readonly steps: readonly DemoStep[];
}

const done = (answer: string): DemoStep => ({ do: 'done', outcome: 'solved', answer });
const accept: DemoStep = { do: 'accept' };

/** Invented, each of them; the people in them too. */
export const demoSignalen: readonly DemoSignaal[] = [
  {
    daysAgo: 62,
    text: 'Lantaarnpaal bij de bushalte knippert al een week.',
    street: 'Zalkerbos',
    buurt: '0100',
    channel: 'web',
    subject: 'Lantaarnpaal',
    steps: [accept, done('De lamp is vervangen.')],
  },
  {
    daysAgo: 55,
    text: 'De struiken hangen zo ver over het pad dat mijn rollator er niet langs kan.',
    street: 'Vondellaan',
    buurt: '0001',
    channel: 'phone',
    subject: 'Struiken en gras',
    reporter: { name: 'mevrouw Verzonnen', answer: 'letter' },
    steps: [
      accept,
      { do: 'plan', inDays: 9 },
      done('De struiken zijn gesnoeid. Er is weer ruimte op het pad.'),
      { do: 'solved' },
    ],
  },
  {
    daysAgo: 41,
    text: 'Er is een matras gedumpt naast de ondergrondse container.',
    street: 'Noordwaarts',
    buurt: '0002',
    channel: 'web',
    subject: 'Gedumpt afval',
    steps: [done('De matras is opgehaald.')],
  },
  {
    daysAgo: 36,
    text: 'Twee klinkers liggen los, ik ben er bijna over gevallen.',
    street: 'Dorpsstraat',
    buurt: '0001',
    channel: 'desk',
    subject: 'Losse stoeptegel',
    reporter: { name: 'Joop van Nergenshuizen', answer: 'phone' },
    steps: [
      accept,
      done('De klinkers liggen weer vast.'),
      { do: 'not_solved', text: 'Een van de twee ligt weer los.' },
    ],
  },
  {
    daysAgo: 33,
    text: 'Bij de flats in Palenstein wordt elke avond afval naast de container gezet.',
    street: 'Van Doornenplantsoen',
    buurt: '0003',
    channel: 'web',
    subject: 'Volle container',
    steps: [
      accept,
      {
        do: 'done',
        outcome: 'partly',
        answer: 'Wij legen de container nu twee keer per week. Wie er afval naast zet, weten wij nog niet.',
      },
    ],
  },
  {
    daysAgo: 30,
    text: 'Een boom staat scheef na de storm, hij leunt naar het fietspad.',
    street: 'Aidaschouw',
    buurt: '0600',
    channel: 'web',
    subject: 'Boom of tak',
    steps: [accept, { do: 'plan', inDays: 40 }],
  },
  {
    daysAgo: 2,
    text: 'Bij het winkelcentrum Meerzicht is het ’s avonds onveilig, ik durf er niet meer langs.',
    street: 'Meerzichtlaan',
    buurt: '0100',
    channel: 'desk',
    subject: 'Onveilig gevoel',
    reporter: { name: 'Trees Nergensma', answer: 'letter' },
    steps: [],
  },
  {
    daysAgo: 25,
    text: 'Er wordt te hard gereden bij de school, kunnen er drempels komen?',
    street: 'Cesar Franckrode',
    buurt: '0200',
    channel: 'web',
    subject: 'Te hard rijden',
    steps: [
      {
        do: 'forward',
        to: 'Wegen en verkeer',
        advice: 'Meet eerst hoe hard er gereden wordt, dan praten wij met de school.',
      },
      accept,
      { do: 'plan', inDays: 45 },
    ],
  },
  {
    daysAgo: 21,
    text: 'De schommel in de speeltuin heeft een scherpe rand.',
    street: 'Perenboomgaard',
    buurt: '0300',
    channel: 'phone',
    subject: 'Speelplek',
    steps: [done('De schommel is weggehaald; de nieuwe komt over twee weken.')],
  },
  {
    daysAgo: 18,
    text: 'Put loopt over als het regent, het water staat tot aan de voordeur.',
    street: 'Rokkeveenseweg',
    buurt: '0500',
    channel: 'web',
    subject: 'Sloot of vijver',
    reporter: { name: 'Sjaak Fictief', answer: 'mail' },
    steps: [accept, { do: 'plan', inDays: 30 }],
  },
  {
    daysAgo: 4,
    text: 'Verkeersbord is omgereden en ligt in de berm.',
    street: 'Oostwaarts',
    buurt: '0002',
    channel: 'web',
    subject: 'Verkeersbord of paal',
    steps: [{ do: 'return', reason: 'not_ours', note: 'Dit is een bord van de provincie.' }],
  },
  {
    daysAgo: 14,
    text: 'Volle container, de zakken staan op de stoep.',
    street: 'Zuidwaarts',
    buurt: '0002',
    channel: 'web',
    subject: 'Volle container',
    steps: [done('De container is geleegd.')],
  },
  {
    daysAgo: 3,
    text: 'Wij willen met de buren een boomgaard beginnen op het grasveld. Met wie kunnen wij praten?',
    street: 'Leyensetuin',
    buurt: '0201',
    channel: 'web',
    kind: 'idea',
    subject: 'Struiken en gras',
    steps: [],
  },
  {
    daysAgo: 11,
    text: 'Hondenpoep op het speelveld, kinderen kunnen er niet spelen.',
    street: 'Kadelaan',
    buurt: '0501',
    channel: 'paper',
    subject: 'Hondenpoep',
    steps: [accept],
  },
  {
    daysAgo: 8,
    text: 'Wanneer wordt er dit jaar bij ons gestrooid?',
    street: 'Julianalaan',
    buurt: '0001',
    channel: 'desk',
    kind: 'question',
    steps: [
      {
        do: 'answer',
        text: 'Uw straat ligt op de tweede strooironde: vóór negen uur ’s ochtends als het vriest.',
      },
    ],
  },
  {
    daysAgo: 6,
    text: 'Gat in de weg bij de oversteek, fietsers wijken uit.',
    street: 'Parkdreef',
    buurt: '0101',
    channel: 'web',
    subject: 'Gat in de weg',
    steps: [accept],
  },
  {
    daysAgo: 5,
    text: 'De slagboom van de garage blijft open staan. Op het bord staat 079 000 00 88, maar daar neemt niemand op.',
    street: 'Stadhuisplein',
    buurt: '0002',
    channel: 'phone',
    subject: 'Verkeersbord of paal',
    kept: 'Het nummer op het bord is van de beheerder van de garage.',
    steps: [accept],
  },
  {
    daysAgo: 5,
    text: 'Er staat een aanhanger al maanden geparkeerd op twee plaatsen.',
    street: 'Oosterheemplein',
    buurt: '0600',
    channel: 'web',
    steps: [],
  },
  {
    daysAgo: 4,
    text: 'De medewerker aan de telefoon verbrak de verbinding.',
    street: '',
    buurt: '0002',
    channel: 'phone',
    kind: 'complaint',
    reporter: { name: 'Nel Nergens', answer: 'phone' },
    steps: [],
  },
  {
    daysAgo: 4,
    text: 'Takken op het fietspad na de wind van gisteren.',
    street: 'Binnenweg',
    buurt: '0001',
    channel: 'web',
    steps: [],
  },
  {
    daysAgo: 3,
    text: 'De afvalbak bij het bankje is kapot.',
    street: 'Stadhuisplein',
    buurt: '0002',
    channel: 'web',
    steps: [],
  },
  {
    daysAgo: 2,
    text: 'Wij zien elkaar nooit in de flat. Mag er een lange tafel bij de ingang, dan koken wij een keer per maand samen?',
    street: 'Kadelaan',
    buurt: '0501',
    channel: 'desk',
    kind: 'idea',
    reporter: { name: 'Riet Nergenstra', answer: 'phone' },
    steps: [],
  },
  {
    daysAgo: 2,
    text: 'Er drijft een winkelwagen in de sloot.',
    street: 'Meerpolder',
    buurt: '0905',
    channel: 'web',
    steps: [],
  },
  {
    daysAgo: 2,
    text: 'Kan de bank bij de vijver worden verplaatst?',
    street: 'Westerpark',
    buurt: '0903',
    channel: 'web',
    steps: [],
  },
  {
    daysAgo: 1,
    text: 'Stoeptegel steekt omhoog voor de apotheek.',
    street: 'Dorpsstraat',
    buurt: '0001',
    channel: 'phone',
    steps: [],
  },
  {
    daysAgo: 1,
    text: 'Straatlamp brandt overdag.',
    street: 'Noordwaarts',
    buurt: '0002',
    channel: 'web',
    steps: [],
  },
  {
    daysAgo: 0,
    text: 'Zwerfafval langs het water, vooral blikjes.',
    street: 'Leyensetuin',
    buurt: '0201',
    channel: 'web',
    steps: [],
  },
  {
    daysAgo: 3,
    text: 'Het ziet er bij ons achter niet uit, kan daar iemand komen kijken?',
    street: 'Aidaschouw',
    buurt: '0600',
    channel: 'web',
    steps: [],
  },
  {
    daysAgo: 1,
    text: 'Wanneer is de wijkpost open in de kerstvakantie?',
    street: '',
    buurt: '0100',
    channel: 'web',
    kind: 'question',
    steps: [],
  },
];
