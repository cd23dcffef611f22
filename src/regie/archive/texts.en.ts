import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

export const en: SameKeys<typeof nl> = {
  'archive.knot': 'Knots with their decisions',
  'archive.knot.start': 'when the knot is decided, carried out or dropped',
  'archive.alderman_agenda': 'Agenda of the wijkwethouder',
  'archive.alderman_agenda.start': 'when the item was discussed',
  'archive.late_stack': 'Weekly stacks of the departments',
  'archive.late_stack.start': 'when the department has answered',
  'archive.mandate': 'Mandates, and residents’ groups with their home department',
  'archive.mandate.start': 'stays for ever',
  'setting.archive.years.knot': 'Years: knots',
  'setting.archive.years.alderman_agenda': 'Years: agenda of the wijkwethouder',
  'setting.archive.years.late_stack': 'Years: weekly stacks',
};
