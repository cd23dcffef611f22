import { startOfDay } from '../calendar/index.ts';
import { type Command, type Context, defineCommand } from '../command/command.ts';
import { newId } from '../database/ids.ts';
import { runSql } from '../database/tenant-transaction.ts';
import { DeliveryFailure } from './delivery-errors.ts';
import { refuseMail } from './errors.ts';
import { MESSAGE_COLUMNS, type MessageColumns, type PostOffice, renderMessage } from './office.ts';
import { MESSAGE_FAILED } from './outbox.ts';

/** The most letters in one stack; what is more goes in a second one. */
export const STACK_SIZE = 100;

/** Days that somebody has to answer a letter; on paper 28 instead of 14 (product.md 0.2 D9). */
export const DAYS_TO_ANSWER = 28;

/** Letters leave as one stack a day (D9); only a full stack may be followed by another on the same day. */
export const mayMakeStack = (stacksToday: readonly { readonly letters: number }[]): boolean =>
  stacksToday.every(({ letters }) => letters >= STACK_SIZE);

/** Makes the stack of today and gives its id (null when not one letter could be printed). A letter without an address fails here, where somebody will see it. */
export const makeStackCommand = (office: PostOffice): Command<Record<string, never>, string | null> =>
  defineCommand({
    name: 'post.make_stack',
    action: 'post.print',
    run: async (context) => {
      context.allow();
      await refuseSecondStack(context);
      const waiting = await lockWaitingLetters(context);
      const id = newId();
      const printable: string[] = [];
      for (const row of waiting) {
        const problem = await whyNotPrintable(office, context, row);
        if (problem) await failLetter(context, row, problem);
        else printable.push(row.id);
      }
      if (waiting.length === 0) throw refuseMail('nothing_to_print');
      if (printable.length === 0) return null;
      await storeStack(context, id, printable);
      return id;
    },
  });

const refuseSecondStack = async ({ db, gemeente, today }: Context): Promise<void> => {
  const stacks = await runSql<{ letters: number }>(
    db,
    'select letters from print_batch where gemeente = $1 and made_at >= $2 order by made_at limit 50',
    [gemeente, startOfDay(today)],
  );
  if (!mayMakeStack(stacks)) throw refuseMail('batch_made_today', { status: 409 });
};

/** Waits for a colleague who makes the stack at the same moment; then there is nothing left to take. */
const lockWaitingLetters = ({ db, gemeente }: Context): Promise<MessageColumns[]> =>
  runSql<MessageColumns>(
    db,
    `select ${MESSAGE_COLUMNS} from message
     where gemeente = $1 and channel = 'letter' and state = 'queued'
     order by created_at, id limit ${STACK_SIZE} for update`,
    [gemeente],
  );

const whyNotPrintable = async (
  office: PostOffice,
  context: Context,
  row: MessageColumns,
): Promise<'no_address' | 'text_failed' | null> => {
  try {
    const rendered = await renderMessage(office, context.world, context.db, row);
    return rendered && (rendered.to.address ?? []).length > 0 ? null : 'no_address';
  } catch (error) {
    if (error instanceof DeliveryFailure) return 'text_failed';
    throw error;
  }
};

const failLetter = async (context: Context, row: MessageColumns, code: string): Promise<void> => {
  const { db, gemeente, now } = context;
  await db
    .updateTable('message')
    .set({ state: 'failed', error_code: code, settled_at: now, attempts: row.attempts + 1 })
    .where('gemeente', '=', gemeente)
    .where('id', '=', row.id)
    .execute();
  context.record({
    noun: 'message',
    objectId: row.id,
    action: 'message.failed',
    before: { state: 'queued' },
    after: { state: 'failed', error_code: code, template: row.template },
  });
  context.emit(MESSAGE_FAILED, row.id);
};

const storeStack = async (context: Context, id: string, letters: readonly string[]): Promise<void> => {
  const { db, gemeente, now, principal } = context;
  await db
    .insertInto('print_batch')
    .values({ gemeente, id, made_at: now, made_by: principal.id, letters: letters.length })
    .execute();
  await runSql(
    db,
    `update message set state = 'printed', batch_id = $2, settled_at = $3, attempts = attempts + 1
     where gemeente = $1 and id = any($4::uuid[])`,
    [gemeente, id, now, letters],
  );
  context.record({ noun: 'print_batch', objectId: id, action: 'post.stack_made', after: { letters } });
};
