import { type Context, defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { endTerms } from '#platform/terms.ts';
import { refuse } from '../errors.ts';
import { UNDECIDED } from '../rules/knot-states.ts';
import { type Knot, moveKnot, openKnot } from '../store/knot.ts';
import { mustBeSentence } from './raise.ts';

/** The process guard takes a knot; who was heard before counts. Throws `step_not_allowed`, `changed_meanwhile`. */
export const takeKnot = defineCommand<{ knotId: string; version: number }, void>({
  name: 'knot.take',
  action: 'knot.guard',
  run: async (context, { knotId, version }) => {
    const knot = await openKnot(context, knotId, version);
    const taken = await moveKnot(context, knot, 'take', { guard_account_id: context.principal.id });
    await endTerms(context, [knot.id], ['take'], 'met');
    await hearWhenComplete(context, taken);
  },
});

/** One side's words: typed by itself, or noted by the process guard after a call of fifteen minutes. */
export interface Hearing {
  readonly knotId: string;
  readonly how: 'comment' | 'call';
  /** Which side was called; of its own comment the speaker's department says it. */
  readonly departmentId: string | null;
  readonly text: string;
}

/**
 * Hears a side (C2.9, journey 4). When both sides were heard and the guard has it, the knot is heard. A wijkregisseur may
 * speak too, for no side. Throws `sentence_missing`, `department_unknown`, `step_not_allowed` once it is decided.
 */
export const hearKnot = defineCommand<Hearing, void>({
  name: 'knot.hear',
  action: 'knot.hear',
  run: async (context, input) => {
    const knot = await openKnot(context, input.knotId);
    if (!UNDECIDED.includes(knot.state)) throw refuse('step_not_allowed', { status: 409 });
    const text = mustBeSentence(input.text, 'text');
    const departmentId = sideOfSpeaker(context, knot, input);
    await insertHearing(context, knot.id, { departmentId, how: input.how, text });
    await hearWhenComplete(context, knot);
  },
});

/** Keeps what a side, the guard or the wijkregisseur said. */
export const insertHearing = async (
  context: Context,
  knotId: string,
  { departmentId, how, text }: { departmentId: string | null; how: Hearing['how']; text: string },
): Promise<void> => {
  const { db, gemeente, now, principal } = context;
  if (principal.id === null) throw new Error('A hearing needs a person');
  await db
    .insertInto('knot_hearing')
    .values({
      gemeente,
      id: newId(),
      knot_id: knotId,
      department_id: departmentId,
      how,
      text,
      said_by: principal.id,
      at: now,
    })
    .execute();
  context.record({
    noun: 'knot',
    objectId: knotId,
    action: 'heard_side',
    after: { department_id: departmentId, how, text: secret(text) },
  });
};

const sidesOfKnot = ({ side_a_department_id: a, side_b_department_id: b }: Knot): string[] =>
  [a, b].filter((id) => id !== null);

/** The process guard names the side he called; a department speaks for itself; a wijkregisseur for none. */
const sideOfSpeaker = ({ principal }: Context, knot: Knot, input: Hearing): string | null => {
  const sides = sidesOfKnot(knot);
  if (principal.holdings.some(({ role }) => role === 'process_guard')) {
    if (input.departmentId === null) return null;
    if (sides.includes(input.departmentId)) return input.departmentId;
    throw refuse('department_unknown', { fields: { department: 'department_unknown' } });
  }
  return sides.find((side) => principal.holdings.some(({ departmentId }) => departmentId === side)) ?? null;
};

const hearWhenComplete = async (context: Context, knot: Knot): Promise<void> => {
  if (knot.state !== 'with_guard') return;
  const heard = await context.db
    .selectFrom('knot_hearing')
    .select('department_id')
    .distinct()
    .where('gemeente', '=', context.gemeente)
    .where('knot_id', '=', knot.id)
    .execute();
  const heardIds = heard.map(({ department_id }) => department_id);
  if (sidesOfKnot(knot).every((side) => heardIds.includes(side))) await moveKnot(context, knot, 'hear');
};
