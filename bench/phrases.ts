const THINGS = [
  'Er ligt een tak op het fietspad',
  'De lantaarnpaal brandt niet meer',
  'Een stoeptegel ligt los',
  'De container zit vol en er staat afval naast',
  'Er zit een gat in de weg',
  'De struiken groeien over de stoep',
  'Het verkeersbord staat scheef',
  'Er drijft rommel in de vijver',
  'De schommel op de speelplek is kapot',
  'Er wordt elke dag te hard gereden',
];
const WHERE = [
  'vlak bij de school',
  'naast de bushalte',
  'achter de flat',
  'tegenover de winkels',
  'bij de brug over de sloot',
  'op de hoek van het plein',
  'langs de doorgaande weg',
  'voor de ingang van het park',
];
const MORE = [
  'Oudere mensen kunnen er niet meer langs.',
  'Gisteren is er bijna iemand gevallen.',
  'Dit is al de derde keer deze maand.',
  'Kunt u zeggen wanneer het klaar is?',
  'Het ziet er slordig uit.',
];

/** What people of the bench tell: four hundred different texts. */
export const PHRASES: readonly string[] = THINGS.flatMap((thing) =>
  WHERE.flatMap((where) => MORE.map((more) => `${thing} ${where}. ${more}`)),
);
