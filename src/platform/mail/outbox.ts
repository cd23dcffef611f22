import type { Context } from '../command/command.ts';
import { newId } from '../database/ids.ts';
import type { MessageChannel } from './template.ts';

/** The event that a message waits; the sending job listens to it. */
export const MESSAGE_QUEUED = 'message.queued';
/** The event that a message will not arrive without help. */
export const MESSAGE_FAILED = 'message.failed';

/** What one message needs. Variables hold ids, dates and choices, never an address or a person's words. */
export interface NewMessage {
  readonly template: string;
  readonly recipientKind: 'reporter' | 'account' | 'correspondent';
  readonly recipientId: string;
  readonly channel: MessageChannel;
  readonly objectId?: string;
  readonly variables?: Readonly<Record<string, string | number | boolean | null>>;
}

/** An open transaction of a tenant: a command's context fits, and a job can make one. */
export type OpenTransaction = Pick<Context, 'world' | 'gemeente' | 'db'>;

/** The sweep takes up a mail whose own job was lost after this many milliseconds. */
const LOST_AFTER = 5 * 60_000;

/** Puts a message in the outbox, in the transaction of what it tells about. Gives its id. Throws on an address among the variables. */
export const enqueue = async (
  { world, gemeente, db }: OpenTransaction,
  message: NewMessage,
): Promise<string> => {
  const variables = message.variables ?? {};
  if (Object.values(variables).some((value) => typeof value === 'string' && value.includes('@'))) {
    throw new Error(`The outbox keeps no addresses (template ${message.template})`);
  }
  const id = newId();
  const now = world.clock.now();
  await db
    .insertInto('message')
    .values({
      gemeente,
      id,
      template: message.template,
      recipient_kind: message.recipientKind,
      recipient_id: message.recipientId,
      object_id: message.objectId ?? null,
      channel: message.channel,
      variables: JSON.stringify(variables),
      created_at: now,
      next_try_at: message.channel === 'mail' ? new Date(now.getTime() + LOST_AFTER) : null,
    })
    .execute();
  if (message.channel === 'mail') {
    await world.events.send(db, [{ id: newId(), gemeente, name: MESSAGE_QUEUED, objectId: id }]);
  }
  return id;
};
