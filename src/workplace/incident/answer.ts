import { type CouncilFocuspunt, datesOf, leastShown, monthsBefore, readFocuspunten } from '#council/index.ts';
import { hearsWithCouncil } from '#focuspunt/index.ts';
import { readSettings } from '#gemeente/index.ts';
import { isoDate, startOfDay } from '#platform/calendar/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import { searchForm } from '#platform/words.ts';
import { type Around, readAround } from './around.ts';
import { type BuurtCount, type MonthCount, readCounts, type SignaalScope } from './counts.ts';
import { type Rate, type Verdict, verdictOn } from './rules/compare-rates.ts';
import {
  hideSmall,
  hideSmallPlaces,
  type Period,
  periodFor,
  perPeriod,
  type Shown,
} from './rules/small-numbers.ts';
import {
  areasAround,
  type Choices,
  isSensitive,
  subjectsOf,
  type Topic,
  type TopicArea,
} from './rules/topic.ts';
import { comparisonLevel } from './settings.ts';

/** How many months the bars show. */
const MONTHS = 12;

/** A month, or some months together, with its bar; the count is null when it is hidden. */
export interface Bar {
  /** The first and the last month, as `2016-03`. */
  readonly month: string;
  readonly last: string;
  readonly count: Shown;
}

/** A wijk with how much of the subject is told there. */
export interface WijkRate {
  readonly id: string;
  readonly name: string;
  readonly isHere: boolean;
  readonly count: Shown;
  readonly residents: number;
}

/** The same subject elsewhere; null without a subject. */
export interface Elsewhere {
  readonly wijken: readonly WijkRate[];
  /** Null when no place was asked about. */
  readonly verdict: Verdict | null;
  readonly here: string | null;
  /** Both rates, when both counts may be shown. */
  readonly rates: { readonly here: Rate; readonly others: Rate } | null;
  readonly residentsAt: string | null;
}

/** What there is to know of one topic. */
export interface Answer {
  readonly topic: Topic;
  readonly today: string;
  readonly leastShown: number;
  /** First day of the bars and of the year. */
  readonly from: string;
  readonly yearFrom: string;
  readonly total: number;
  readonly thisYear: number;
  readonly solvedThisYear: number;
  /** Of those of this year: taken over from another system when they were over already. */
  readonly unknownThisYear: number;
  readonly bars: readonly Bar[];
  /** How many months one bar stands for. */
  readonly period: Period;
  /** The subjects most told here, when none was asked about. */
  readonly top: readonly { readonly categoryId: string; readonly count: number }[];
  /** A subject that is shown by area only was asked of a street: it is left out. */
  readonly leftOutSensitive: boolean;
  readonly focuspunten: readonly CouncilFocuspunt[];
  /** The focuspunt that the topic belongs to: meldingen of it are bundled there, or else one that runs in this area. */
  readonly belongsTo: { readonly focuspunt: CouncilFocuspunt; readonly isBundled: boolean } | null;
  /** How many run here and may be about it. */
  readonly fitting: number;
  readonly nextStepOn: string | null;
  readonly elsewhere: Elsewhere | null;
  readonly around: Around;
}

/** The months from the first day on up to today's, as `2016-03`. */
const monthsFrom = (from: string): string[] => {
  const [year = 0, month = 0] = from.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, index) =>
    new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 7),
  );
};

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);

const TOP = 3;

const topOf = (months: readonly MonthCount[], choices: Choices, least: number) => {
  const counts = new Map<string, number>();
  for (const { categoryId, count } of months)
    if (categoryId !== null) counts.set(categoryId, (counts.get(categoryId) ?? 0) + count);
  const shown = choices.categories.filter(({ sensitive }) => !sensitive);
  return [...counts]
    .map(([categoryId, count]) => ({ categoryId, count }))
    .filter(({ categoryId, count }) => count >= least && shown.some(({ id }) => id === categoryId))
    .sort((one, other) => other.count - one.count)
    .slice(0, TOP);
};

