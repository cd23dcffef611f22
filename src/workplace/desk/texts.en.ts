import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

/** English beside the Dutch of `texts.nl.ts`. */
export const en: SameKeys<typeof nl> = {
  'memory.title': 'Today in the wijk',
  'memory.none': 'There is nothing special for today.',
  'memory.rondgang': 'Rondgang',
  'memory.closed_street': 'Street closed',
  'memory.whom_to_call': 'Whom to call',
  'memory.sensitive': 'Sensitive',
  'memory.who_does_what': 'Who does what',
  'memory.note': 'Good to know',
  'brought.title': 'What your reports brought about',
  'brought.none': 'Nothing has been finished in the last 30 days.',
  'brought.knelpunt': '{count} reports of your desk now stand in the knelpunt “{title}”.',
  'brought.knelpunt.one': 'One report of your desk now stands in the knelpunt “{title}”.',
  'brought.focuspunt': 'It became a focuspunt: {title}',
  'brought.no_subject': 'Subject not known yet',
};
