import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

export const en: SameKeys<typeof nl> = {
  'archive.wijk_memory': 'Memory of a wijk with an end date',
  'archive.wijk_memory.start': 'on its last day',
  'archive.wijkteam_member': 'Wijkteams: organisation and function',
  'archive.wijkteam_member.start': 'stays for ever',
  'setting.archive.years.wijk_memory': 'Years: memory of a wijk',
};
