import type { TenantDb } from '../database/tenant-transaction.ts';
import type { Lang } from '../texts/catalogue.ts';
import type { World } from '../world.ts';

export type MessageChannel = 'mail' | 'letter' | 'phone';

/** A message as the outbox holds it: whom by id, which template, and what varies. No address, no text. */
export interface MessageRow {
  readonly gemeente: string;
  readonly id: string;
  readonly template: string;
  readonly recipientKind: 'reporter' | 'account' | 'correspondent';
  readonly recipientId: string;
  readonly objectId: string | null;
  readonly channel: MessageChannel;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/** To whom, as it is known at this moment. */
export interface Recipient {
  readonly name: string;
  readonly mail?: string;
  /** The lines of a postal address, without the name. */
  readonly address?: readonly string[];
  readonly phone?: string;
}

/** A message made at the moment of sending. `text` is plain: paragraphs parted by an empty line. */
export interface RenderedMessage {
  readonly to: Recipient;
  readonly subject: string;
  readonly text: string;
  readonly lang: Lang;
  /** Where a mail program stops this kind of mail with its own button, by an empty POST (RFC 8058). */
  readonly stopUrl?: string;
}

/** Makes the words of one kind of message; each room brings its own. */
export interface MessageTemplate {
  readonly name: string;
  /** Null when there is nobody left to tell, such as a reporter whose data were wiped: the message is then cancelled. */
  readonly render: (world: World, db: TenantDb, message: MessageRow) => Promise<RenderedMessage | null>;
}
