import { type Context, defineCommand } from '#platform/command/command.ts';
import { endTerms } from '#platform/terms.ts';
import { refuse } from '../errors.ts';
import { type MissingEffort, missingEffort, type RegularEffort } from '../rules/regular-effort.ts';
import { HELD_PLACEMENTS } from '../rules/states.ts';
import { type OpenedKnelpunt, openKnelpunt } from '../store/load.ts';
import { moveKnelpunt, movePlacement } from '../store/move.ts';
import { mustBePublic, tellReporters } from '../store/tell.ts';

const present = (text: string, field: string): string => {
  if (text.trim() === '') {
    throw refuse('knelpunt_reason_missing', { fields: { [field]: 'knelpunt_reason_missing' } });
  }
  mustBePublic(text, field);
  return text.trim();
};

/** Looks into it: what we think is the matter (C2.4 "onderzoek"). Throws `knelpunt_reason_missing` without a supposition. */
export const investigateKnelpunt = defineCommand<{ knelpuntId: string; hypothesis: string }, void>({
  name: 'knelpunt.investigate',
  action: 'knelpunt.decide',
  run: async (context, input) => {
    const { knelpunt } = await openKnelpunt(context, input.knelpuntId);
    const hypothesis = present(input.hypothesis, 'hypothesis');
    await moveKnelpunt(context, knelpunt, 'investigate', { hypothesis });
    await endTerms(context, [knelpunt.id], ['knelpunt_look'], 'met');
  },
});

/** Nobody has to answer any more what the whole knelpunt settled. */
const endPlacements = async (context: Context, { placements }: OpenedKnelpunt): Promise<void> => {
  const held = placements.filter(({ state }) => HELD_PLACEMENTS.includes(state));
  for (const placement of held) {
    await movePlacement(context, placement, 'withdraw', { settled_at: context.now });
  }
  await endTerms(
    context,
    held.map(({ id }) => id),
    'all',
    'met',
  );
};

/** It is solved: all reporters hear it in one sentence. Throws `knelpunt_reason_missing` without it. */
export const resolveKnelpunt = defineCommand<{ knelpuntId: string; sentence: string }, { told: number }>({
  name: 'knelpunt.resolve',
  action: 'knelpunt.decide',
  run: async (context, input) => {
    const opened = await openKnelpunt(context, input.knelpuntId);
    const sentence = present(input.sentence, 'sentence');
    await endPlacements(context, opened);
    const { knelpunt } = opened;
    const moved = await moveKnelpunt(context, knelpunt, 'resolve', {
      public_sentence: sentence,
      word: knelpunt.word + 1,
    });
    context.emit('knelpunt.resolved', knelpunt.id);
    return { told: await tellReporters(context, moved, 'resolved') };
  },
});

/** What the departments did is not enough; why is kept as the last field of S5. Throws `knelpunt_reason_missing`. */
export const fallShort = defineCommand<{ knelpuntId: string; whyNot: string }, void>({
  name: 'knelpunt.fall_short',
  action: 'knelpunt.decide',
  run: async (context, input) => {
    const opened = await openKnelpunt(context, input.knelpuntId);
    const whyNot = present(input.whyNot, 'whyNot');
    await endPlacements(context, opened);
    await moveKnelpunt(context, opened.knelpunt, 'fall_short', { effort_why_not: whyNot });
  },
});

const CODE: Record<MissingEffort, string> = {
  effort: 'effort_missing',
  effort_by: 'effort_missing',
  effort_since: 'effort_missing',
  effort_why_not: 'effort_missing',
  what_is_added: 'what_is_added_missing',
};

/**
 * Makes it a candidate for focuspunt: only when regular effort is not enough, of a chance or an initiative when the
 * wijkregisseur adds something (S5, G1, D2). Throws `effort_missing` or `what_is_added_missing` for each empty field.
 */
export const nominateKnelpunt = defineCommand<{ knelpuntId: string } & RegularEffort, void>({
  name: 'knelpunt.nominate',
  action: 'knelpunt.decide',
  run: async (context, input) => {
    const { knelpunt } = await openKnelpunt(context, input.knelpuntId);
    const missing = missingEffort(knelpunt.origin, input);
    if (missing.length > 0) {
      const fields = Object.fromEntries(missing.map((field) => [field, CODE[field]]));
      throw refuse(knelpunt.origin === 'problem' ? 'effort_missing' : 'what_is_added_missing', { fields });
    }
    if (input.effortSince !== null && input.effortSince > context.today) {
      throw refuse('effort_since_in_future', { fields: { effort_since: 'effort_since_in_future' } });
    }
    mustBePublic(input.effort, 'effort');
    mustBePublic(input.effortBy, 'effort_by');
    mustBePublic(input.effortWhyNot, 'effort_why_not');
    mustBePublic(input.whatIsAdded, 'what_is_added');
    await moveKnelpunt(context, knelpunt, 'nominate', {
      effort: input.effort.trim() || null,
      effort_by: input.effortBy.trim() || null,
      effort_since: input.effortSince,
      effort_why_not: input.effortWhyNot.trim() || null,
      what_is_added: input.whatIsAdded.trim() || null,
    });
    context.emit('knelpunt.candidate', knelpunt.id);
  },
});

/** "Bewust geen actie": with a reason that all reporters hear and everybody may read (C2.4). Throws `knelpunt_reason_missing`. */
export const dropKnelpunt = defineCommand<{ knelpuntId: string; reason: string }, { told: number }>({
  name: 'knelpunt.drop',
  action: 'knelpunt.decide',
  run: async (context, input) => {
    const { knelpunt } = await openKnelpunt(context, input.knelpuntId);
    const reason = present(input.reason, 'reason');
    const moved = await moveKnelpunt(context, knelpunt, 'drop', {
      public_reason: reason,
      word: knelpunt.word + 1,
    });
    await endTerms(context, [knelpunt.id], 'all', 'met');
    context.emit('knelpunt.dropped', knelpunt.id);
    return { told: await tellReporters(context, moved, 'no_action') };
  },
});

/** Opens it again, with why: what we now think is the matter. Throws `knelpunt_reason_missing`. */
export const reconsiderKnelpunt = defineCommand<{ knelpuntId: string; hypothesis: string }, void>({
  name: 'knelpunt.reconsider',
  action: 'knelpunt.decide',
  run: async (context, input) => {
    const { knelpunt } = await openKnelpunt(context, input.knelpuntId);
    const hypothesis = present(input.hypothesis, 'hypothesis');
    await moveKnelpunt(context, knelpunt, 'reconsider', { hypothesis });
  },
});
