/** A text parted in what the sender wrote himself and what hangs below it. */
export interface Stripped {
  readonly own: string;
  /** Quoted mails and the signature; empty when there was nothing of the kind. */
  readonly rest: string;
}

/** Where an older mail begins. */
const TAIL =
  /^\s*(?:-{2,}\s*(?:oorspronkelijk bericht|doorgestuurd bericht|original message|forwarded message|begin doorgestuurd bericht).{0,80}|_{10,}\s*|begin (?:doorgestuurd bericht|forwarded message):?)\s*$/i;
const WROTE = /^\s*(?:op|on)\s.{3,200}(?:schreef|wrote|heeft .{2,80} geschreven)\s?.{0,200}:\s*$/i;
const SIGNATURE = /^\s*--\s*$/;
const FAREWELL =
  /^\s*(?:met (?:vriendelijke|hartelijke) groet(?:en)?|(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|m\.?v\.?g\.?|hoogachtend|kind regards|best regards|regards|yours sincerely|sincerely)\b.{0,80}$/i;
/** A farewell with more lines below it than this is no signature but the middle of a letter. */
const LONGEST_SIGNATURE = 15;
const LONGEST_LINE = 1_000;

/** Takes quoted tails and the signature off, to be offered apart; never throws, linear in the length of the text. */
export const stripMail = (text: string): Stripped => {
  const lines = text.split('\n');
  const tail = lines.findIndex((line, at) => beginsTail(line, lines[at + 1]));
  const [above, below] = tail === -1 ? [lines, []] : [lines.slice(0, tail), lines.slice(tail)];
  const quoted = above.filter(isQuoted);
  const written = above.filter((line) => !isQuoted(line));
  const end = signatureStart(written);
  const own = written
    .slice(0, end)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const rest = [...written.slice(end), ...quoted, ...below].join('\n').trim();
  // A mail that is nothing but a quotation or a farewell is kept whole.
  return own === '' ? { own: text.trim(), rest: '' } : { own, rest };
};

const isQuoted = (line: string): boolean => /^\s*>/.test(line);

const beginsTail = (line: string, next = ''): boolean => {
  const short = line.slice(0, LONGEST_LINE);
  return (
    TAIL.test(short) ||
    WROTE.test(short) ||
    WROTE.test(`${short.trim()} ${next.slice(0, LONGEST_LINE).trim()}`)
  );
};

const signatureStart = (lines: readonly string[]): number => {
  const dashes = lines.findIndex((line) => SIGNATURE.test(line));
  const end = dashes === -1 ? lines.length : dashes;
  const farewell = lines.findLastIndex((line, at) => at < end && FAREWELL.test(line.slice(0, LONGEST_LINE)));
  const following = lines.slice(farewell + 1, end).filter((line) => line.trim() !== '').length;
  return farewell > 0 && following <= LONGEST_SIGNATURE ? farewell : end;
};
