import type { Finding } from '../support/finding.ts';

/** The closed list of Dutch nouns in code (design.md, law 8); docs/glossary.md explains each. */
export const NOUNS: readonly string[] = (
  'wijk buurt wijkregisseur wijkteam wijkpost wijktafel rondgang signaal knelpunt focuspunt trekker vakafdeling convenant ' +
  'stadsmarshall samenspraak wijk-aan-zet college raad wethouder besluit gemeente toezegging'
).split(' ');

/** Dutch words that a hurried hand writes into a name, and the English that the house has for some. */
const DUTCH: Readonly<Record<string, string>> = {
  aanmelden: 'sign in',
  adres: 'address',
  afdeling: 'department',
  antwoord: 'answer',
  balie: 'desk',
  beheer: 'management',
  behandelaar: 'holder',
  bericht: 'message',
  bewoner: 'resident',
  brief: 'letter',
  bron: 'source',
  burger: 'resident',
  datum: 'date',
  doorverwijzing: 'referral',
  gebied: 'area',
  gebruiker: 'account',
  gesloten: 'closed',
  geschiedenis: 'history',
  instelling: 'setting',
  kanaal: 'channel',
  klacht: 'complaint',
  medewerker: 'staff',
  melder: 'reporter',
  melding: 'signaal',
  naam: 'name',
  nieuw: 'new',
  nummer: 'number',
  omschrijving: 'description',
  onderwerp: 'category',
  opmerking: 'note',
  plaats: 'place',
  plek: 'place',
  reden: 'reason',
  rol: 'role',
  soort: 'kind',
  straat: 'street',
  taak: 'job',
  tekst: 'text',
  telefoon: 'phone',
  termijn: 'term',
  toegewezen: 'assigned',
  uitkomst: 'outcome',
  vraag: 'question',
};

/** A name that others build on, with where it was found. */
export interface Named {
  readonly where: string;
  readonly name: string;
}

/** No folder, table, column or stored value is Dutch, except the listed nouns in their one spelling. */
export const checkNames = (names: readonly Named[]): Finding => ({
  seen: names.length,
  breaches: names.flatMap(({ where, name }) => {
    const words = NOUNS.reduce((text, noun) => text.replaceAll(noun, ''), name.toLowerCase()).split(
      /[^a-z]+/,
    );
    return words.flatMap((word) => {
      const singular = word.replace(/(en|s)$/, '');
      const english = DUTCH[word] ?? DUTCH[singular];
      return english === undefined ? [] : [`${where} ${name}: "${word}" is Dutch; the house says ${english}`];
    });
  }),
});
