import type { SameKeys } from '#platform/texts/catalogue.ts';
import type { nl } from './texts.nl.ts';

/** The English of the same. */
export const en: SameKeys<typeof nl> = {
  'near.title': 'Is this about the same thing?',
  'near.street': 'in the same street',
  'near.metres': '{metres} metres away',
  'near.same_day': 'on the same day',
  'near.day': '1 day apart',
  'near.days': '{days} days apart',
  'near.alike': 'words {percent}% alike',
  'near.voices': '{count} reporters',
  'near.hidden': 'You may not read the text of this report.',
  'merge.here': 'Merge that one into this one',
  'merge.there': 'Merge this one into that one',
  'merge.undo': 'Undo the merge',
  'follows.joined': 'Joins no. {number}',
  'follows.merged': 'Merged with no. {number}',
  'voices.title': 'Also reported by {count}',
  'voices.joined': 'no. {number}, joined on {day} ({channel})',
  'voices.merged': 'no. {number} of {day}, merged ({channel})',
  'join.on_behalf': 'Also on her behalf',
  'slip.joined': 'You have joined a report of {day}. You will hear the same as the first reporter.',
  'aloud.follows': 'You have joined an earlier report about the same thing.',
  'desk.unsure_key': 'I do not know',
  'slip.news': 'There will be news by {day}. You will not get a message: use your code to see or hear it.',
  'said.neighbour': 'somebody who joined',
};
