import { reachesObject } from '#people/index.ts';
import { isPlainDate } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { refuseField } from '../errors.ts';
import type { Dated } from '../rules/dated.ts';
import { mustBeDated, mustFit } from './documents.ts';
import { type Item, lockItem, moveItem } from './item-store.ts';
import { startReminders, stopReminders } from './reminders.ts';

interface Seen {
  readonly itemId: string;
  readonly version: number;
}

const openOwn = async (context: Context, itemId: string): Promise<Item> => {
  const item = await lockItem(context, itemId);
  const accountIds = item.owner_account_id === null ? [] : [item.owner_account_id];
  context.allow(reachesObject(context.principal, { accountIds }));
  return item;
};

/** The owner or the college says that work has begun. Throws `step_not_allowed`. */
export const beginItem = defineCommand<Seen, void>({
  name: 'council_item.begin',
  action: 'council.propose_settled',
  run: async (context, { itemId, version }) => {
    await moveItem(context, await openOwn(context, itemId), version, 'begin');
  },
});

/** The owner or the college proposes that it is settled, and says how; raad or griffie decides. Throws `settlement_missing`. */
export const proposeSettled = defineCommand<Seen & { readonly settlement: string }, void>({
  name: 'council_item.propose_settled',
  action: 'council.propose_settled',
  run: async (context, { itemId, version, settlement }) => {
    const item = await openOwn(context, itemId);
    const text = mustFit('settlement', settlement);
    if (text === '') throw refuseField('settlement', 'settlement_missing');
    await moveItem(context, item, version, 'propose', { settlement: text });
    await stopReminders(context, itemId, ['toezegging_first', 'toezegging_second']);
  },
});

/**
 * Sets "afgedaan": only raad and griffie do (S40, C2.8, D14). Without words of its own the proposal's words stay.
 * Throws `settlement_missing`, `date_unreadable`, `date_in_future`.
 */
export const settle = defineCommand<Seen & { readonly settlement: string; readonly settled: Dated }, void>({
  name: 'council_item.settle',
  action: 'council.settle',
  run: async (context, input) => {
    context.allow();
    const item = await lockItem(context, input.itemId);
    const settled = mustBeDated('settled', input.settled);
    if (settled.on > context.today) throw refuseField('settled', 'date_in_future');
    const settlement = mustFit('settlement', input.settlement) || item.settlement;
    if (!settlement) throw refuseField('settlement', 'settlement_missing');
    await moveItem(context, item, input.version, 'settle', {
      settlement,
      settled_on: settled.on,
      settled_precision: settled.precision,
      settled_by: context.principal.id,
    });
    await stopReminders(context, input.itemId, 'all');
  },
});

/** Raad or griffie does not agree that it is settled; it goes on, with the reason. Throws `reason_missing`. */
export const declineSettled = defineCommand<Seen & { readonly reason: string }, void>({
  name: 'council_item.decline_settled',
  action: 'council.settle',
  run: async (context, { itemId, version, reason }) => {
    context.allow();
    const item = await lockItem(context, itemId);
    const text = mustFit('decline', reason);
    if (text === '') throw refuseField('decline', 'reason_missing');
    await moveItem(context, item, version, 'decline', { decline_reason: text });
    await startReminders(context, itemId, item.due_on);
  },
});

/** Gives it a later day, with the reason that the raad reads. Throws `reason_missing`, `date_unreadable`, `due_before_given`. */
export const extend = defineCommand<Seen & { readonly dueOn: string; readonly reason: string }, void>({
  name: 'council_item.extend',
  action: 'council.extend',
  run: async (context, { itemId, version, dueOn, reason }) => {
    context.allow();
    const item = await lockItem(context, itemId);
    const text = mustFit('reason', reason);
    if (text === '') throw refuseField('reason', 'reason_missing');
    if (!isPlainDate(dueOn)) throw refuseField('new_due', 'date_unreadable');
    if (dueOn <= (item.due_on ?? item.given_on)) throw refuseField('new_due', 'due_before_given');
    await moveItem(context, item, version, 'extend', { due_on: dueOn, extension_reason: text });
    await startReminders(context, itemId, dueOn);
  },
});
