import type { Selectable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { lockRow, mustBeVersion, type RowChange, storeRow } from '#platform/command/rows.ts';
import type { CouncilItemTable } from '#platform/database/schema.gen.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from '../errors.ts';
import { type ItemStep, itemMachine } from '../rules/item-states.ts';

/** A motie or toezegging as stored. */
export type Item = Selectable<CouncilItemTable>;

/** Loads it and keeps others from changing it meanwhile. Throws `not_found`. */
export const lockItem = (context: Context, id: string): Promise<Item> => lockRow(context, 'council_item', id);

/** Columns of free text, of which the history keeps a keyed hash. */
const FREE_TEXT: readonly string[] = ['settlement', 'extension_reason', 'decline_reason'];

/**
 * Takes one step: asks the table, stores, writes the history. Throws `changed_meanwhile` when the form showed an older
 * version, `step_not_allowed` when the table has no such step from here.
 */
export const moveItem = async (
  context: Context,
  item: Item,
  seen: number,
  step: ItemStep,
  change: Omit<RowChange<'council_item'>, 'state'> = {},
): Promise<void> => {
  mustBeVersion(item, seen);
  const state = afterStep(itemMachine, item.state, step);
  if (!state) throw refuse('step_not_allowed', { status: 409 });
  const changed = { ...change, state };
  await storeRow(context, 'council_item', item, changed);
  const kept = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.keys(changed).map((column) => {
        const value = values[column] ?? null;
        return [column, FREE_TEXT.includes(column) && value !== null ? secret(String(value)) : value];
      }),
    );
  context.record({
    noun: 'council_item',
    objectId: item.id,
    action: step,
    before: kept(item),
    after: kept(changed),
  });
  context.emit(`council_item.${step}`, item.id);
};
