import type { Lang } from '#platform/texts/catalogue.ts';

const LOCALE: Record<Lang, string> = { nl: 'nl-NL', en: 'en-GB' };

/** Whole euros as people write them. */
export const euros = (lang: Lang, amount: number): string =>
  new Intl.NumberFormat(LOCALE[lang], {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  }).format(amount);

/** Hours, with a half where there is one. */
export const hoursIn = (lang: Lang, hours: number): string =>
  new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 1 }).format(hours);

/** Words as they stand within a line: without a full stop of their own. */
export const withinLine = (words: string): string => words.trim().replace(/\.$/, '');

/** A line with what belongs to it: "Wegen gaf het terug op 4 maart: niet van ons; geen mensen". */
export const lines = (head: string, ...more: readonly (string | null)[]): string => {
  const rest = more.flatMap((part) => (part ? [withinLine(part)] : []));
  return rest.length === 0 ? head : `${head}: ${rest.join('; ')}`;
};
