import type { Translate } from '../texts/catalogue.ts';
import type { HistoryRow } from './history-read.ts';
import type { nl } from './texts.nl.ts';

/** One column of one change, in words. */
export interface ChangedValue {
  readonly column: string;
  readonly words: string;
}

type Words = Translate<typeof nl>;

const LONGEST = 200;
const isHash = (value: unknown): boolean => typeof value === 'string' && value.startsWith('hash:');

/** What changed, column by column. Of free text and contact data the history knows only that they changed. */
export const changesInWords = ({ before, after }: HistoryRow, t: Words): ChangedValue[] => {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return columns
    .filter((column) => JSON.stringify(before?.[column]) !== JSON.stringify(after?.[column]))
    .map((column) => ({ column, words: oneChange(before?.[column], after?.[column], before !== null, t) }));
};

const oneChange = (before: unknown, after: unknown, hadBefore: boolean, t: Words): string => {
  if (isHash(before) || isHash(after)) return textChange(before, after, t);
  if (!hadBefore || before === undefined) return t('history.new', { after: plain(after, t) });
  return t('history.arrow', { before: plain(before, t), after: plain(after, t) });
};

const textChange = (before: unknown, after: unknown, t: Words): string => {
  if (!isHash(before)) return t('history.textSet');
  return isHash(after) ? t('history.textChanged') : t('history.textWiped');
};

const plain = (value: unknown, t: Words): string => {
  if (value === null || value === undefined || value === '') return t('history.empty');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};
