import { posix } from 'node:path';
import type { Finding } from '../support/finding.ts';

/** What stands in every guide, in this order. */
export const PARTS = [
  '## Wat u het eerst ziet',
  '## In vijf stappen',
  '## Wat het systeem nooit laat gebeuren',
  '## Als het misgaat',
  '## Wie u belt',
] as const;

/** A guide is read within a quarter of an hour, also by who reads slowly (80 words a minute). */
const MOST_WORDS = 1_200;
/** Fewer names of buttons and pages than this is no guide to screens. */
const FEWEST_NAMES = 8;

const matchesOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, match = '']) => match);

const partsAreThere = (text: string): boolean => {
  const places = PARTS.map((part) => text.indexOf(`\n${part}\n`));
  return places.every((place, index) => place > (places[index - 1] ?? 0));
};

const stepsOf = (text: string): number => {
  const [, after = ''] = text.split(PARTS[1]);
  const [steps = ''] = after.split('\n## ');
  return matchesOf(steps, /^(\d+)\. /gm).length;
};

const breachesOf = (
  path: string,
  text: string,
  words: ReadonlySet<string>,
  exists: (path: string) => boolean,
): string[] => {
  const names = matchesOf(text, /\*\*(.+?)\*\*/gs);
  const count = text.split(/\s+/).length;
  return [
    ...names.filter((name) => !words.has(name)).map((name) => `${path}: no screen says "${name}"`),
    ...(names.length < FEWEST_NAMES ? [`${path}: names only ${names.length} things of the screen`] : []),
    ...matchesOf(text, /\]\((?!https?:)([^)#]+)\)/g)
      .filter((target) => !exists(posix.join(posix.dirname(path), target)))
      .map((target) => `${path}: ${target} is not there`),
    ...matchesOf(text, /!\[\s*\]\(([^)]+)\)/g).map((target) => `${path}: ${target} has no words`),
    ...(count < MOST_WORDS ? [] : [`${path}: ${count} words`]),
    ...(partsAreThere(text) ? [] : [`${path}: its parts are not those of every guide`]),
    ...(stepsOf(text) === 5 ? [] : [`${path}: ${stepsOf(text)} steps`]),
  ];
};

/**
 * Guides (text by path from the root) say of the screens only what stands there: whatever they print in bold is a text
 * of a Dutch catalogue, their links and pictures exist, and each is short and built the same way.
 */
export const checkGuides = (
  guides: ReadonlyMap<string, string>,
  words: ReadonlySet<string>,
  exists: (path: string) => boolean,
): Finding => ({
  seen: guides.size,
  breaches: [...guides].flatMap(([path, text]) => breachesOf(path, text, words, exists)),
});
