import type { MessageChannel, RenderedMessage } from '#platform/mail/template.ts';
import { NO_CONTACT } from '../store/contact.ts';
import type { MessageFacts } from './facts.ts';
import { writeMessage } from './letter.ts';
import { outcome } from './templates.ts';

const HIDDEN = '••••-••••-••••';

/** What is known of a message that was not sent yet. */
export type PreviewFacts = Omit<MessageFacts, 'contact' | 'code' | 'url' | 'part' | 'joinedOf'> & {
  readonly publicUrl: string;
};

/** What the reporter will get, before it is sent (2.31): the same words, without the reporter's name and code. */
export const previewOutcome = (
  { publicUrl, ...facts }: PreviewFacts,
  channel: MessageChannel,
  ended: string,
): RenderedMessage =>
  writeMessage(
    {
      ...facts,
      contact: NO_CONTACT,
      part: 'reporter',
      joinedOf: null,
      code: HIDDEN,
      url: `${publicUrl}/volg/${HIDDEN}`,
    },
    channel,
    (writing) => outcome(writing, { outcome: ended }),
  );
