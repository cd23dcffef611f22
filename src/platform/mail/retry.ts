import { type Command, type Context, defineCommand } from '../command/command.ts';
import { secret } from '../command/history.ts';
import { runSql } from '../database/tenant-transaction.ts';
import { refuseMail } from './errors.ts';
import { MESSAGE_COLUMNS, type MessageColumns } from './office.ts';
import { MESSAGE_QUEUED } from './outbox.ts';

const lockFailed = async ({ db, gemeente }: Context, id: string): Promise<MessageColumns> => {
  const rows = await runSql<MessageColumns>(
    db,
    `select ${MESSAGE_COLUMNS} from message where gemeente = $1 and id = $2 and state = 'failed' for update`,
    [gemeente, id],
  );
  if (!rows[0]) throw refuseMail('message_settled', { status: 409 });
  return rows[0];
};

/** Sends a message again that had failed for good; its tries are counted anew. */
export const retryMessage: Command<{ id: string }, void> = defineCommand({
  name: 'message.retry',
  action: 'message.send',
  run: async (context, { id }) => {
    context.allow();
    const row = await lockFailed(context, id);
    const { db, gemeente, now } = context;
    await db
      .updateTable('message')
      .set({
        state: 'queued',
        attempts: 0,
        error_code: null,
        settled_at: null,
        next_try_at: row.channel === 'mail' ? now : null,
      })
      .where('gemeente', '=', gemeente)
      .where('id', '=', id)
      .execute();
    context.record({
      noun: 'message',
      objectId: id,
      action: 'message.retried',
      before: { state: 'failed', attempts: row.attempts },
      after: { state: 'queued', attempts: 0 },
    });
    if (row.channel === 'mail') context.emit(MESSAGE_QUEUED, id);
  },
});

/** Gives a failed message up, with a reason; it leaves the list, its history stays. */
export const dropMessage: Command<{ id: string; reason: string }, void> = defineCommand({
  name: 'message.drop',
  action: 'message.send',
  run: async (context, { id, reason }) => {
    context.allow();
    await lockFailed(context, id);
    const { db, gemeente, now } = context;
    await db
      .updateTable('message')
      .set({ state: 'cancelled', settled_at: now })
      .where('gemeente', '=', gemeente)
      .where('id', '=', id)
      .execute();
    context.record({
      noun: 'message',
      objectId: id,
      action: 'message.dropped',
      before: { state: 'failed' },
      after: { state: 'cancelled', reason: secret(reason) },
    });
  },
});
