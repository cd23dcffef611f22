import { formatDate } from '#platform/calendar/index.ts';
import { translator } from '#platform/texts/catalogue.ts';
import type { Level } from '../rules/knot-states.ts';
import { regieTexts } from '../texts.ts';

/** Who decided, and whom to call. */
export interface PublicFacts {
  readonly level: Level;
  readonly department: string;
  readonly phone: string;
}

/**
 * What the people who spoke read: the sentence of the decider, then who decided, whose turn it is, before which day, and
 * which function to call (rapport L715-719: volunteers left because nobody said). Dutch: it is said to everybody at once.
 */
export const publicTextOf = (
  { publicText, dueOn }: { readonly publicText: string; readonly dueOn: string },
  { level, department, phone }: PublicFacts,
): string => {
  const t = translator(regieTexts, 'nl');
  const values = { department, date: formatDate(dueOn, 'nl') };
  return [
    publicText.trim(),
    t(`public.decided.${level}`),
    t('public.owner', values),
    phone === '' ? t('public.call_plain', values) : t('public.call', { ...values, phone }),
  ].join('\n\n');
};
