import { formatDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Answer, Bar } from './answer.ts';
import type { Topic, TopicCategory } from './rules/topic.ts';
import { incidentTexts } from './texts.ts';

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A whole number as people read it. */
export const numberIn = (rq: Pick<Rq, 'lang'>, count: number): string =>
  count.toLocaleString(LOCALES[rq.lang]);

/** A number per thousand residents, with one decimal. */
export const rateIn = (rq: Pick<Rq, 'lang'>, count: number, residents: number): string =>
  ((count / residents) * 1000).toLocaleString(LOCALES[rq.lang], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });

/** The name of a subject in the language of the screen. */
export const categoryIn = (rq: Pick<Rq, 'lang'>, { name, nameEn }: TopicCategory): string =>
  rq.lang === 'en' && nameEn ? nameEn : name;

/** What is asked about, in a few words. */
export const topicIn = (rq: Rq, { street, area, category }: Topic): string => {
  const t = rq.texts(incidentTexts);
  const place = street
    ? t('topic.street', { street: street.name, buurt: street.buurtName })
    : (area?.name ?? null);
  if (category && place) return t('topic.both', { category: categoryIn(rq, category), place });
  return category ? categoryIn(rq, category) : (place ?? '');
};

const SHAPES = {
  long: { month: 'long', year: 'numeric' },
  short: { month: 'short' },
  narrow: { month: 'narrow' },
} as const;

const monthIn = (rq: Pick<Rq, 'lang'>, month: string, shape: keyof typeof SHAPES): string =>
  new Intl.DateTimeFormat(LOCALES[rq.lang], { ...SHAPES[shape], timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** The month or months of a bar in words; narrow stands under the bar. */
export const periodIn = (rq: Pick<Rq, 'lang'>, { month, last }: Bar, shape: 'long' | 'narrow'): string => {
  if (month === last) return monthIn(rq, month, shape);
  const both = shape === 'long' ? 'long' : 'short';
  return `${monthIn(rq, month, both)} – ${monthIn(rq, last, both)}`;
};

/** A count that is not shown because it is small, in words. */
export const shownIn = (rq: Rq, count: number | null, least: number): string =>
  count === null ? rq.texts(incidentTexts)('count.hidden', { least }) : numberIn(rq, count);

const toldPart = (rq: Rq, { thisYear, leastShown }: Answer): string => {
  const t = rq.texts(incidentTexts);
  if (thisYear === 0) return t('answer.none');
  if (thisYear < leastShown) return t('answer.few', { least: leastShown });
  return t('answer.told', { count: numberIn(rq, thisYear) });
};

const solvedPart = (rq: Rq, { thisYear, solvedThisYear, leastShown }: Answer): string[] => {
  if (thisYear < leastShown) return [];
  const t = rq.texts(incidentTexts);
  if (solvedThisYear > 0 && solvedThisYear < leastShown)
    return [t('answer.solvedFew', { least: leastShown })];
  return [t('answer.solved', { count: numberIn(rq, solvedThisYear) })];
};

const focuspuntPart = (rq: Rq, { belongsTo, focuspunten, fitting }: Answer): string => {
  const t = rq.texts(incidentTexts);
  if (belongsTo === null && fitting > 1) return t('answer.several', { count: fitting });
  if (belongsTo === null) return t(focuspunten.length === 0 ? 'answer.noFocuspunt' : 'answer.otherFocuspunt');
  const { title } = belongsTo.focuspunt;
  return t(belongsTo.isBundled ? 'answer.bundled' : 'answer.runs', { title });
};

/** Of whom nobody can say whether it was solved: they are told of, and are no failure. A small rest would tell itself. */
const unknownPart = (rq: Rq, { thisYear, unknownThisYear, leastShown }: Answer): string[] => {
  if (unknownThisYear === 0 || thisYear < leastShown) return [];
  const t = rq.texts(incidentTexts);
  const isSmall = (count: number): boolean => count > 0 && count < leastShown;
  return isSmall(unknownThisYear) || isSmall(thisYear - unknownThisYear)
    ? [t('answer.unknownSome')]
    : [t('answer.unknown', { count: numberIn(rq, unknownThisYear) })];
};

/** The one sentence that answers: how many, how many solved, where it belongs, what comes next; and a second when some came from another system. */
export const answerSentence = (rq: Rq, answer: Answer): string => {
  const t = rq.texts(incidentTexts);
  const next = answer.nextStepOn
    ? t('answer.next', { date: formatDate(answer.nextStepOn, rq.lang) })
    : t('answer.noNext');
  const parts = [toldPart(rq, answer), ...solvedPart(rq, answer), focuspuntPart(rq, answer), next];
  return [`${parts.join(', ')}.`, ...unknownPart(rq, answer)].join(' ');
};
