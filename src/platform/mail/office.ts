import { runSql, type TenantDb } from '../database/tenant-transaction.ts';
import type { World } from '../world.ts';
import { DeliveryFailure } from './delivery-errors.ts';
import type { MessageChannel, MessageRow, MessageTemplate, RenderedMessage } from './template.ts';
import type { MailTransport } from './transport.ts';

/** What a letter says of its sender. */
export interface Sender {
  /** The number that residents call. */
  readonly phone: string | null;
  /** The lines of the address to write back to. */
  readonly address: readonly string[];
}

/** Everything the post needs from outside: the rooms' templates, the way out, and who the sender is. */
export interface PostOffice {
  readonly templates: ReadonlyMap<string, MessageTemplate>;
  readonly transport: MailTransport;
  readonly senderOf: (world: World, db: TenantDb, gemeente: string) => Promise<Sender>;
}

export interface MessageColumns {
  readonly gemeente: string;
  readonly id: string;
  readonly template: string;
  readonly recipient_kind: 'reporter' | 'account';
  readonly recipient_id: string;
  readonly object_id: string | null;
  readonly channel: MessageChannel;
  readonly variables: Record<string, unknown>;
  readonly created_at: Date;
  readonly attempts: number;
  readonly state: string;
}

/** The columns of {@link MessageColumns}, for a select. */
export const MESSAGE_COLUMNS =
  'gemeente, id, template, recipient_kind, recipient_id, object_id, channel, variables, created_at, attempts, state';

/** A row of the outbox as templates know it. */
const toMessageRow = (row: MessageColumns): MessageRow => ({
  gemeente: row.gemeente,
  id: row.id,
  template: row.template,
  recipientKind: row.recipient_kind,
  recipientId: row.recipient_id,
  objectId: row.object_id,
  channel: row.channel,
  variables: row.variables,
  createdAt: row.created_at,
});

/**
 * The words of a message as they are now; null when there is nobody left to tell. A template that fails does not
 * spoil the open transaction: the failure comes out as `text_failed`.
 */
export const renderMessage = async (
  office: PostOffice,
  world: World,
  db: TenantDb,
  row: MessageColumns,
): Promise<RenderedMessage | null> => {
  const template = office.templates.get(row.template);
  await runSql(db, 'savepoint rendering');
  try {
    if (!template) throw new Error(`No room brought the template ${row.template}`);
    const rendered = await template.render(world, db, toMessageRow(row));
    await runSql(db, 'release savepoint rendering');
    return rendered;
  } catch (error) {
    await runSql(db, 'rollback to savepoint rendering');
    world.log.error('message could not be written', { template: row.template, message: row.id, error });
    throw new DeliveryFailure('text_failed', error);
  }
};
