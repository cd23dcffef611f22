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

/** What there is of these, as one line. */
export const lines = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(': ');