/** Buurten of a wijk together; residents are known of all of them or the wijk does not take part. */
const wijkRates = (wijken: readonly TopicArea[], buurten: readonly BuurtCount[]) =>
  wijken.flatMap((wijk) => {
    const own = buurten.filter(({ buurtId }) => wijk.buurtIds.includes(buurtId));
    const residents = own.reduce((total, one) => total + (one.residents ?? 0), 0);
    return residents === 0 ? [] : [{ id: wijk.id, name: wijk.name, count: sum(own), residents }];
  });

const compareWith = (
  { street, area }: Topic,
  choices: Choices,
  buurten: readonly BuurtCount[],
  { least, level }: { least: number; level: number },
): Elsewhere => {
  const wijken = choices.areas.filter(({ kind }) => kind === 'wijk');
  const here =
    area ?? wijken.find(({ buurtIds }) => street !== null && buurtIds.includes(street.buurtId)) ?? null;
  const [mine] = here ? wijkRates([here], buurten) : [];
  const all = wijkRates(wijken, buurten);
  const rest = buurten.filter(
    ({ buurtId, residents }) => residents !== null && !here?.buurtIds.includes(buurtId),
  );
  const others = {
    count: sum(rest),
    residents: rest.reduce((total, { residents }) => total + (residents ?? 0), 0),
  };
  const shown = hideSmallPlaces(
    all.map(({ count }) => count),
    least,
  );
  return {
    wijken: all.map((wijk, index) => ({
      ...wijk,
      isHere: wijk.id === here?.id,
      count: shown[index] ?? null,
    })),
    verdict: mine ? verdictOn(mine, others, level, least) : null,
    here: mine && here ? here.name : null,
    rates: mine && mine.count >= least && others.count >= least ? { here: mine, others } : null,
    residentsAt: buurten.find(({ residentsAt }) => residentsAt !== null)?.residentsAt ?? null,
  };
};

/** Those that run here and may be about it. */
const fittingOf = (
  { category }: Topic,
  focuspunten: readonly CouncilFocuspunt[],
  subjects: readonly string[],
): CouncilFocuspunt[] =>
  focuspunten.filter(
    ({ hasEnded, categoryId }) =>
      !hasEnded && (category === null || categoryId === null || subjects.includes(categoryId)),
  );

/** Where meldingen of it are bundled; else the only one that runs here, or the only one that names the place. */
const belongingTo = (
  { street, area }: Topic,
  running: readonly CouncilFocuspunt[],
  fitting: readonly CouncilFocuspunt[],
  { bundled }: Around,
): Answer['belongsTo'] => {
  const most = bundled.toSorted((one, other) => other.count - one.count)[0];
  const joined = running.find(({ id }) => id === most?.focuspuntId);
  if (joined) return { focuspunt: joined, isBundled: true };
  const place = searchForm(street?.name ?? area?.name ?? '');
  const named = fitting.filter(
    ({ title }) => place !== '' && ` ${searchForm(title)} `.includes(` ${place} `),
  );
  const [only] = fitting.length === 1 ? fitting : named;
  const isOne = fitting.length === 1 || named.length === 1;
  return only && isOne ? { focuspunt: only, isBundled: false } : null;
};

interface Place {
  readonly scope: SignaalScope;
  readonly areas: readonly TopicArea[];
  readonly subjects: readonly string[];
  readonly leftOutSensitive: boolean;
}

const placeOf = (topic: Topic, choices: Choices): Place => {
  const { street, area, category } = topic;
  const leftOutSensitive = street !== null && category !== null && isSensitive(category, choices.categories);
  const subjects = category === null ? [] : subjectsOf(category, choices.categories);
  return {
    areas: areasAround(topic, choices.areas),
    subjects: category?.parentId ? [...subjects, category.parentId] : subjects,
    leftOutSensitive,
    scope: {
      street: street ? searchForm(street.name) : null,
      buurtIds: street ? [street.buurtId] : (area?.buurtIds ?? null),
      categoryIds: category === null ? null : subjects,
      withoutSensitive: street !== null,
    },
  };
};

