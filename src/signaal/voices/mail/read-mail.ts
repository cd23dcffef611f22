import PostalMime from 'postal-mime';
import { findHeaderBlock, readSender } from './blocks.ts';
import { textOfHtml } from './html-text.ts';
import { type Stripped, stripMail } from './strip.ts';

/** A mail as the desk sees it before anything is stored. */
export interface ReadMail extends Stripped {
  /** Of who wrote it first: not of the colleague who forwarded it. Empty where it is not known. */
  readonly name: string;
  readonly mail: string;
  /** Without "Re:" and "Fwd:". */
  readonly subject: string;
}

interface RawMail {
  readonly name: string;
  readonly mail: string;
  readonly subject: string;
  readonly body: string;
}

const MOST_NESTED = 10;
const FORWARD = /^\s*(?:fw|fwd|doorst|doorgestuurd|wg|tr)\s*:/i;
const PREFIXES = /^(?:\s*(?:re|aw|antw|betr|fw|fwd|doorst|doorgestuurd|wg|tr)\s*:\s*)+/i;
/** Headers that only a mail in its raw form has. */
const RAW_HEADER =
  /^(?:message-id|mime-version|received|return-path|content-type|delivered-to|dkim-signature):/im;

/** Reads an .eml file; null when it holds no mail. Never throws on what somebody uploads. */
export const readMailFile = async (bytes: Uint8Array): Promise<ReadMail | null> => {
  const raw = await parseRaw(bytes);
  return raw && original(raw);
};

/** Reads what was pasted: a raw mail, a mail copied with its heading, or only its words. Null when there are none. */
export const readPastedMail = async (text: string): Promise<ReadMail | null> => {
  const head =
    text
      .trimStart()
      .slice(0, 20_000)
      .split(/\n\s*\n/)[0] ?? '';
  const isRaw = /^from:/im.test(head) && RAW_HEADER.test(head);
  const raw = isRaw ? await parseRaw(text.trimStart()) : null;
  const mail = original(raw ?? { name: '', mail: '', subject: '', body: text });
  return mail.own === '' ? null : mail;
};

const parseRaw = async (source: Uint8Array | string): Promise<RawMail | null> => {
  try {
    const parsed = await PostalMime.parse(source, { maxNestingDepth: MOST_NESTED });
    const body = parsed.text?.trim() || textOfHtml(parsed.html ?? '');
    const { name = '', address = '' } = parsed.from ?? {};
    if (body === '' || (address === '' && parsed.subject === undefined)) return null;
    return { name, mail: address, subject: parsed.subject ?? '', body };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
};

/** The mail that matters: of a forwarded one the first, of an answered one the last. */
const original = ({ name, mail, subject, body }: RawMail): ReadMail => {
  const lines = body.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').split('\n');
  const block = findHeaderBlock(lines);
  const plainSubject = subject.replace(PREFIXES, '').trim();
  if (!block) return { name, mail, subject: plainSubject, ...stripMail(lines.join('\n')) };
  const above = lines.slice(0, block.start).join('\n');
  const isForwarded = FORWARD.test(subject) || mail === '' || stripMail(above).own === '';
  if (!isForwarded) {
    const { own, rest } = stripMail(above);
    const tail = lines.slice(block.start).join('\n');
    return { name, mail, subject: plainSubject, own, rest: `${rest}\n${tail}`.trim() };
  }
  const { own, rest } = stripMail(lines.slice(block.end).join('\n'));
  const first = block.subject === '' ? plainSubject : block.subject.replace(PREFIXES, '').trim();
  return { ...readSender(block.from), subject: first, own, rest: `${above.trim()}\n${rest}`.trim() };
};
