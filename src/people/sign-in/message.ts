import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { enqueue, type OpenTransaction } from '#platform/mail/outbox.ts';
import type { MessageRow, MessageTemplate } from '#platform/mail/template.ts';
import { open, seal } from '#platform/secrets/index.ts';
import { translator } from '#platform/texts/catalogue.ts';
import type { World } from '#platform/world.ts';
import { LINK_LASTS } from '../session-rules.ts';
import { peopleTexts } from '../texts.ts';
import { linkPath, linkWorks, type NewLink } from './links.ts';

const TEMPLATE = 'sign_in_link';

const placeOf = (gemeente: string, linkId: string) => ({ gemeente, row: `sign_in_link/${linkId}/token` });

/** Puts the mail with a link in the outbox; the token is sealed, so that the table gives nobody a way in. */
export const queueLink = async (
  context: OpenTransaction,
  accountId: string,
  { id, token }: NewLink,
): Promise<void> => {
  const sealed = seal(context.world.keyring, token, placeOf(context.gemeente, id)).toString('base64');
  await enqueue(context, {
    template: TEMPLATE,
    recipientKind: 'account',
    recipientId: accountId,
    channel: 'mail',
    objectId: id,
    variables: { sealed },
  });
};

/** Writes the mail with the link; null when the link no longer works or the account was switched off meanwhile. */
export const signInMessage: MessageTemplate = {
  name: TEMPLATE,
  render: async (world, db, message) => {
    const account = await db
      .selectFrom('account')
      .innerJoin('tenant', 'tenant.gemeente', 'account.gemeente')
      .select(['account.name', 'account.email', 'account.lang', 'tenant.name as tenant'])
      .where('account.gemeente', '=', message.gemeente)
      .where('account.id', '=', message.recipientId)
      .where('account.active', '=', true)
      .executeTakeFirst();
    const token = account && (await workingToken(world, db, message));
    if (!account || !token) return null;
    const t = translator(peopleTexts, account.lang);
    return {
      to: { name: account.name, mail: account.email },
      subject: t('mail.link.subject', { tenant: account.tenant }),
      text: t('mail.link.text', {
        name: account.name,
        tenant: account.tenant,
        minutes: LINK_LASTS / 60_000,
        link: world.publicUrl(message.gemeente) + linkPath(token),
      }),
      lang: account.lang,
    };
  },
};

const workingToken = async (
  world: World,
  db: TenantDb,
  { gemeente, objectId, variables }: MessageRow,
): Promise<string | null> => {
  const { sealed } = variables;
  if (typeof sealed !== 'string' || objectId === null) return null;
  const token = open(world.keyring, Buffer.from(sealed, 'base64'), placeOf(gemeente, objectId));
  return (await linkWorks(db, gemeente, token, world.clock.now())) ? token : null;
};
