import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

export const en: SameKeys<typeof nl> = {
  'archive.signaal_done': 'Reports: solved, partly solved or handed over',
  'archive.signaal_done.start': 'when the report is closed',
  'archive.signaal_not_done': 'Reports: not solved, with the reason',
  'archive.signaal_not_done.start': 'when the report is closed',
  'archive.signaal_question': 'Questions',
  'archive.signaal_question.start': 'when the question is answered',
  'archive.signaal_withdrawn': 'Withdrawn reports',
  'archive.signaal_withdrawn.start': 'when the reporter withdraws',
  'archive.care_pattern': 'Patterns from the care network that came to nothing',
  'archive.care_pattern.start': 'when the wijkregisseur has decided',
  'setting.archive.years.care_pattern': 'Years: patterns from the care network',
  'setting.archive.years.signaal_done': 'Years: reports that were solved or handed over',
  'setting.archive.years.signaal_not_done': 'Years: reports that were not solved',
  'setting.archive.years.signaal_question': 'Years: questions',
  'setting.archive.years.signaal_withdrawn': 'Years: withdrawn reports',
};
