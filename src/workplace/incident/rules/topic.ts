import { searchForm } from '#platform/words.ts';
import { suggestCategory } from '#signaal/index.ts';

/** An area that can be asked about. */
export interface TopicArea {
  readonly id: string;
  readonly name: string;
  readonly kind: 'wijk' | 'focus_area' | 'portfolio';
  readonly buurtIds: readonly string[];
}

/** A subject or a group of subjects. */
export interface TopicCategory {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly nameEn: string | null;
  readonly keywords: string;
  readonly sensitive: boolean;
  readonly departmentName: string | null;
}

/** A street, or the part of it in one buurt. */
export interface TopicStreet {
  readonly name: string;
  readonly buurtId: string;
  readonly buurtName: string;
}

/** All that can be asked about. */
export interface Choices {
  readonly areas: readonly TopicArea[];
  readonly categories: readonly TopicCategory[];
  readonly streets: readonly TopicStreet[];
}

/** What is asked about: a street, or an area, a subject, or a subject in an area. */
export interface Topic {
  readonly street: TopicStreet | null;
  readonly area: TopicArea | null;
  readonly category: TopicCategory | null;
}

/** What a text may mean: one topic, or several to choose from. */
export type Found =
  | { readonly kind: 'one'; readonly topic: Topic }
  | { readonly kind: 'several'; readonly topics: readonly Topic[] }
  | { readonly kind: 'none' };

const MOST_TOPICS = 12;
const KINDS = ['wijk', 'focus_area', 'portfolio'] as const;

/** Without the number of a house: facts stand at the street, never at a door (C5.7). */
export const withoutNumber = (text: string): string =>
  text.replace(/\s+\d{1,5}\s?(?:[a-z]{1,2}|-\d{1,4})?\s*(?:,.*)?$/iu, '').trim();

/** Whether a name stands in a text as whole words. */
const holds = (text: string, name: string): boolean => name !== '' && ` ${text} `.includes(` ${name} `);

/** The area that a text names: the longest name wins, of equal names the wijk. */
const areaIn = (text: string, areas: readonly TopicArea[]): TopicArea | null => {
  const named = areas
    .map((area) => ({ area, name: searchForm(area.name) }))
    .filter(({ name }) => holds(text, name))
    .sort(
      (one, other) =>
        other.name.length - one.name.length || KINDS.indexOf(one.area.kind) - KINDS.indexOf(other.area.kind),
    );
  return named[0]?.area ?? null;
};

const beginning = <Named extends { readonly name: string }>(text: string, all: readonly Named[]): Named[] =>
  text.length < 3 ? [] : all.filter(({ name }) => searchForm(name).startsWith(text));

/** One of each name: the wijk rather than an area of focuspunten that is called the same. */
const oncePerName = (areas: readonly TopicArea[]): TopicArea[] => {
  const sorted = areas.toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
  return [...new Map(sorted.toReversed().map((area) => [area.name, area])).values()].reverse();
};

const only = (topic: Partial<Topic>): Topic => ({ street: null, area: null, category: null, ...topic });

/** The streets that a text names, of the longest name: one for each buurt that it lies in. */
const streetsIn = (text: string, streets: readonly TopicStreet[]): TopicStreet[] => {
  const named = streets.filter(({ name }) => holds(text, searchForm(name)));
  const longest = Math.max(0, ...named.map(({ name }) => name.length));
  return named.filter(({ name }) => name.length === longest);
};

/** What somebody who types one line asks about. */
export const findTopic = (typed: string, { areas, categories, streets }: Choices): Found => {
  const text = searchForm(withoutNumber(typed));
  if (text === '') return { kind: 'none' };
  const named = streetsIn(text, streets);
  const area = named.length > 0 ? null : areaIn(text, areas);
  const place = named[0]?.name ?? area?.name ?? '';
  const category = suggestCategory(place === '' ? text : text.replace(searchForm(place), ' '), categories);
  if (named.length > 0) return chosen(named.map((street) => only({ street, category })));
  if (area || category) return { kind: 'one', topic: only({ area, category }) };
  return chosen([
    ...beginning(text, streets).map((street) => only({ street })),
    ...oncePerName(beginning(text, areas)).map((one) => only({ area: one })),
    ...beginning(text, categories).map((one) => only({ category: one })),
  ]);
};

const chosen = (topics: readonly Topic[]): Found => {
  const [first] = topics;
  if (!first) return { kind: 'none' };
  return topics.length === 1
    ? { kind: 'one', topic: first }
    : { kind: 'several', topics: topics.slice(0, MOST_TOPICS) };
};

const MOST_WORDS = 12;
const LONGEST_NAME = 4;

/** All runs of one to four words of a text: a street that it names is one of them. */
export const runsOf = (typed: string): string[] => {
  const words = searchForm(withoutNumber(typed)).split(' ').slice(0, MOST_WORDS);
  return words.flatMap((_, from) =>
    Array.from({ length: LONGEST_NAME }, (_run, extra) => words.slice(from, from + extra + 1).join(' ')),
  );
};

/** The subjects that belong to a chosen one: itself, and those under it when it is a group. */
export const subjectsOf = (category: TopicCategory, categories: readonly TopicCategory[]): string[] => [
  category.id,
  ...categories.filter(({ parentId }) => parentId === category.id).map(({ id }) => id),
];

/** Whether a subject, or anything in its group, is shown by area only (C5.7). */
export const isSensitive = (category: TopicCategory, categories: readonly TopicCategory[]): boolean => {
  const ids = subjectsOf(category, categories);
  return categories.some(({ id, sensitive }) => sensitive && ids.includes(id));
};

/** The areas that share a buurt with the place asked about; all of them when no place is asked. */
export const areasAround = ({ street, area }: Topic, areas: readonly TopicArea[]): TopicArea[] => {
  const buurten = street ? [street.buurtId] : (area?.buurtIds ?? null);
  if (buurten === null) return [...areas];
  return areas.filter(
    ({ id, buurtIds }) => id === area?.id || buurtIds.some((buurt) => buurten.includes(buurt)),
  );
};
