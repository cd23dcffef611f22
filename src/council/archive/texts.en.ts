import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

export const en: SameKeys<typeof nl> = {
  'archive.technical_question': 'Technical questions of councillors',
  'archive.technical_question.start': 'when the question is answered',
  'archive.council_register': 'Register of the raad: documents, motions and promises',
  'archive.council_register.start': 'stays for ever',
  'setting.archive.years.technical_question': 'Years: technical questions',
};
