import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

export const en: SameKeys<typeof nl> = {
  'archive.goal': 'Goals and measurements',
  'archive.goal.start': 'stays for ever',
};
