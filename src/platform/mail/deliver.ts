import { type Command, type Context, defineCommand } from '../command/command.ts';
import { runSql } from '../database/tenant-transaction.ts';
import { type DeliveryError, DeliveryFailure, isOfTheServer } from './delivery-errors.ts';
import { MESSAGE_COLUMNS, type MessageColumns, type PostOffice, renderMessage } from './office.ts';
import { MESSAGE_FAILED } from './outbox.ts';
import type { RenderedMessage } from './template.ts';

/** How often a mail is tried before the administrator must look. */
export const MAX_ATTEMPTS = 8;
/** Milliseconds that a mail goes on being tried while it is the mail server that does not work: a long weekend. */
export const SERVER_PATIENCE = 3 * 24 * 60 * 60_000;
const FIRST_PAUSE = 60_000;

/** Milliseconds to wait after a number of attempts: 1, 2, 4 … 64 minutes. */
export const pauseAfter = (attempts: number): number => FIRST_PAUSE * 2 ** Math.min(attempts - 1, 6);

interface Outcome {
  readonly state: 'sent' | 'stored' | 'cancelled' | 'failed' | 'queued';
  readonly error: DeliveryError | null;
}

/**
 * Sends one mail that waits: once in effect. The row is locked and its state checked, so two processes never send the
 * same mail side by side. Only a crash between the mail server's "accepted" and our commit sends it again; both mails
 * then carry the same Message-ID, by which most mailboxes show them as one. Gives why it did not leave; null when it did, or
 * when somebody else has it.
 */
export const deliverCommand = (office: PostOffice): Command<{ id: string }, DeliveryError | null> =>
  defineCommand({
    name: 'message.deliver',
    action: 'message.send',
    run: async (context, { id }) => {
      context.allow();
      const row = await lockWaiting(context, id);
      if (!row) return null;
      const outcome = await attempt(office, context, row);
      await settle(context, row, outcome);
      return outcome.error;
    },
  });

const lockWaiting = async ({ db, gemeente }: Context, id: string): Promise<MessageColumns | undefined> => {
  const rows = await runSql<MessageColumns>(
    db,
    `select ${MESSAGE_COLUMNS} from message
     where gemeente = $1 and id = $2 and state = 'queued' and channel = 'mail' for update skip locked`,
    [gemeente, id],
  );
  return rows[0];
};

const attempt = async (office: PostOffice, context: Context, row: MessageColumns): Promise<Outcome> => {
  try {
    const rendered = await renderMessage(office, context.world, context.db, row);
    if (!rendered) return { state: 'cancelled', error: null };
    await office.transport.send({ ...rendered, id: row.id, to: mailbox(rendered) });
    return { state: office.transport.afterwards, error: null };
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error;
    const giveUp = error.lasting || isEnough(context, row, error.code);
    context.world.log.warn('message not delivered', { message: row.id, reason: error.code, last: giveUp });
    return { state: giveUp ? 'failed' : 'queued', error: error.code };
  }
};

const isEnough = ({ now }: Context, { attempts, created_at }: MessageColumns, code: DeliveryError): boolean =>
  attempts + 1 >= MAX_ATTEMPTS &&
  !(isOfTheServer(code) && now.getTime() - created_at.getTime() < SERVER_PATIENCE);

const mailbox = ({ to }: RenderedMessage): { name: string; mail: string } => {
  if (!to.mail) throw new DeliveryFailure('no_address');
  return { name: to.name, mail: to.mail };
};

const settle = async (context: Context, row: MessageColumns, { state, error }: Outcome): Promise<void> => {
  const { db, gemeente, now } = context;
  const attempts = row.attempts + 1;
  const waits = state === 'queued';
  await db
    .updateTable('message')
    .set({
      state,
      attempts,
      error_code: error,
      settled_at: waits ? null : now,
      next_try_at: waits ? new Date(now.getTime() + pauseAfter(attempts)) : null,
    })
    .where('gemeente', '=', gemeente)
    .where('id', '=', row.id)
    .execute();
  if (waits) return;
  context.record({
    noun: 'message',
    objectId: row.id,
    action: `message.${state}`,
    before: { state: 'queued' },
    after: { state, attempts, error_code: error, template: row.template },
  });
  if (state === 'failed') context.emit(MESSAGE_FAILED, row.id);
};
