import { isPlainDate } from '#platform/calendar/index.ts';
import type { Context } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/command.ts';
import { bothSides, mustBeVersion, storeRow } from '#platform/command/rows.ts';
import { newId } from '#platform/database/ids.ts';
import { refuseField } from '../errors.ts';
import { aboutInHistory, storeAbout } from './about.ts';
import { mustBeDated, mustFit } from './documents.ts';
import { lockItem } from './item-store.ts';
import { startReminders } from './reminders.ts';
import type { ItemInput } from './types.ts';

/**
 * Registers a motie or a toezegging with its owner and, when it has one, its day; reminders start at once (C4, D14).
 * Throws `title_missing`, `text_missing`, `given_by_missing`, `owner_missing`, `person_unknown`, `date_unreadable`,
 * `due_before_given`, `object_unknown`, `words_too_long`. Gives its id.
 */
export const registerItem = defineCommand<ItemInput, string>({
  name: 'council_item.register',
  action: 'council.register',
  run: async (context, input) => {
    context.allow();
    const id = newId();
    const row = await rowOf(context, input);
    await context.db
      .insertInto('council_item')
      .values({ gemeente: context.gemeente, id, ...row, state: 'open', created_at: context.now })
      .execute();
    await storeAbout(context, 'council_item', id, input.about);
    await startReminders(context, id, row.due_on);
    context.record({
      noun: 'council_item',
      objectId: id,
      action: 'registered',
      after: { ...row, about: aboutInHistory(input.about) },
    });
    context.emit('council_item.registered', id);
    return id;
  },
});

/** Changes what the register says of it; its state moves by its own steps. Throws as {@link registerItem}, and `changed_meanwhile`. */
export const changeItem = defineCommand<
  ItemInput & { readonly itemId: string; readonly version: number },
  void
>({
  name: 'council_item.change',
  action: 'council.register',
  run: async (context, { itemId, version, ...input }) => {
    context.allow();
    const before = await lockItem(context, itemId);
    mustBeVersion(before, version);
    const row = await rowOf(context, input);
    await storeRow(context, 'council_item', before, row);
    await storeAbout(context, 'council_item', itemId, input.about);
    if (before.state !== 'settled' && before.due_on !== row.due_on)
      await startReminders(context, itemId, row.due_on);
    context.record({
      noun: 'council_item',
      objectId: itemId,
      action: 'changed',
      before: bothSides(before, row).before,
      after: { ...row, about: aboutInHistory(input.about) },
    });
  },
});

const needed = (
  field: string,
  text: string,
  most: number,
  code: Parameters<typeof refuseField>[1],
): string => {
  const fitting = mustFit(field, text, most);
  if (fitting === '') throw refuseField(field, code);
  return fitting;
};

const rowOf = async (context: Context, input: ItemInput) => {
  const title = needed('title', input.title, 300, 'title_missing');
  const text = needed('text', input.text, 4000, 'text_missing');
  const given = mustBeDated('given', input.given);
  const { dueOn } = input;
  if (dueOn !== null && !isPlainDate(dueOn)) throw refuseField('due', 'date_unreadable');
  if (dueOn !== null && dueOn < given.on) throw refuseField('due', 'due_before_given');
  return {
    kind: input.kind,
    number: mustFit('number', input.number, 60) || null,
    title,
    text,
    given_on: given.on,
    given_precision: given.precision,
    given_by: needed('given_by', input.givenBy, 200, 'given_by_missing'),
    owner_account_id: await knownPerson(context, input.ownerAccountId),
    owner_function: needed('owner_function', input.ownerFunction, 200, 'owner_missing'),
    due_on: dueOn,
    source: mustFit('source', input.source, 300),
  };
};

const knownPerson = async ({ db, gemeente }: Context, id: string | null): Promise<string | null> => {
  if (id === null) return null;
  const person = await db
    .selectFrom('account')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!person) throw refuseField('owner', 'person_unknown');
  return person.id;
};
