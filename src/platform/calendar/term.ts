const UNITS = ['minute', 'hour', 'day', 'week', 'workday'] as const;

export type TermUnit = (typeof UNITS)[number];

/** A term with its unit; `day` and `week` count every day, `workday` skips weekends and holidays. */
export interface Term {
  readonly amount: number;
  readonly unit: TermUnit;
}

/** Ten years in each unit: longer is a typing error, and would make counting workdays slow. */
const LONGEST: Record<TermUnit, number> = {
  minute: 5_256_000,
  hour: 87_600,
  day: 3_650,
  week: 520,
  workday: 2_600,
};

const SHAPE = /^(\d{1,7}) (minute|hour|day|week|workday)$/;

/** Reads a term as it is kept in settings, such as `3 workday`; undefined when it is not one or is over ten years. */
export const parseTerm = (text: string): Term | undefined => {
  const [, amount, word] = SHAPE.exec(text.trim()) ?? [];
  const unit = UNITS.find((known) => known === word);
  if (amount === undefined || unit === undefined) return undefined;
  const term: Term = { amount: Number(amount), unit };
  return isTerm(term) ? term : undefined;
};

/** Writes a term the way {@link parseTerm} reads it. For people use `termInWords`. */
export const formatTerm = (term: Term): string => `${term.amount} ${term.unit}`;

/** Whether the amount is a whole number from 0 to ten years. */
export const isTerm = (term: Term): boolean =>
  Number.isInteger(term.amount) && term.amount >= 0 && term.amount <= LONGEST[term.unit];
