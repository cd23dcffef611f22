import type { DemoSignaal, DemoStep } from './signalen.ts';

/** Invented signalen behind the stories of the demonstration (screens.md); the people in them are invented too. */

const accept: DemoStep = { do: 'accept' };
const cleaned = (answer: string): DemoStep => ({ do: 'done', outcome: 'solved', answer });
const solved: DemoStep = { do: 'solved' };

const MEERZICHT = { street: 'Meerzichtlaan', buurt: '0100', subject: 'Zwerfafval' } as const;

/** Story 4: fourteen about litter around the shopping centre, nine of them solved according to the reporter. */
export const meerzichtSignalen: readonly DemoSignaal[] = [
  {
    ...MEERZICHT,
    daysAgo: 300,
    metres: [110, -60],
    channel: 'phone',
    text: 'Achter de supermarkt waait overal plastic rond.',
    reporter: { name: 'meneer Verzonnen', answer: 'phone' },
    steps: [accept, cleaned('Het plastic is geruimd.'), solved],
  },
  {
    ...MEERZICHT,
    daysAgo: 276,
    metres: [118, -52],
    channel: 'web',
    text: 'Zakken naast de container bij het winkelcentrum, meeuwen trekken ze open.',
    steps: [accept, cleaned('De zakken zijn weg en de container is geleegd.'), solved],
  },
  {
    ...MEERZICHT,
    daysAgo: 251,
    metres: [104, -66],
    channel: 'web',
    source: 'entrepreneur',
    text: 'Elke maandagochtend ligt de stoep voor mijn winkel vol.',
    reporter: { name: 'Winkelier Verzonnen', answer: 'mail' },
    steps: [accept, cleaned('Er wordt nu ook op maandag vroeg geveegd.'), solved],
  },
  {
    ...MEERZICHT,
    daysAgo: 233,
    metres: [121, -71],
    channel: 'desk',
    text: 'Blikjes en bakjes bij de bankjes, elke dag.',
    reporter: { name: 'mevrouw Nergens', answer: 'letter' },
    steps: [accept, cleaned('De bakken zijn groter geworden.'), solved],
  },
  {
    ...MEERZICHT,
    daysAgo: 210,
    metres: [112, -49],
    channel: 'street',
    source: 'staff',
    text: 'Gezien op de ronde: drie vuilniszakken bij de fietsenstalling.',
    steps: [accept, cleaned('Opgehaald.'), solved],
  },
  {
    ...MEERZICHT,
    daysAgo: 188,
    metres: [99, -58],
    channel: 'web',
    text: 'Troep bij de ingang, en niemand ruimt het op.',
    steps: [accept, cleaned('De ingang is schoongemaakt.'), solved],
  },
  {
    ...MEERZICHT,
    daysAgo: 160,
    metres: [116, -63],
    channel: 'paper',
    text: 'De vuilnisbak is altijd vol op zaterdag.',
    steps: [accept, cleaned('De bak wordt op zaterdag twee keer geleegd.'), solved],
  },
  {
    ...MEERZICHT,
    daysAgo: 141,
    metres: [107, -55],
    channel: 'rondgang',
    text: 'Tijdens de rondgang wezen drie bewoners op de hoek bij de laadplaats.',
    steps: [accept, cleaned('De hoek is geveegd en er hangt een bord.'), solved],
  },
  {
    ...MEERZICHT,
    daysAgo: 118,
    metres: [123, -60],
    channel: 'web',
    text: 'Weer plastic in de struiken.',
    steps: [accept, cleaned('De struiken zijn schoon.'), solved],
  },
  {
    ...MEERZICHT,
    daysAgo: 96,
    metres: [109, -68],
    channel: 'phone',
    text: 'Er ligt glas bij de oversteek van het winkelcentrum.',
    steps: [accept, cleaned('Het glas is weg.')],
  },
  {
    ...MEERZICHT,
    daysAgo: 74,
    metres: [114, -57],
    channel: 'web',
    text: 'Bakjes van het eten liggen tot in de sloot.',
    steps: [accept, cleaned('Geruimd, ook langs het water.')],
  },
  {
    ...MEERZICHT,
    daysAgo: 69,
    metres: [102, -61],
    channel: 'web',
    source: 'councillor',
    text: 'Een bewoner vertelt dat het bij het winkelcentrum elke avond vies is.',
    steps: [accept, cleaned('Er wordt ’s avonds een keer extra geveegd.')],
  },
  {
    ...MEERZICHT,
    daysAgo: 20,
    metres: [117, -66],
    channel: 'desk',
    text: 'Het is weer raak: zakken naast de container.',
    reporter: { name: 'mevrouw Nergens', answer: 'letter' },
    steps: [accept, { do: 'plan', inDays: 30 }],
  },
  {
    ...MEERZICHT,
    daysAgo: 12,
    metres: [111, -59],
    channel: 'web',
    text: 'Afval van het weekend ligt er woensdag nog.',
    steps: [accept],
  },
];

const OOSTERHEEM = { street: 'Oosterheemplein', buurt: '0600', subject: 'Overlast van een groep' } as const;