/** Of a subject alone those focuspunten that are about it; of a place all that lie there. */
const onTopic = (topic: Topic, focuspunten: readonly CouncilFocuspunt[], subjects: readonly string[]) =>
  topic.street || topic.area
    ? focuspunten
    : focuspunten.filter(({ categoryId }) => categoryId !== null && subjects.includes(categoryId));

/** Reads what there is to know of a topic, in five queries. */
export const readAnswer = async (db: TenantDb, rq: Rq, topic: Topic, choices: Choices): Promise<Answer> => {
  const { gemeente, now } = rq;
  const [today, withCouncil] = [isoDate(now), hearsWithCouncil(rq)];
  const from = `${monthsBefore(today, MONTHS - 1).slice(0, 7)}-01`;
  const place = placeOf(topic, choices);
  const settings = await readSettings(db, gemeente, today);
  const least = settings.get(leastShown);
  const since = startOfDay(from);
  const { months, elsewhere } = await readCounts(db, gemeente, since, today, place.scope);
  const areaIds = place.areas.map(({ id }) => id);
  const all = await readFocuspunten(db, gemeente, { today, settings }, { areaIds, withCouncil });
  const focuspunten = onTopic(topic, all, place.subjects);
  const asked = {
    focuspuntIds: focuspunten.map(({ id }) => id),
    areaIds: topic.street || topic.area ? areaIds : [],
    categoryIds: place.subjects,
    today,
    withCouncil,
  };
  const around = await readAround(db, gemeente, since, place.scope, asked);
  const year = `${today.slice(0, 4)}-01`;
  const running = focuspunten.filter(({ hasEnded }) => !hasEnded);
  const fitting = fittingOf(topic, focuspunten, place.subjects);
  const belongsTo = belongingTo(topic, running, fitting, around);
  const level = settings.get(comparisonLevel) / 100;
  return {
    topic,
    today,
    leastShown: least,
    from,
    yearFrom: `${year}-01`,
    total: sum(months),
    ...yearIn(months.filter(({ month }) => month >= year)),
    ...barsOf(from, months, least),
    top: topic.category ? [] : topOf(months, choices, least),
    leftOutSensitive: place.leftOutSensitive,
    focuspunten,
    belongsTo,
    fitting: fitting.length,
    nextStepOn: nextStep(belongsTo ? [belongsTo.focuspunt] : fitting, around, today),
    elsewhere:
      topic.category && !place.leftOutSensitive
        ? compareWith(topic, choices, elsewhere, { least, level })
        : null,
    around,
  };
};

const yearIn = (months: readonly MonthCount[]) => ({
  thisYear: sum(months),
  solvedThisYear: months.reduce((total, { solved }) => total + solved, 0),
  unknownThisYear: months.reduce((total, { unknown }) => total + unknown, 0),
});

const barsOf = (
  from: string,
  counts: readonly MonthCount[],
  least: number,
): Pick<Answer, 'bars' | 'period'> => {
  const months = monthsFrom(from);
  const perMonth = months.map((month) => sum(counts.filter((one) => one.month === month)));
  const period = periodFor(perMonth, least);
  const shown = hideSmall(perPeriod(perMonth, period), least);
  const bars = shown.map((count, index) => {
    const own = months.slice(index * period, (index + 1) * period);
    return { month: own[0] ?? '', last: own.at(-1) ?? '', count };
  });
  return { bars, period };
};

const nextStep = (
  focuspunten: readonly CouncilFocuspunt[],
  { papers }: Around,
  today: string,
): string | null => {
  const steps = focuspunten.flatMap((one) => datesOf(one, today).map(({ on }) => on));
  const due = papers.flatMap(({ dueOn, state }) =>
    dueOn && dueOn >= today && state !== 'settled' ? [dueOn] : [],
  );
  return [...steps, ...due].sort()[0] ?? null;
};
