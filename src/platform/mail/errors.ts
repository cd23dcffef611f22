import { refusing } from '../errors.ts';

/** What the post may refuse. */
export type MailError = 'message_settled' | 'batch_made_today' | 'nothing_to_print' | 'reason_needed';

export const refuseMail = refusing<MailError>();