/** A pattern that the system finds by itself: six within sixty days, and close together. */
const oosterheem: readonly DemoSignaal[] = [
  {
    ...OOSTERHEEM,
    daysAgo: 44,
    metres: [40, 35],
    channel: 'web',
    text: 'Groep op het plein tot laat, muziek en scooters.',
    steps: [
      {
        do: 'forward',
        to: 'Jongerenwerk Het Honk',
        advice: 'Maak eerst kennis met de groep, dan pas afspraken.',
      },
      { do: 'accept' },
      { do: 'plan', inDays: 60 },
    ],
  },
  {
    ...OOSTERHEEM,
    daysAgo: 37,
    metres: [52, 21],
    channel: 'phone',
    text: 'Op het plein is het elke vrijdag druk en hard.',
    steps: [
      {
        do: 'forward',
        to: 'Jongerenwerk Het Honk',
        advice: 'Ga op vrijdagavond kijken, samen met de wijkagent.',
      },
      { do: 'accept' },
      { do: 'plan', inDays: 55 },
    ],
  },
  {
    ...OOSTERHEEM,
    daysAgo: 29,
    metres: [33, 48],
    channel: 'web',
    text: 'Scooters rijden rondjes over het plein.',
    steps: [
      {
        do: 'forward',
        to: 'Veiligheid, Vergunningen en Handhaving',
        advice: 'Kijk of paaltjes bij de ingang van het plein helpen.',
      },
      { do: 'accept' },
      { do: 'plan', inDays: 50 },
    ],
  },
  {
    ...OOSTERHEEM,
    daysAgo: 22,
    metres: [61, 40],
    channel: 'street',
    source: 'staff',
    text: 'Groep van ongeveer vijftien op het plein, sfeer goed, wel hard.',
    steps: [
      {
        do: 'forward',
        to: 'Jongerenwerk Het Honk',
        advice: 'De sfeer is goed: vraag de jongeren zelf wat zij missen.',
      },
      { do: 'accept' },
      { do: 'plan', inDays: 40 },
    ],
  },
  {
    ...OOSTERHEEM,
    daysAgo: 10,
    metres: [47, 30],
    channel: 'desk',
    text: 'Ik loop ’s avonds om, zo druk is het op het plein.',
    steps: [
      {
        do: 'forward',
        to: 'Veiligheid, Vergunningen en Handhaving',
        advice: 'Loop er ’s avonds langs en zeg de bewoner wat u zag.',
      },
      { do: 'accept' },
      { do: 'plan', inDays: 30 },
    ],
  },
  {
    ...OOSTERHEEM,
    daysAgo: 1,
    metres: [38, 26],
    channel: 'mail',
    text: 'Weer geluid tot twee uur op het plein.',
    steps: [],
  },
];

/** Story 2: a speeding complaint that nobody takes. */
export const bouncingSignalen: readonly DemoSignaal[] = [
  {
    daysAgo: 19,
    text: 'Op de Cesar Franckrode wordt bij de school veel te hard gereden, al maanden.',
    street: 'Cesar Franckrode',
    buurt: '0200',
    metres: [-60, 80],
    channel: 'web',
    source: 'group',
    subject: 'Te hard rijden',
    reporter: { name: 'Werkgroep Verzonnen', answer: 'mail' },
    steps: [],
  },
];

/** Story 3: what the first of six neighbours told of the path by the flats of Palenstein (rapport L542). */
export const darkPath: DemoSignaal = {
  daysAgo: 9,
  text: 'Het is donker op het pad achter de flats, er brandt niets.',
  street: 'Van Doornenplantsoen',
  buurt: '0003',
  channel: 'desk',
  subject: 'Lantaarnpaal',
  reporter: { name: 'meneer Nergenshuis', answer: 'letter' },
  steps: [accept, { do: 'plan', inDays: 14 }],
};

/** The five who joined him, by four doors; with the first they are six. */
export const darkPathVoices: readonly Pick<DemoSignaal, 'daysAgo' | 'channel' | 'reporter'>[] = [
  { daysAgo: 8, channel: 'web' },
  { daysAgo: 7, channel: 'phone', reporter: { name: 'mevrouw Fictief', answer: 'phone' } },
  { daysAgo: 6, channel: 'web', reporter: { name: 'Buurman Verzonnen', answer: 'mail' } },
  { daysAgo: 5, channel: 'paper', reporter: { name: 'familie Nergens', answer: 'letter' } },
  { daysAgo: 3, channel: 'desk' },
];

/** Story 3: what lies with the dark path in one knelpunt. */
export const palensteinSignalen: readonly DemoSignaal[] = [
  {
    daysAgo: 47,
    text: 'De lamp bij de ingang van de flat flikkert.',
    street: 'Rakkersveld',
    buurt: '0003',
    channel: 'web',
    subject: 'Lantaarnpaal',
    steps: [accept, cleaned('De lamp is vervangen.'), solved],
  },
  {
    daysAgo: 26,
    text: 'Weer twee lampen uit achter de flats, het is de derde keer.',
    street: 'Rakkersveld',
    buurt: '0003',
    channel: 'phone',
    subject: 'Lantaarnpaal',
    reporter: { name: 'mevrouw Fictief', answer: 'phone' },
    steps: [accept, cleaned('De twee lampen branden weer.')],
  },
  darkPath,
];

/** All signalen of the stories. */
export const storySignalen: readonly DemoSignaal[] = [
  ...meerzichtSignalen,
  ...oosterheem,
  ...bouncingSignalen,
  ...palensteinSignalen,
];
