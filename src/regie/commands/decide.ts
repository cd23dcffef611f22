import {
  type Department,
  departments,
  endOfTerm,
  publicPhone,
  readSettings,
  type Settings,
} from '#gemeente/index.ts';
import { inspectText, mustRemove } from '#people/index.ts';
import { endOfDay, isPlainDate, plusDays } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { refuse } from '../errors.ts';
import { type Level, levelAbove, levelOf } from '../rules/knot-states.ts';
import { citedMandate, ROLE_OF_LEVEL } from '../rules/mandates.ts';
import { showTo } from '../seers.ts';
import { knotTerms } from '../settings.ts';
import { type Knot, moveKnot, openKnot } from '../store/knot.ts';
import { allAtOnce } from './all-at-once.ts';
import { insertHearing } from './hear.ts';
import { publicTextOf } from './public-text.ts';
import { putInPlace } from './put-in-place.ts';
import { mustBeSentence } from './raise.ts';

/** A decision: a name, a date, where the money comes from, and what the people who spoke will read. */
export interface Decision {
  readonly knotId: string;
  readonly version: number;
  readonly departmentId: string;
  readonly budgetLine: string;
  /** Null when no money goes with it. */
  readonly amountEuro: number | null;
  /** The day by which the department has done it, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly text: string;
  readonly publicText: string;
  /** What the group said to a new home; asked only when it has another one. */
  readonly consent: string;
}

/**
 * Cuts a knot (C2.9, D16): owner, budget line, date, text, and a short text for the people who spoke. It cites a mandate
 * of the decider that holds today. Nobody edits a decision; deciding again puts a new one over it. What it decides on is
 * put with the owner in the same transaction. Throws `not_your_turn`, `above_mandate`, `mandate_missing`,
 * `changed_meanwhile`, and what is missing by field. Gives the decision's id.
 */
export const decideKnot = defineCommand<Decision, { decisionId: string }>({
  name: 'knot.decide',
  action: 'knot.decide',
  run: async (context, input) => {
    const knot = await openKnot(context, input.knotId, input.version);
    const last = await lastDecision(context, knot.id);
    const level = knot.state === 'decided' && last ? last.level : levelOf(knot.state);
    mustBeTurn(context, level);
    const settings = await readSettings(context.db, context.gemeente, context.today);
    const owner = await mustBeWhole(context, input);
    const mandateId = await mustHaveMandate(context, level, input.amountEuro ?? 0);
    const step = knot.state === 'decided' ? 'replace' : 'decide';
    const decided = await moveKnot(context, knot, step, { check_on: input.dueOn });
    const publicText = publicTextOf(input, {
      level,
      department: owner.name,
      phone: owner.publicContact ?? settings.get(publicPhone),
    });
    const decisionId = await insertDecision(context, input, {
      level,
      mandateId,
      publicText,
      replacesId: last?.id ?? null,
    });
    await endTerms(context, [knot.id], 'all', 'met');
    await startTerm(context, 'check', { kind: 'knot', id: knot.id }, endOfDay(input.dueOn));
    await putInPlace(context, decided, { ...input, publicText });
    await tellAround(context, decided, input.departmentId);
    context.emit('knot.decided', knot.id);
    return { decisionId };
  },
});

