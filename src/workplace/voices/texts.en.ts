import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

/** Who is heard, and by which way: the words, in English. */
export const en: SameKeys<typeof nl> = {
  title: 'Who makes themselves heard',
  lead: 'Do we hear many people, or always the same group? Here is who spoke, how it came in and in which wijk.',
  filter: 'Choose what to show',
  area: 'Wijk',
  'area.all': 'whole municipality',
  period: 'Period',
  'period.year': 'the last twelve months',
  'period.quarter': 'the last three months',
  'period.before': 'the twelve months before that',
  show: 'Show',
  reset: 'Whole municipality, twelve months',
  total: '{count} voices in {area}, from {from} up to and including {until}.',
  'total.few': 'Too few voices to show in {area}, from {from} up to and including {until}.',
  'total.none': 'No voices yet in {area}, from {from} up to and including {until}.',
  joined: '{count} of them joined a report that was already there.',
  'joined.few': 'A few voices joined a report that was already there.',
  patterns:
    'The care network passed on {count} patterns that were accepted. They are about groups and count apart.',
  'patterns.one':
    'The care network passed on one pattern that was accepted. It is about a group and counts apart.',
  who: 'Who spoke',
  how: 'How it came in',
  where: 'By wijk',
  count: 'Voices',
  share: 'Share',
  wijk: 'Wijk',
  hidden: 'too few to show',
  counted: 'How this is counted',
  'counted.text':
    'We count voices, not people: whoever tells something three times counts three times. Complaints about how somebody was treated are left out, and so are reports without a place in a buurt. We do not show numbers below {least}, and where needed one more, so that nobody can work them out. More voices from a wijk may also mean that people there trust more that it helps.',
  source: 'Source: all reports in this system, counted on {date}.',
};
