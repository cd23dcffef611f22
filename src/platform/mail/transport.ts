import { createTransport } from 'nodemailer';
import { DeliveryFailure, smtpFailure } from './delivery-errors.ts';

/** One mail, ready to leave. */
export interface OutgoingMail {
  /** Id of the message: makes a stable Message-ID, by which a mail that leaves twice is seen to be one. */
  readonly id: string;
  readonly to: { readonly name: string; readonly mail: string };
  readonly subject: string;
  readonly text: string;
  readonly lang: string;
  /** Where a mail program stops this kind of mail with its own button, by an empty POST (RFC 8058). */
  readonly stopUrl?: string;
}

/** Where mail goes: to a mail server, or nowhere (it then stays to be read on the demo page). */
export interface MailTransport {
  /** The state of a message after it went well. */
  readonly afterwards: 'sent' | 'stored';
  /** Throws {@link DeliveryFailure}. */
  readonly send: (mail: OutgoingMail) => Promise<void>;
}

/** Keeps everything here. */
export const storedTransport: MailTransport = { afterwards: 'stored', send: async () => undefined };

interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** Sender, such as `Gemeente Voorbeeld <wijkregie@voorbeeld.nl>`. */
  readonly from: string;
  /** Milliseconds that one mail may take altogether. */
  readonly patience?: number;
}

const PATIENCE = 30_000;

/** Sends through a mail server, one connection a mail: a municipality sends hundreds a day, not thousands a minute. */
export const smtpTransport = ({ url, from, patience = PATIENCE }: SmtpOptions): MailTransport => {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    afterwards: 'sent',
    send: async (mail) => {
      const smtp = createTransport(withTimeouts(url, patience), { from });
      try {
        await within(patience, smtp.sendMail(toNodemailer(mail, domain)));
      } catch (error) {
        throw smtpFailure(error);
      } finally {
        smtp.close();
      }
    },
  };
};

const withTimeouts = (url: string, patience: number): string => {
  const timed = new URL(url);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout', 'dnsTimeout']) {
    timed.searchParams.set(name, String(patience));
  }
  return timed.href;
};

const toNodemailer = (mail: OutgoingMail, domain: string) => ({
  to: { name: mail.to.name, address: mail.to.mail },
  subject: mail.subject,
  text: mail.text,
  messageId: `<${mail.id}@${domain}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.lang, ...stopHeaders(mail) },
  // A text may hold what a resident typed: it must never reach for files or addresses on this machine.
  disableFileAccess: true,
  disableUrlAccess: true,
});

const stopHeaders = ({ stopUrl }: OutgoingMail): Record<string, string> =>
  stopUrl === undefined
    ? {}
    : { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

/** A server that trickles bytes keeps each single timeout happy; this bounds the whole. */
const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeliveryFailure('too_slow')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
