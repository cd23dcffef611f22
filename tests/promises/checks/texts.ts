import { placeholdersOf } from '#platform/texts/catalogue.ts';
import type { Shelf } from '../support/catalogues.ts';
import type { Finding } from '../support/finding.ts';

const sorted = (names: readonly string[]): string => [...new Set(names)].toSorted().join(', ');

/** Both languages have the same keys, each a text, with the same places to fill in; `seen` counts the keys. */
export const checkLanguages = (shelves: readonly Shelf[]): Finding => {
  const breaches: string[] = [];
  let seen = 0;
  for (const { catalogue } of shelves) {
    const { room, nl, en } = catalogue;
    for (const key of new Set([...Object.keys(nl), ...Object.keys(en)])) {
      seen += 1;
      const [dutch, english] = [nl[key] ?? '', en[key] ?? ''];
      if (dutch.trim() === '') breaches.push(`${room}.${key}: has no Dutch text`);
      if (english.trim() === '') breaches.push(`${room}.${key}: has no English text`);
      const [here, there] = [sorted(placeholdersOf(dutch)), sorted(placeholdersOf(english))];
      if (here !== there) breaches.push(`${room}.${key}: fills in {${here}} in Dutch, {${there}} in English`);
    }
  }
  return { seen, breaches };
};

/** Spellings that are not the house's own (docs/glossary.md): one noun, one spelling. */
const MISSPELT: readonly [RegExp, string][] = [
  [/\bwijk[- ]regisseur/i, 'wijkregisseur'],
  [/\bwijk[- ]team/i, 'wijkteam'],
  [/\bwijk[- ]post\b/i, 'wijkpost'],
  [/\bwijk[- ]tafel/i, 'wijktafel'],
  [/\bknel[- ]punt/i, 'knelpunt'],
  [/\bfoc(us[- ]|c?us|us)punten?t\b|\bfocus[- ]punt/i, 'focuspunt'],
  [/\bvak[- ]afdeling/i, 'vakafdeling'],
  [/\bstads[- ]?marshal(?!l)|\bstads[- ]marshall|\bstadsmarechal/i, 'stadsmarshall'],
  [/\bsamen[- ]spraak/i, 'samenspraak'],
  [/\bwijk aan zet\b|\bwijkaanzet\b/i, 'wijk-aan-zet'],
  [/\bsignalement(en)?\b/i, 'signaal'],
  [/\bsignals?\b/i, 'signaal'],
  [/\btoezegging(?!en\b|\b)/i, 'toezegging'],
  [/\bcolleges? van b ?(en|&) ?w\b/i, 'college'],
];

/** Every text of both languages spells the nouns of the glossary in the one way. */
export const checkSpelling = (shelves: readonly Shelf[]): Finding => {
  const texts = shelves.flatMap(({ catalogue: { room, nl, en } }) =>
    [nl, en].flatMap((texts) =>
      Object.entries(texts).map(([key, text]) => [`${room}.${key}`, text] as const),
    ),
  );
  return {
    seen: texts.length,
    breaches: texts.flatMap(([key, text]) =>
      MISSPELT.filter(([wrong]) => wrong.test(text)).map(
        ([, right]) => `${key}: write ${right}, not "${text}"`,
      ),
    ),
  };
};
