import type { TenantDb } from '../database/tenant-transaction.ts';
import type { Lang } from '../texts/catalogue.ts';
import type { World } from '../world.ts';

/** One row of the outbox, as a template needs it. */
export interface MessageRow {
  readonly gemeente: string;
  readonly id: string;
  readonly template: string;
  readonly recipientKind: 'reporter' | 'account';
  readonly recipientId: string;
  readonly objectId: string | null;
  readonly channel: 'mail' | 'letter' | 'phone';
  /** What the room put in when it queued the message; personal or secret values only sealed. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A message as it goes out: address and text are made at sending and stand nowhere else. */
export interface RenderedMessage {
  readonly to: { readonly name: string; readonly mail?: string };
  readonly subject: string;
  readonly text: string;
  readonly lang: Lang;
}

/** How one kind of message becomes words; rooms hand theirs to the mail engine through the composition. */
export interface MessageTemplate {
  /** What stands in the outbox, such as `sign_in_link`. */
  readonly name: string;
  /** Null when there is nothing left to say, such as a link that has expired: the engine then cancels the message. */
  readonly render: (world: World, db: TenantDb, message: MessageRow) => Promise<RenderedMessage | null>;
}
