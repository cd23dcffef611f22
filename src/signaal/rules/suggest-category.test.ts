import { expect, it } from 'vitest';
import { suggestCategory, withoutStreet } from './suggest-category.ts';

const category = (name: string, keywords = '') => ({ id: name, name, keywords });
const categories = [
  category('Afvalbak', 'afvalbakken'),
  category('Overig afval'),
  category('Gevaarlijk afval', 'asbest'),
  category('Wateroverlast', 'regen'),
  category('Overig openbaar groen en water'),
  category('Overig'),
  category('Straatverlichting', 'lantaarn lamp'),
  category('Fiets'),
  category('Bank', 'bankje'),
];

it.each([
  ['Er brandt een lantaarnpaal niet', 'Straatverlichting'],
  ['De afvalbak is vol', 'Afvalbak'],
  ['Overig afval, Lonerstraat', 'Overig afval'],
  ['Gevaarlijk afval bij de sloot', 'Gevaarlijk afval'],
  ['Overig openbaar groen en water, Leemveld', 'Overig openbaar groen en water'],
  ['Na elke regen wateroverlast', 'Wateroverlast'],
  ['overig', 'Overig'],
  ['FIËTS op het gras', 'Fiets'],
])('finds in "%s" the subject %s', (text, name) => {
  expect(suggestCategory(text, categories)?.name).toBe(name);
});

it('chooses none when nothing fits, or when two fit equally well', () => {
  expect(suggestCategory('Mooi weer vandaag', categories)).toBeNull();
  expect(suggestCategory('', categories)).toBeNull();
  expect(suggestCategory('Een fiets tegen een bank', categories)).toBeNull();
});

it.each(['Er is iets in de straat', 'Het hele plein', 'Voor de hele buurt'])(
  'takes no word for a place ("%s") for the beginning of a subject',
  (text) => {
    const all = [
      category('Lantaarnpaal', 'straatlamp straatverlichting'),
      category('Pleinmeubilair'),
      category('Buurtfeest'),
    ];
    expect(suggestCategory(text, all)).toBeNull();
    expect(suggestCategory('De straatlamp is stuk', all)?.name).toBe('Lantaarnpaal');
  },
);

it('takes no word that stands in every text for a part of a name', () => {
  const group = [category('Overlast van een groep', 'jongeren')];
  expect(suggestCategory('Mag er een tafel bij de ingang van de flat?', group)).toBeNull();
  expect(suggestCategory('Een groep geeft overlast', group)?.name).toBe('Overlast van een groep');
});

it('does not take a short word for the beginning of a long one', () => {
  expect(suggestCategory('Bij de bankier', [category('Bank')])).toBeNull();
});

it('does not take the name of the street for the subject', () => {
  expect(withoutStreet('Iets kapot in de GROENKAMPEN, bij de boom', 'Groenkampen')).toBe(
    'iets kapot in de  , bij de boom',
  );
  expect(withoutStreet('Losse tegel', '')).toBe('Losse tegel');
});
