import { formatDate } from '#platform/calendar/index.ts';
import type { Lang, Translate } from '#platform/texts/catalogue.ts';
import type { focuspuntTexts } from '../focuspunt/texts.ts';
import { type MemoBudget, type MemoContent, type MemoPoint, reckonBudget } from './content.ts';
import type { Release } from './store.ts';

/** A piece of a memo; the page and the document for a word processor are made of the same pieces. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

type Words = Translate<(typeof focuspuntTexts)['nl']>;

/** Who signed, when; null while a signature is missing. */
export type Signatures = Pick<Release, 'mayor_signed_at' | 'secretary_signed_at'>;

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

/** Whole euros as people read them. */
export const euroIn = (lang: Lang, euro: number): string =>
  `€ ${euro.toLocaleString(LOCALES[lang], { maximumFractionDigits: 0 })}`;

const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const text = (line: string): Block => ({ kind: 'text', text: line });

/** All of a memo below its title, in the order in which it is read. */
export const memoBlocks = (t: Words, content: MemoContent, signed: Signatures): Block[] => {
  const day = (date: string | Date): string => formatDate(date, t.lang);
  return [
    text(
      t('memo.from', { gemeente: content.gemeente, number: content.memoNumber, day: day(content.madeOn) }),
    ),
    ...(content.intro === '' ? [] : [text(content.intro)]),
    heading(2, t('memo.overview')),
    overview(t, content),
    ...content.points.flatMap((point) => pointBlocks(t, point, day)),
    ...(content.budget ? budgetBlocks(t, content.budget) : []),
    heading(2, t('memo.signatures')),
    text(signature(t, 'memo.mayor', signed.mayor_signed_at, day)),
    text(signature(t, 'memo.secretary', signed.secretary_signed_at, day)),
  ];
};

const signature = (
  t: Words,
  who: 'memo.mayor' | 'memo.secretary',
  at: Date | null,
  day: (date: Date) => string,
): string =>
  at === null ? t('memo.unsigned', { who: t(who) }) : t('memo.signed', { who: t(who), day: day(at) });

const overview = (t: Words, content: MemoContent): Block => ({
  kind: 'table',
  caption: t('memo.overview'),
  header: [
    t('memo.column.number'),
    t('memo.column.focuspunt'),
    t('memo.column.area'),
    t('memo.column.decision'),
  ],
  rows: content.points.map(({ number, title, area, outcome }) => [
    String(number),
    title,
    area,
    t(`outcome.${outcome}`),
  ]),
});

type Day = (date: string | Date) => string;

const pointBlocks = (t: Words, point: MemoPoint, day: Day): Block[] => {
  const { outcome, decidedOn, heldUntil, reason } = point;
  return [
    heading(2, t('round.point', { number: point.number, title: point.title })),
    text(
      t.dynamic(`mail.news.${outcome}`, {
        title: point.title,
        area: point.area,
        decided: day(decidedOn),
        day: heldUntil === null ? '' : day(heldUntil),
      }),
    ),
    ...(reason === '' ? [] : [text(t('mail.news.why', { reason }))]),
    ...(point.withoutBaselineUntil === null
      ? []
      : [text(t('memo.without_baseline', { day: day(point.withoutBaselineUntil) }))]),
    text(point.problem),
    factsOf(t, point, day),
  ];
};

/** Goal, trekker, money, dates and both answers of one point. */
const factsOf = (t: Words, point: MemoPoint, day: Day): Block => {
  const { goal, advice, reactions } = point;
  const counts = (of: { agree: number; partly: number; against: number }): string =>
    (['agree', 'partly', 'against'] as const)
      .map((stance) => t('advice.count', { stance: t(`stance.${stance}`), n: of[stance] }))
      .join(', ');
  const target = goal
    ? goal.targetValue === null
      ? goal.targetText
      : `${goal.targetValue} ${goal.unit ?? ''}`
    : null;
  const rows: (readonly [string, string | null])[] = [
    [t('page.goal'), goal ? goal.title : t('gap.goal')],
    [t('memo.source'), goal ? goal.source : null],
    [t('memo.baseline'), goal && (goal.baseline === null ? t('memo.not_measured') : baselineOf(goal, day))],
    [
      t('memo.target'),
      goal && [target ?? t('gap.target'), goal.targetOn && day(goal.targetOn)].filter(Boolean).join(', '),
    ],
    [t('page.trekker'), point.trekker ?? t('gap.trekker')],
    [t('field.budget'), point.budgetLine ?? t('gap.budget')],
    [t('page.plan_due'), point.outcome === 'set' && point.planDueOn !== null ? day(point.planDueOn) : null],
    [
      t('page.next_test'),
      point.outcome === 'set' && point.nextTestOn !== null ? day(point.nextTestOn) : null,
    ],
    [t('advice.title'), `${counts(advice)}, ${t('advice.silent', { n: advice.silent })}`],
    [t('reactions.title'), counts(reactions)],
  ];
  return {
    kind: 'table',
    caption: t('memo.facts', { title: point.title }),
    header: [t('memo.column.what'), t('memo.column.how')],
    rows: rows.flatMap(([what, how]) => (how === null || how === '' ? [] : [[what, how]])),
  };
};

const baselineOf = (goal: NonNullable<MemoPoint['goal']>, day: Day): string =>
  [`${goal.baseline} ${goal.unit ?? ''}`.trim(), goal.baselineOn && day(goal.baselineOn)]
    .filter(Boolean)
    .join(', ');

/** The lines, what they add up to, what was printed, and how much these differ: said, not mended (product.md T1). */
const budgetBlocks = (t: Words, budget: MemoBudget): Block[] => {
  const { computed, difference } = reckonBudget(budget);
  const euro = (amount: number): string => euroIn(t.lang, amount);
  return [
    heading(2, t('memo.money')),
    {
      kind: 'table',
      caption: t('memo.money'),
      header: [t('memo.column.post'), t('memo.column.euro')],
      rows: [
        ...budget.lines.map((line) => [line.label, euro(line.euro)]),
        [t('memo.computed'), euro(computed)],
      ],
    },
    ...(budget.printedTotal === null
      ? []
      : [text(t('memo.printed', { printed: budget.printedTotal, computed: euro(computed) }))]),
    ...(difference === null || difference === 0
      ? []
      : [text(t('memo.difference', { difference: euro(Math.abs(difference)) }))]),
  ];
};
