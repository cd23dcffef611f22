import { type Command, type Context, defineCommand } from '../command/command.ts';
import { newId } from '../database/ids.ts';
import { runSql } from '../database/tenant-transaction.ts';
import { DeliveryFailure } from './delivery-errors.ts';
import { refuseMail } from './errors.ts';
import { MESSAGE_COLUMNS, type MessageColumns, type PostOffice, renderMessage } from './office.ts';
import { enqueue, MESSAGE_FAILED } from './outbox.ts';

/** How often somebody is called before a letter goes instead. */
const MAX_CALLS = 3;

/** What came of a call. */
export const callResults = ['called', 'not_reached'] as const;
export type CallResult = (typeof callResults)[number];

interface ReportCall {
  readonly id: string;
  readonly result: CallResult;
}

/** What becomes of the task: done, tried again later, or over to a letter (or to the administrator). */
export type AfterCall = 'called' | 'again' | 'letter' | 'failed';

/** The rule: three tries, then a letter when an address is known; without one somebody must look. */
export const afterCall = (result: CallResult, attempts: number, hasAddress: boolean): AfterCall => {
  if (result === 'called') return 'called';
  if (attempts < MAX_CALLS) return 'again';
  return hasAddress ? 'letter' : 'failed';
};

/** Keeps what came of a call; refused when a colleague settled the task meanwhile. */
export const reportCallCommand = (office: PostOffice): Command<ReportCall, AfterCall> =>
  defineCommand({
    name: 'post.report_call',
    action: 'post.print',
    run: async (context, { id, result }) => {
      context.allow();
      const row = await lockTask(context, id);
      const attempts = row.attempts + 1;
      const lastTry = result === 'not_reached' && attempts >= MAX_CALLS;
      const after = afterCall(result, attempts, lastTry && (await hasAddress(office, context, row)));
      await settleTask(context, row, after);
      if (after === 'letter') await enqueue(context, asLetter(row));
      return after;
    },
  });

const lockTask = async ({ db, gemeente }: Context, id: string): Promise<MessageColumns> => {
  const rows = await runSql<MessageColumns>(
    db,
    `select ${MESSAGE_COLUMNS} from message
     where gemeente = $1 and id = $2 and channel = 'phone' and state = 'queued' for update`,
    [gemeente, id],
  );
  if (!rows[0]) throw refuseMail('message_settled', { status: 409 });
  return rows[0];
};

const hasAddress = async (office: PostOffice, context: Context, row: MessageColumns): Promise<boolean> => {
  try {
    const rendered = await renderMessage(office, context.world, context.db, row);
    return (rendered?.to.address ?? []).length > 0;
  } catch (error) {
    if (error instanceof DeliveryFailure) return false;
    throw error;
  }
};

const asLetter = (row: MessageColumns) => ({
  template: row.template,
  recipientKind: row.recipient_kind,
  recipientId: row.recipient_id,
  channel: 'letter' as const,
  // The variables came out of the outbox, where only plain values go in.
  variables: row.variables as Record<string, string | number | boolean | null>,
  ...(row.object_id ? { objectId: row.object_id } : {}),
});

const STATES = { called: 'called', again: 'queued', letter: 'cancelled', failed: 'failed' } as const;

const settleTask = async (context: Context, row: MessageColumns, after: AfterCall): Promise<void> => {
  const { db, gemeente, now } = context;
  const attempts = row.attempts + 1;
  const reached = after === 'called';
  const change = {
    state: STATES[after],
    attempts,
    error_code: reached ? null : 'not_reached',
    settled_at: after === 'again' ? null : now,
  };
  await db
    .updateTable('message')
    .set(change)
    .where('gemeente', '=', gemeente)
    .where('id', '=', row.id)
    .execute();
  context.record({
    noun: 'message',
    objectId: row.id,
    action: reached ? 'message.called' : 'message.not_reached',
    before: { state: 'queued', attempts: row.attempts },
    after: { state: change.state, attempts, error_code: change.error_code },
  });
  if (after === 'failed') context.emit(MESSAGE_FAILED, row.id);
};

/** Writes down that somebody saw whom a message is for: each read of contact data is logged (law 5). */
export const logContactRead = async (
  { db, gemeente, now, accountId }: Pick<Context, 'db' | 'gemeente' | 'now'> & { accountId: string | null },
  kind: 'letter_stack' | 'call_task' | 'demo_post',
  objectId: string,
): Promise<void> => {
  await db
    .insertInto('access_log')
    .values({
      gemeente,
      id: newId(),
      at: now,
      account_id: accountId,
      kind: `contact.${kind}`,
      object_id: objectId,
    })
    .execute();
};
