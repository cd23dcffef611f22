import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

/** English beside the Dutch of `texts.nl.ts`. */
export const en: SameKeys<typeof nl> = {
  'memory.title': 'Today in the wijk',
  'memory.none': 'Nothing special today.',
  'memory.rondgang': 'Rondgang',
  'memory.closed_street': 'Street closed',
  'memory.whom_to_call': 'Who to call',
  'memory.calls': 'Who to call, by area',
  'memory.sensitive': 'Sensitive',
  'memory.who_does_what': 'Who does what',
  'memory.note': 'Good to know',
  'brought.title': 'What your reports led to',
  'brought.none': 'Nothing has been finished in the last 30 days.',
  'brought.knelpunt': '{count} reports from your desk are now part of the knelpunt “{title}”.',
  'brought.knelpunt.one': 'One report from your desk is now part of the knelpunt “{title}”.',
  'brought.focuspunt': 'It became a focuspunt: {title}',
  'brought.no_subject': 'Subject not known yet',
};
