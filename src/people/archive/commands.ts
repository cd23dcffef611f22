import { plusMonths } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { lockRow, mustBeVersion } from '#platform/command/rows.ts';
import { notFound } from '#platform/errors.ts';
import { refuse } from './errors.ts';
import { listMover } from './store.ts';

const REASON_MOST = 1_000;
/** A line is kept out of the lists for ten years at most; then somebody looks again. */
const KEEP_MONTHS = 120;

interface ListInput {
  readonly listId: string;
  readonly version: number;
}

/** Whoever signs in does it by name: a list is never approved by a machine. */
const whoActs = ({ principal }: Context): string => {
  if (principal.kind !== 'staff' || principal.id === null) throw notFound();
  return principal.id;
};

/**
 * Approves a list: the first time by one person, the second time by another. After the second the program destroys.
 * Refuses with `destruction_look_first`, `destruction_second_person` or `destruction_moved_on`.
 */
export const approveList = defineCommand({
  name: 'destruction.approve',
  action: 'destruction.approve',
  run: async (
    context,
    { listId, version, looked }: ListInput & { readonly looked: boolean },
  ): Promise<void> => {
    context.allow();
    const list = await lockRow(context, 'destruction_list', listId);
    mustBeVersion(list, version);
    if (!looked) throw refuse('destruction_look_first', { fields: { looked: 'destruction_look_first' } });
    const person = whoActs(context);
    if (list.state === 'drawn_up') {
      await listMover.move(context, list, 'approve_first', {
        first_approved_by: person,
        first_approved_at: context.now,
      });
      return;
    }
    if (list.first_approved_by === person) throw refuse('destruction_second_person');
    await listMover.move(context, list, 'approve_second', { approved_by: person, approved_at: context.now });
  },
});

/** Withdraws a list before its second approval, with a reason. Nothing was destroyed; the lines come back on a next list. */
export const cancelList = defineCommand({
  name: 'destruction.cancel',
  action: 'destruction.approve',
  run: async (
    context,
    { listId, version, reason }: ListInput & { readonly reason: string },
  ): Promise<void> => {
    context.allow();
    const list = await lockRow(context, 'destruction_list', listId);
    mustBeVersion(list, version);
    const person = whoActs(context);
    await listMover.move(context, list, 'cancel', {
      cancelled_by: person,
      cancelled_at: context.now,
      cancel_reason: reasonOf(reason),
    });
  },
});

const reasonOf = (reason: string): string => {
  const told = reason.trim().slice(0, REASON_MOST);
  if (told === '')
    throw refuse('destruction_reason_needed', { fields: { reason: 'destruction_reason_needed' } });
  return told;
};

interface KeepInput {
  readonly listId: string;
  readonly lineId: string;
  readonly reason: string;
  /** The last day on which it is kept; empty when none was given. */
  readonly until: string;
}

/**
 * Takes one line off a list that is not approved yet, with the reason and the day until which it is kept: a running
 * dispute, a hotspot. The list gets a new version, so that whoever approves has seen it.
 */
export const keepRecord = defineCommand({
  name: 'destruction.keep',
  action: 'destruction.approve',
  run: async (context, { listId, lineId, reason, until }: KeepInput): Promise<void> => {
    context.allow();
    const { db, gemeente, now, today } = context;
    const list = await lockRow(context, 'destruction_list', listId);
    if (list.state !== 'drawn_up' && list.state !== 'approved_once') throw refuse('destruction_moved_on');
    const told = reasonOf(reason);
    const mistake = untilMistake(until, today);
    if (mistake) throw refuse(mistake, { fields: { until: mistake } });
    const person = whoActs(context);
    const kept = await db
      .updateTable('destruction_item')
      .set({ state: 'kept', kept_reason: told, kept_by: person, kept_until: until, settled_at: now })
      .where('gemeente', '=', gemeente)
      .where('id', '=', lineId)
      .where('list_id', '=', listId)
      .where('state', '=', 'listed')
      .returning(['class', 'label', 'object_id'])
      .executeTakeFirst();
    if (!kept) throw notFound();
    await listMover.change(context, list, 'kept', {});
    context.record({
      noun: 'destruction_item',
      objectId: lineId,
      action: 'kept',
      after: { class: kept.class, label: kept.label, object_id: kept.object_id, kept_until: until },
    });
  },
});

const untilMistake = (until: string, today: string) => {
  if (until === '') return 'destruction_until_needed';
  if (until <= today) return 'destruction_until_past';
  return until > plusMonths(today, KEEP_MONTHS) ? 'destruction_until_far' : null;
};
