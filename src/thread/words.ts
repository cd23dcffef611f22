import { formatShortDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { STATIONS, type StationKey, type ThreadFacts, type ThreadItem } from './model.ts';
import { isLarger, type ThreadStation } from './rules.ts';
import { threadTexts } from './texts.ts';

/** Below this a number of voices is not published (product.md C5.7). */
export const FEWEST = 5;

/** What an object is called: its own title, or its kind with its number. */
export const nameOfItem = (rq: Rq, item: ThreadItem): string => {
  const t = rq.texts(threadTexts);
  const title = rq.lang === 'en' && typeof item.facts.titleEn === 'string' ? item.facts.titleEn : item.title;
  if (item.kind === 'department') return title ?? '';
  const kind = t(`kind.${item.kind}`);
  const named = item.number === null ? kind : `${kind} ${item.number}`;
  return title ? `${named}: ${title}` : named;
};

/** How many voices, as this audience may know it: fewer than five are no number in public. */
export const voicesInWords = (rq: Rq, { voices }: ThreadFacts, isPublic: boolean): string | null => {
  const t = rq.texts(threadTexts);
  if (voices.count === 0) return null;
  if (voices.isMore) return t('voices.more', { count: voices.count });
  if (isPublic && voices.count < FEWEST) return t('voices.few', { least: FEWEST });
  return voices.count === 1 ? t('voices.one') : t('voices.many', { count: voices.count });
};

/** One line under a station: what stands there when it is more than one thing, or what it waits for. */
export const noteOf = (
  rq: Rq,
  facts: ThreadFacts,
  { key, state }: ThreadStation,
  isPublic: boolean,
): string | undefined => {
  const t = rq.texts(threadTexts);
  const items = facts.items.filter(({ station, reached }) => station === key && reached);
  if (key === 'heard') return heardNote(rq, facts, isPublic);
  if (key === 'assigned' && facts.own?.state === 'reopened') return t('note.reopened');
  if (key === 'assigned' && state !== 'ahead' && state !== 'skipped') return departmentsNote(rq, items);
  if (items.length > 1 && (key === 'knelpunt' || key === 'focuspunt' || key === 'council'))
    return t(`note.${key}`, { count: items.length });
  const isLargerStation = key === 'knelpunt' || key === 'focuspunt' || key === 'council';
  return isLargerStation && state === 'ahead' && !isLarger(facts) ? t('note.larger') : undefined;
};

const heardNote = (rq: Rq, facts: ThreadFacts, isPublic: boolean): string | undefined => {
  const t = rq.texts(threadTexts);
  if (facts.own === null) return voicesInWords(rq, facts, isPublic) ?? undefined;
  const others = facts.voices.count - 1;
  if (others <= 0) return undefined;
  if (isPublic && others < FEWEST) return t('note.with_others');
  return t('note.with_more', { count: others });
};

const departmentsNote = (rq: Rq, items: readonly ThreadItem[]): string | undefined => {
  const departments = items.filter(({ kind }) => kind === 'department');
  if (departments.length === 0) return undefined;
  return departments.length === 1
    ? (departments[0]?.title ?? undefined)
    : rq.texts(threadTexts)('note.assigned', { count: departments.length });
};

/** A day as people read it. */
export const dayInWords = (rq: Rq, day: string | null): string | undefined =>
  day === null ? undefined : formatShortDate(day, rq.lang);

/** The items of each station in the order of the line. */
export const byStation = (facts: ThreadFacts): readonly (readonly [StationKey, readonly ThreadItem[]])[] =>
  STATIONS.map((key) => [key, facts.items.filter(({ station }) => station === key)]);
