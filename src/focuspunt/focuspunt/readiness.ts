/** What of a focuspunt can be missing (product.md C2.3; "twaalf keer rood": screens.md, story 1). */
export type Gap = 'goal' | 'baseline' | 'target' | 'end_date' | 'owner' | 'trekker' | 'plan' | 'budget';

/** What the system warns of when a body decides; it is recorded and never refuses (0.2 D4). */
export type Warning = Gap | 'no_partner_asked' | 'advice_running' | 'reaction_running' | 'many_open';

/** The goal as far as completeness asks. */
export interface GoalFacts {
  readonly kind: 'figure' | 'milestone' | 'judgement';
  readonly unit: string | null;
  readonly source: string;
  readonly targetValue: number | null;
  readonly targetText: string | null;
  readonly targetOn: string | null;
  readonly hasOwner: boolean;
  readonly hasBaseline: boolean;
}

/** What must be known to say what is missing. */
export interface ReadinessFacts {
  readonly goals: readonly GoalFacts[];
  readonly hasTrekker: boolean;
  readonly hasBudget: boolean;
  readonly hasPlan: boolean;
}

/** A milestone or a judgement needs no baseline: an orchard has none (0.2 D4). */
const lacksBaseline = ({ kind, hasBaseline }: GoalFacts): boolean => kind === 'figure' && !hasBaseline;

const lacksTarget = ({ kind, targetValue, targetText }: GoalFacts): boolean =>
  kind === 'figure' ? targetValue === null : (targetText ?? '').trim() === '';

/** What a goal lacks; none at all lacks only itself (rapport L1067-1073). */
const goalGaps = (goals: readonly GoalFacts[]): Gap[] => {
  if (goals.length === 0) return ['goal'];
  const best = goals.map(gapsOf).sort((a, b) => a.length - b.length)[0];
  return best ?? ['goal'];
};

const gapsOf = (goal: GoalFacts): Gap[] => [
  ...(lacksBaseline(goal) ? (['baseline'] as const) : []),
  ...(lacksTarget(goal) ? (['target'] as const) : []),
  ...(goal.targetOn === null ? (['end_date'] as const) : []),
  ...(goal.hasOwner ? [] : (['owner'] as const)),
];

/** What is missing, in the order in which it is best repaired; at least one goal must be whole. */
export const gapsIn = (facts: ReadinessFacts): Gap[] => [
  ...goalGaps(facts.goals),
  ...(facts.hasTrekker ? [] : (['trekker'] as const)),
  ...(facts.hasBudget ? [] : (['budget'] as const)),
  ...(facts.hasPlan ? [] : (['plan'] as const)),
];

/** Whether the college, setting it now, sets it without a baseline (0.2 D4). */
export const isWithoutBaseline = (gaps: readonly Gap[]): boolean =>
  gaps.includes('goal') || gaps.includes('baseline');

/** What else was known when it was brought to, or decided by, the college. */
export interface ConsultFacts {
  readonly asked: number;
  readonly adviceDueAt: Date | null;
  readonly answered: number;
  readonly reactionUntil: Date | null;
  readonly openInArea: number;
  readonly mostInArea: number;
}

/** All warnings at a moment. A plan is due eight weeks after the besluit, so it is no warning here. */
export const warningsAt = (facts: ReadinessFacts, consult: ConsultFacts, now: Date): Warning[] => [
  ...gapsIn(facts).filter((gap) => gap !== 'plan'),
  ...(consult.asked === 0 ? (['no_partner_asked'] as const) : []),
  ...(consult.asked > consult.answered && consult.adviceDueAt !== null && now < consult.adviceDueAt
    ? (['advice_running'] as const)
    : []),
  ...(consult.reactionUntil !== null && now <= consult.reactionUntil ? (['reaction_running'] as const) : []),
  ...(consult.openInArea + 1 >= consult.mostInArea ? (['many_open'] as const) : []),
];
