import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

export const en: SameKeys<typeof nl> = {
  'archive.focuspunt': 'Knelpunten, focuspunten, decisions and plans',
  'archive.focuspunt.start': 'stays for ever',
  'archive.yearly_test': 'Yearly tests',
  'archive.yearly_test.start': 'stays for ever',
};
