const LONGEST = 300_000;
/** Elements whose content is no text of the mail. */
const SILENT = new Set(['style', 'script', 'head', 'title']);
const BREAKS = new Set(['br', 'p', 'div', 'tr', 'li', 'blockquote', 'h1', 'h2', 'h3', 'table']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
};

/**
 * The words of a mail that has no plain text. One pass, so that a hostile mail costs no more than its length; what is
 * beyond 300,000 characters falls away.
 */
export const textOfHtml = (html: string): string => {
  const source = html.slice(0, LONGEST);
  const lower = source.toLowerCase();
  const pieces: string[] = [];
  for (let at = 0; at < source.length; ) {
    const open = source.indexOf('<', at);
    if (open === -1) {
      pieces.push(source.slice(at));
      break;
    }
    pieces.push(source.slice(at, open));
    const close = source.indexOf('>', open);
    if (close === -1) break;
    const name = tagName(source.slice(open + 1, Math.min(close, open + 20)));
    if (BREAKS.has(name)) pieces.push('\n');
    at = SILENT.has(name) ? afterElement(lower, name, close + 1) : close + 1;
  }
  return decode(pieces.join(''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

const tagName = (inside: string): string => /^\/?([a-z0-9]+)/i.exec(inside)?.[1]?.toLowerCase() ?? '';

const afterElement = (lower: string, name: string, from: number): number => {
  const end = lower.indexOf(`</${name}`, from);
  const close = end === -1 ? -1 : lower.indexOf('>', end);
  return close === -1 ? lower.length : close + 1;
};

const decode = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : ' ';
  });