const lastDecision = ({ db, gemeente }: Context, knotId: string) =>
  db
    .selectFrom('knot_decision')
    .select(['id', 'level'])
    .where('gemeente', '=', gemeente)
    .where('knot_id', '=', knotId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

const mustBeTurn = ({ principal }: Context, level: Level): void => {
  if (!principal.holdings.some(({ role }) => role === ROLE_OF_LEVEL[level])) {
    throw refuse('not_your_turn', { status: 409 });
  }
};

/** The furthest day that a decision may name. */
const YEAR = 366;

const mustBeWhole = async (context: Context, input: Decision) => {
  const known = await departments(context.db, context.gemeente, context.today);
  const owner = known.find(({ id, kind }) => id === input.departmentId && kind !== 'complaints');
  allAtOnce([
    () => mustBeThere(owner),
    () => mustBeBudget(input.budgetLine),
    () => mustBeAmount(input.amountEuro),
    () => mustBeAhead(input.dueOn, context.today, 'due'),
    () => mustBeSentence(input.text, 'text'),
    () => mustBeSentence(input.publicText, 'public'),
  ]);
  return mustBeThere(owner);
};

const mustBeThere = (owner: Department | undefined): Department => {
  if (!owner) throw refuse('department_missing', { fields: { department: 'department_missing' } });
  return owner;
};

const mustBeBudget = (line: string): void => {
  if (line.trim() === '') throw refuse('budget_missing', { fields: { budget: 'budget_missing' } });
  if (mustRemove(inspectText(line)).length > 0)
    throw refuse('text_has_person', { fields: { budget: 'text_has_person' } });
};

const mustBeAmount = (euro: number | null): void => {
  if (euro !== null && !Number.isInteger(euro))
    throw refuse('amount_unreadable', { fields: { amount: 'amount_unreadable' } });
};

/** Throws `date_missing`, `date_unreadable`, `date_in_past`, `date_too_far`; `field` names it on its form. */
export const mustBeAhead = (day: string, today: string, field: string): void => {
  const problem =
    day === ''
      ? 'date_missing'
      : !isPlainDate(day)
        ? 'date_unreadable'
        : day < today
          ? 'date_in_past'
          : day > plusDays(today, YEAR)
            ? 'date_too_far'
            : null;
  if (problem) throw refuse(problem, { fields: { [field]: problem } });
};

const mustHaveMandate = async (context: Context, level: Level, euro: number): Promise<string | null> => {
  const { db, gemeente, today } = context;
  const mandates = await db
    .selectFrom('mandate')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('role', '=', ROLE_OF_LEVEL[level])
    .where('subject', '=', 'knot')
    .limit(200)
    .execute();
  const cited = citedMandate(mandates, level, today, euro);
  if (cited === 'above') throw refuse('above_mandate', { fields: { amount: 'above_mandate' } });
  if (cited === 'missing') throw refuse('mandate_missing');
  return cited.mandateId;
};

interface Made {
  readonly level: Level;
  readonly mandateId: string | null;
  readonly publicText: string;
  readonly replacesId: string | null;
}

const insertDecision = async (context: Context, input: Decision, made: Made): Promise<string> => {
  const { db, gemeente, now, principal } = context;
  if (principal.id === null) throw new Error('A decision needs a person');
  const id = newId();
  const facts = {
    replaces_id: made.replacesId,
    level: made.level,
    owner_department_id: input.departmentId,
    amount_euro: input.amountEuro,
    due_on: input.dueOn,
    mandate_id: made.mandateId,
  };
  await db
    .insertInto('knot_decision')
    .values({
      ...facts,
      gemeente,
      id,
      knot_id: input.knotId,
      budget_line: input.budgetLine.trim(),
      text: input.text.trim(),
      public_text: made.publicText,
      decided_by: principal.id,
      decided_at: now,
    })
    .execute();
  context.record({
    noun: 'knot_decision',
    objectId: id,
    action: 'decided',
    after: {
      ...facts,
      knot_id: input.knotId,
      text: secret(input.text),
      public_text: secret(made.publicText),
    },
  });
  return id;
};

const tellAround = (context: Context, knot: Knot, ownerId: string): Promise<void> =>
  showTo(
    context,
    [
      { role: 'department_head', departmentId: ownerId },
      { role: 'department_head', departmentId: knot.side_a_department_id },
      { role: 'department_head', departmentId: knot.side_b_department_id },
      ...(knot.buurt_id ? [{ role: 'wijkregisseur' as const, buurtId: knot.buurt_id }] : []),
    ],
    'knot_decided',
    { kind: 'knot', id: knot.id },
  );

/**
 * Passes a knot up when it goes beyond the mandate: to the director, and at the last to the college, by way of the
 * wijkwethouder (D16). Throws `not_your_turn`, `step_not_allowed`, `sentence_missing`, `changed_meanwhile`.
 */
export const escalateKnot = defineCommand<{ knotId: string; version: number; reason: string }, void>({
  name: 'knot.escalate',
  action: 'knot.decide',
  run: async (context, { knotId, version, reason }) => {
    const knot = await openKnot(context, knotId, version);
    mustBeTurn(context, levelOf(knot.state));
    const above = levelAbove(levelOf(knot.state));
    if (above === null || above === 'guard') throw refuse('step_not_allowed', { status: 409 });
    const text = mustBeSentence(reason, 'reason');
    const settings = await readSettings(context.db, context.gemeente, context.today);
    await passUp(context, knot, above, settings);
    await insertHearing(context, knot.id, { departmentId: null, how: 'comment', text });
  },
});

const passUp = async (
  context: Context,
  knot: Knot,
  above: 'director' | 'college',
  settings: Settings,
): Promise<void> => {
  const due = endOfTerm(settings, knotTerms[above], context.now);
  await moveKnot(context, knot, `escalate_to_${above}`, { decide_by: due });
  await endTerms(context, [knot.id], 'all', 'met');
  await startTerm(context, above, { kind: 'knot', id: knot.id }, due);
  const seers =
    above === 'director'
      ? [{ role: 'director' as const }]
      : [
          { role: 'college' as const },
          { role: 'municipal_secretary' as const },
          ...(knot.buurt_id ? [{ role: 'wijk_wethouder' as const, buurtId: knot.buurt_id }] : []),
        ];
  await showTo(context, seers, 'knot_escalated', { kind: 'knot', id: knot.id });
};
