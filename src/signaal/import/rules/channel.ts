import { fold } from '#platform/words.ts';
import type { Signaal } from '../../store/load.ts';

/** How other systems call a way in; the first that fits counts. */
const WAYS: readonly (readonly [RegExp, Signaal['channel']])[] = [
  [/telef|phone|call|kcc|14 ?0\d/, 'phone'],
  [/e-?mail|\bmail/, 'mail'],
  [/balie|desk|walk|loket/, 'desk'],
  [/brief|letter|\bpost|paper|papier/, 'paper'],
  [/web|site|online|internet|\bapp\b|mobile|mobiel|formulier|digitaal|buitenbeter|slim/, 'web'],
  [/straat|street|\bbuiten|toezicht|wijkbeheer/, 'street'],
];

/** The way in which something was told, by the word of another system; `unknown` when that says nothing to us. */
export const channelOf = (word: string): Signaal['channel'] => {
  const plain = fold(word);
  return WAYS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'unknown';
};
