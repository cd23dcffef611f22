import { formatDate } from '#platform/calendar/index.ts';
import type { MessageChannel, Recipient, RenderedMessage } from '#platform/mail/template.ts';
import { spellCode } from '#platform/speakable-code/index.ts';
import { type Translate, translator } from '#platform/texts/catalogue.ts';
import type { MessageFacts } from './facts.ts';
import type { nl } from './texts.nl.ts';
import { messageTexts } from './texts.ts';

/** The words of one message: its subject, and its paragraphs between greeting and closing. */
export interface Words {
  readonly subject: string;
  readonly paragraphs: readonly (string | null)[];
}

/** What the writer of a message works with. */
export interface Writing {
  readonly facts: MessageFacts;
  readonly channel: MessageChannel;
  readonly t: Translate<typeof nl>;
  /** Filled in everywhere: the kind of signaal, its day and its number. */
  readonly about: { readonly kind: string; readonly date: string; readonly number: number };
  readonly owner: string;
  readonly day: (date: Date | string) => string;
}

/** Joins greeting, words and closing as the channel asks: to read, to print, or to read aloud. */
export const writeMessage = (
  facts: MessageFacts,
  channel: MessageChannel,
  words: (writing: Writing) => Words,
): RenderedMessage => {
  const writing = writingOf(facts, channel);
  const { subject, paragraphs } = words(writing);
  const all = [greeting(writing), ...paragraphs, ...closing(writing)];
  return {
    to: recipientOf(facts),
    subject,
    text: all.filter((paragraph) => paragraph !== null && paragraph !== '').join('\n\n'),
    lang: facts.lang,
  };
};

const writingOf = (facts: MessageFacts, channel: MessageChannel): Writing => {
  const t = translator(messageTexts, facts.lang);
  const day = (date: Date | string): string => formatDate(date, facts.lang);
  const about = { kind: t.dynamic(`kind.${facts.kind}`), date: day(facts.receivedAt), number: facts.number };
  const owner = t.dynamic(`owner.${facts.queue}`, { name: facts.owner });
  return { facts, channel, t, about, owner, day };
};

const greeting = ({ t, facts, channel, about }: Writing): string => {
  const { gemeente, contact, part } = facts;
  if (channel === 'phone') {
    return t(part === 'helper' ? 'greeting.call_helper' : 'greeting.call', { gemeente, ...about });
  }
  return contact.name === '' ? t('greeting.plain') : t('greeting.named', { name: contact.name });
};

const closing = ({ t, facts, channel, about }: Writing): (string | null)[] => {
  const { phone, gemeente } = facts;
  if (channel === 'phone') return [phone ? t('closing.call', { phone }) : t('closing.call_plain')];
  return [
    phone ? t('phone.written', { phone, ...about }) : null,
    channel === 'letter' ? t('phone.paper') : null,
    `${t('closing.written')}\n${t('closing.sender', { gemeente })}`,
  ];
};

/** The code, to read or to hear. */
export const followLine = ({ t, facts, channel }: Writing): string => {
  const { code, url, lang } = facts;
  return channel === 'phone'
    ? t('follow.call', { spelled: spellCode(code, lang) })
    : t('follow.written', { code, url });
};

/** How to say "niet opgelost", and until when; 14 days, 28 for a letter (0.2 D9). Null when the time is over. */
export const objectionLine = ({ t, facts, channel, day }: Writing): string | null => {
  if (!facts.objectionUntil) return null;
  const until = { day: day(facts.objectionUntil) };
  if (channel === 'phone') return t('objection.call', until);
  if (channel === 'letter') return t('objection.paper', until);
  return t('objection.written', { ...until, url: facts.url });
};

const recipientOf = ({ contact }: MessageFacts): Recipient => {
  const { name, mail, phone, street, houseNumber, postcode, town } = contact;
  const address = [`${street} ${houseNumber}`.trim(), `${postcode} ${town}`.trim()].filter(
    (line) => line !== '',
  );
  return {
    name,
    ...(mail === '' ? {} : { mail }),
    ...(phone === '' ? {} : { phone }),
    ...(street === '' ? {} : { address }),
  };
};
