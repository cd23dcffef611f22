/** The lines at the head of a mail that was forwarded, answered or copied from a mail program. */
export interface HeaderBlock {
  /** Its first line, and the first line after it. */
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly subject: string;
}

const HEADER =
  /^\W{0,3}(van|from|afzender|verzonden|verstuurd|sent|datum|date|aan|to|cc|onderwerp|subject|beantwoorden aan|reply-to)\s?\*?:\s*(.*)$/i;
const FROM = /^(?:van|from|afzender)$/i;
const SUBJECT = /^(?:onderwerp|subject)$/i;
/** A sender without any of these beside him is a sentence that begins with "Van:". */
const LEAST_LINES = 2;
const LONGEST_LINE = 1_000;

/** The first block of headers at or after a line; null when there is none. */
export const findHeaderBlock = (lines: readonly string[], from = 0): HeaderBlock | null => {
  for (let start = from; start < lines.length; start += 1) {
    const block = readBlock(lines, start);
    if (block) return block;
  }
  return null;
};

const readBlock = (lines: readonly string[], start: number): HeaderBlock | null => {
  let end = start;
  let sender = '';
  let subject = '';
  for (; end < lines.length; end += 1) {
    const [, name = '', value = ''] = HEADER.exec((lines[end] ?? '').slice(0, LONGEST_LINE)) ?? [];
    if (name === '') break;
    if (FROM.test(name)) sender = value.trim();
    if (SUBJECT.test(name)) subject = value.trim();
  }
  return sender === '' || end - start < LEAST_LINES ? null : { start, end, from: sender, subject };
};

const MAIL = /[^\s@,;<>"[\]():]{1,64}@[^\s@,;<>"[\]():]{1,190}\.[^\s@,;<>"[\]():.]{2,24}/u;

/** Who sent it, from `Jan Jansen <jan@voorbeeld.nl>` or any of the ways in which mail programs write that. */
export const readSender = (from: string): { readonly name: string; readonly mail: string } => {
  const mail = MAIL.exec(from.slice(0, LONGEST_LINE))?.[0].replace(/^mailto:/i, '') ?? '';
  const name = from
    .slice(0, LONGEST_LINE)
    .replace(MAIL, '')
    .replace(/mailto:|[<>[\]()"*]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { name, mail };
};
