import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { asOwner, type TestWorld } from '#testing/world.ts';
import type { DeliveryError } from './delivery-errors.ts';
import { DeliveryFailure } from './delivery-errors.ts';
import type { PostOffice } from './office.ts';
import { enqueue, type NewMessage } from './outbox.ts';
import type { RenderedMessage } from './template.ts';
import type { MailTransport, OutgoingMail } from './transport.ts';

export const GEMEENTE = 'GM0637';

/** What one test decides about the post: who is behind an id, and how the mail server behaves. */
export interface TestPost {
  readonly office: PostOffice;
  readonly sent: OutgoingMail[];
  /** How the next mails fare; empty means well. */
  readonly failures: DeliveryError[];
  /** Recipients by id; one that is not here was erased. */
  readonly people: Map<string, RenderedMessage['to']>;
}

/** A post office with one template, `test.word`, that needs nothing of any room. */
export const testPost = (transport?: MailTransport): TestPost => {
  const sent: OutgoingMail[] = [];
  const failures: DeliveryError[] = [];
  const people = new Map<string, RenderedMessage['to']>();
  const recording: MailTransport = {
    afterwards: 'sent',
    send: async (mail) => {
      const failure = failures.shift();
      if (failure) throw new DeliveryFailure(failure);
      sent.push(mail);
    },
  };
  const office: PostOffice = {
    transport: transport ?? recording,
    senderOf: async () => ({ phone: '079 123 45 67', address: ['Markt 10', '2711 CZ Zoetermeer'] }),
    templates: new Map([
      [
        'test.word',
        {
          name: 'test.word',
          render: async (_world, db, message) => {
            if (message.variables.break)
              await db.selectFrom('message').select('id').where('id', '=', 'x').execute();
            const to = people.get(message.recipientId);
            return to
              ? { to, subject: 'Bericht', text: `Woord ${message.variables.word}`, lang: 'nl' }
              : null;
          },
        },
      ],
    ]),
  };
  return { office, sent, failures, people };
};

/** Puts one message in the outbox and gives its id. */
export const queue = (test: TestWorld, message: Partial<NewMessage>): Promise<string> =>
  tenantTransaction(test.world.pool, GEMEENTE, (db) =>
    enqueue(
      { world: test.world, gemeente: GEMEENTE, db },
      { template: 'test.word', recipientKind: 'account', recipientId: newId(), channel: 'mail', ...message },
    ),
  );

interface StoredMessage {
  readonly [column: string]: unknown;
  readonly state: string;
  readonly attempts: number;
  readonly error_code: string | null;
}

/** One message as it stands in the table. */
export const stored = async (test: TestWorld, id: string): Promise<StoredMessage | undefined> => {
  const [row] = await asOwner<StoredMessage>(test.urls, GEMEENTE, 'select * from message where id = $1', [
    id,
  ]);
  return row;
};

/** The actions that the history kept of one thing, in their order. */
export const historyOf = async (test: TestWorld, id: string): Promise<string[]> => {
  const rows = await asOwner<{ action: string }>(
    test.urls,
    GEMEENTE,
    'select action from history where object_id = $1 order by at, id',
    [id],
  );
  return rows.map(({ action }) => action);
};
