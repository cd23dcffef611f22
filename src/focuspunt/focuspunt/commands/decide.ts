import { endOfTerm } from '#gemeente/index.ts';
import { endOfDay, isoDate, plusMonths, startOfDay } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { beginPlan } from '../../plan/commands/begin.ts';
import { closeWhenDecided } from '../../round/store.ts';
import { refuse } from '../errors.ts';
import { guardTexts } from '../guarded.ts';
import { gapsIn, isWithoutBaseline, type Warning, warningsAt } from '../readiness.ts';
import { readReadiness } from '../readiness-read.ts';
import { focuspuntTerms, testMonths } from '../settings.ts';
import { type Focuspunt, lockFocuspunt, moveFocuspunt, settingsOf } from '../store.ts';
import { openFocuspunt } from './prepare.ts';

/**
 * Brings a focuspunt to the college. What is missing, and terms that still run, are warned of and recorded; nothing is
 * refused (0.2 D4). Gives the warnings.
 */
export const bringToCollege = defineCommand<{ readonly focuspuntId: string }, readonly Warning[]>({
  name: 'focuspunt.bring_to_college',
  action: 'focuspunt.prepare',
  run: async (context, input) => {
    const focuspunt = await openFocuspunt(context, input.focuspuntId);
    const { facts, consult } = await readReadiness(context, focuspunt);
    const warnings = warningsAt(facts, consult, context.now);
    await moveFocuspunt(context, focuspunt, 'to_college');
    context.record({
      noun: 'focuspunt',
      objectId: focuspunt.id,
      action: 'warned',
      after: { warnings: warnings.join(' ') },
    });
    context.emit('focuspunt.with_college', focuspunt.id);
    return warnings;
  },
});

/** The college's decision on one focuspunt. Days are `YYYY-MM-DD`. */
export interface DecideFocuspunt {
  readonly focuspuntId: string;
  readonly outcome: 'set' | 'rejected' | 'held';
  /** Why: of a refusal needed, all sources read it. */
  readonly reason: string;
  readonly heldUntil: string | null;
  /** Set without a baseline: measured at the latest on this day (0.2 D4). */
  readonly withoutBaselineUntil: string | null;
}

const STEPS = { set: 'set', rejected: 'reject', held: 'hold' } as const;

/**
 * The college sets, refuses with a reason, or holds until a day (G1, 0.2 D4): one decision counts. Without a baseline it is
 * stored as set "zonder nulmeting, uiterlijk" a day. Throws `reason_missing`, `date_missing`, `date_in_past`,
 * `baseline_date_missing`, `step_not_allowed` when somebody decided before.
 */
export const decideFocuspunt = defineCommand<DecideFocuspunt, { readonly decisionId: string }>({
  name: 'focuspunt.decide',
  action: 'focuspunt.decide',
  run: async (context, input) => {
    context.allow();
    const focuspunt = await lockFocuspunt(context, input.focuspuntId);
    if (focuspunt.state !== 'with_college') throw refuse('step_not_allowed', { status: 409 });
    const { facts, consult } = await readReadiness(context, focuspunt);
    const noBaseline = input.outcome === 'set' && isWithoutBaseline(gapsIn(facts));
    checkDecision(context, input, noBaseline);
    const withoutBaselineUntil = noBaseline ? input.withoutBaselineUntil : null;
    const warnings = warningsAt(facts, consult, context.now);
    const decided = await moveFocuspunt(context, focuspunt, STEPS[input.outcome], {
      outcome_public_at: null,
      ...(input.outcome === 'set' ? await whenSet(context, withoutBaselineUntil) : {}),
      ...(input.outcome === 'rejected' ? { reject_reason: input.reason.trim() } : {}),
      ...(input.outcome === 'held' ? { held_until: input.heldUntil } : {}),
    });
    await keepTerms(context, focuspunt, input, withoutBaselineUntil);
    if (input.outcome === 'set') await beginPlan(context, decided);
    const decisionId = await insertDecision(context, focuspunt, { ...input, withoutBaselineUntil }, warnings);
    await closeWhenDecided(context, focuspunt.round_id);
    context.emit('focuspunt.decided', focuspunt.id);
    return { decisionId };
  },
});

const checkDecision = (context: Context, input: DecideFocuspunt, noBaseline: boolean): void => {
  const { today } = context;
  guardTexts({ reason: input.reason });
  if (input.outcome === 'rejected' && input.reason.trim() === '') {
    throw refuse('reason_missing', { fields: { reason: 'reason_missing' } });
  }
  if (input.outcome === 'held') mustBeAhead(input.heldUntil, 'held_until', 'date_missing', today);
  if (noBaseline) {
    mustBeAhead(input.withoutBaselineUntil, 'without_baseline_until', 'baseline_date_missing', today);
  }
};

const mustBeAhead = (
  day: string | null,
  field: string,
  missing: 'date_missing' | 'baseline_date_missing',
  today: string,
): void => {
  if (day === null) throw refuse(missing, { fields: { [field]: missing } });
  if (day <= today) throw refuse('date_in_past', { fields: { [field]: 'date_in_past' } });
};

/** What a besluit sets going: the plan within eight weeks, the first yearly test (S6, rapport L1106). */
const whenSet = async (context: Context, withoutBaselineUntil: string | null) => {
  const settings = await settingsOf(context);
  return {
    besluit_on: context.today,
    without_baseline_until: withoutBaselineUntil,
    held_until: null,
    plan_due_on: isoDate(endOfTerm(settings, focuspuntTerms.plan, context.now)),
    next_test_on: plusMonths(context.today, settings.get(testMonths)),
  };
};

const keepTerms = async (
  context: Context,
  { id }: Focuspunt,
  input: DecideFocuspunt,
  withoutBaselineUntil: string | null,
): Promise<void> => {
  const about = { kind: 'focuspunt', id };
  await endTerms(context, [id], ['focus_advice', 'focus_reaction'], 'met');
  if (input.outcome === 'held' && input.heldUntil !== null) {
    // In the morning of that day it is back on the college's table.
    await startTerm(context, 'focus_held', about, startOfDay(input.heldUntil));
  }
  if (withoutBaselineUntil !== null) {
    await startTerm(context, 'focus_baseline', about, endOfDay(withoutBaselineUntil));
  }
};

const insertDecision = async (
  context: Context,
  focuspunt: Focuspunt,
  input: DecideFocuspunt,
  warnings: readonly Warning[],
): Promise<string> => {
  const { db, gemeente, today, now, principal } = context;
  const id = newId();
  await db
    .insertInto('focuspunt_decision')
    .values({
      gemeente,
      id,
      focuspunt_id: focuspunt.id,
      round_id: focuspunt.round_id,
      outcome: input.outcome,
      reason: input.reason.trim(),
      held_until: input.outcome === 'held' ? input.heldUntil : null,
      without_baseline_until: input.withoutBaselineUntil,
      warnings: [...warnings],
      decided_on: today,
      recorded_by: principal.id ?? id,
      recorded_at: now,
    })
    .execute();
  return id;
};
