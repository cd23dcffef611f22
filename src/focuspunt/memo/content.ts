import { z } from 'zod';

const stances = z.object({ agree: z.number(), partly: z.number(), against: z.number() });

const goal = z.object({
  kind: z.enum(['figure', 'milestone', 'judgement']),
  title: z.string(),
  unit: z.string().nullable(),
  source: z.string(),
  targetValue: z.number().nullable(),
  targetText: z.string().nullable(),
  targetOn: z.string().nullable(),
  baseline: z.number().nullable(),
  baselineOn: z.string().nullable(),
});

const point = z.object({
  focuspuntId: z.string(),
  number: z.number(),
  title: z.string(),
  area: z.string(),
  outcome: z.enum(['set', 'rejected', 'held']),
  reason: z.string(),
  heldUntil: z.string().nullable(),
  withoutBaselineUntil: z.string().nullable(),
  decidedOn: z.string(),
  problem: z.string(),
  trekker: z.string().nullable(),
  budgetLine: z.string().nullable(),
  planDueOn: z.string().nullable(),
  nextTestOn: z.string().nullable(),
  goal: goal.nullable(),
  advice: stances.extend({ silent: z.number() }),
  reactions: stances,
  /** One human sentence for whoever spoke (0.2 D13). */
  sentence: z.string(),
});

const budget = z.object({
  lines: z.array(z.object({ label: z.string(), euro: z.number() })).max(40),
  /** The total as a document printed it, in its own words; null when none was printed. */
  printedTotal: z.string().nullable(),
  /** That total in whole euros, when it can be compared. */
  printedEuro: z.number().nullable(),
});

/** A raadsmemo as it was when it was made: a snapshot, so that later changes never change what the raad was told. */
export const memoContent = z.object({
  title: z.string(),
  gemeente: z.string(),
  memoNumber: z.string(),
  madeOn: z.string(),
  intro: z.string(),
  points: z.array(point).max(100),
  budget: budget.nullable(),
});

export type MemoContent = z.infer<typeof memoContent>;
export type MemoPoint = z.infer<typeof point>;
export type MemoBudget = z.infer<typeof budget>;

/** What the lines add up to, beside what was printed; the difference is told, never mended in silence (product.md T1). */
export const reckonBudget = ({
  lines,
  printedEuro,
}: MemoBudget): { readonly computed: number; readonly difference: number | null } => {
  const computed = lines.reduce((sum, { euro }) => sum + euro, 0);
  return { computed, difference: printedEuro === null ? null : printedEuro - computed };
};
