import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

/** The English texts of searching. */
export const en: SameKeys<typeof nl> = {
  title: 'Search',
  'title.for': 'Search for {text}',
  field: 'What are you looking for?',
  hint: 'A wijk, a street, a subject or a decision. Or the code of your report.',
  submit: 'Search',
  none: 'Nothing found',
  'none.meant': 'Did you mean this street?',
  'none.next': 'Try a single word, or another word for the same thing. Or look at your wijk:',
  'none.wijken': 'all wijken',
  more: 'These are the newest {count}. There is more: add a word to your search.',
  'part.wijken': 'Wijken and streets',
  'part.focuspunten': 'Focuspunten',
  'part.knelpunten': 'Knelpunten',
  'part.council': 'Documents, motions and promises to the council',
  'part.knots': 'Knots',
  'part.signalen': 'Reports',
  'street.nowhere': 'lies in no wijk',
  'signaal.number': 'Report {number}: {subject}',
  'signaal.no_subject': 'no subject yet',
  code: 'Do you have the code of a report?',
  'code.link': 'Follow your report',
};
