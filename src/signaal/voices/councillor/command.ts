import { defineCommand } from '#platform/command/command.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import { refuse } from '../../errors.ts';
import type { AnswerChannel, Contact } from '../../store/contact.ts';
import { type Given, giveTold } from '../tell/give.ts';
import type { Told } from '../tell/receive.ts';

interface PassedOn {
  readonly told: Told;
  /** The resident agreed that this is passed on (C5.10). */
  readonly consent: boolean;
  readonly contact: Contact;
  readonly answerChannel: AnswerChannel;
  readonly lang: Lang;
}

/**
 * A councillor passes on what a resident said, in thirty seconds (rapport L999-1005; C1.11). Throws `consent_missing`
 * without the resident's consent. When the resident left a contact, the receipt goes to him, never to the councillor.
 */
export const passOn = defineCommand<PassedOn, Given>({
  name: 'signaal.pass_on',
  action: 'signaal.pass_on',
  run: async (context, { told, consent, contact, answerChannel, lang }) => {
    context.allow();
    if (!consent) throw refuse('consent_missing', { fields: { akkoord: 'consent_missing' } });
    const voice = { source: 'councillor', channel: 'web', consent, contact, answerChannel, lang } as const;
    return giveTold(context, context.principal, told, voice);
  },
});
