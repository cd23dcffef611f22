import { transform } from 'lightningcss';

/** Every kit class (`utrecht-…`) written in full somewhere in these source texts; a class made by gluing strings is not seen. */
export const kitClassesIn = (sources: Iterable<string>): Set<string> => {
  const found = new Set<string>();
  for (const source of sources) {
    for (const match of source.matchAll(/\butrecht-[a-z0-9]+(?:[_-]{1,2}[a-z0-9]+)*/g)) found.add(match[0]);
  }
  return found;
};

interface Block {
  prelude: string;
  body: string;
}

/** The top-level blocks of minified CSS (no comments, no braces inside strings: true of the kit). */
const blocksOf = (css: string): Block[] => {
  const blocks: Block[] = [];
  let start = 0;
  let depth = 0;
  let open = 0;
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{' && depth++ === 0) open = at;
    if (css[at] !== '}' || --depth > 0) continue;
    const prelude = css.slice(start, open);
    blocks.push({ prelude: prelude.slice(prelude.lastIndexOf(';') + 1), body: css.slice(open + 1, at) });
    start = at + 1;
  }
  return blocks;
};

/** Splits a selector list at its own commas, not at those inside parentheses. */
const splitSelectors = (list: string): string[] => {
  const selectors = [''];
  let depth = 0;
  for (const char of list) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === ',' && depth === 0) selectors.push('');
    else selectors[selectors.length - 1] += char;
  }
  return selectors;
};

// An absent class inside `:not()` or in a list of alternatives does not make a selector dead, so those are set aside.
const setAside = /:not\([^()]*\)|:(?:is|where)\([^()]*,[^()]*\)/g;

const canMatch = (selector: string, used: ReadonlySet<string>): boolean =>
  Array.from(selector.replace(setAside, '').matchAll(/\.(utrecht-[\w-]+)/g), (match) => match[1] ?? '').every(
    (name) => used.has(name),
  );

const reduceBlocks = (css: string, used: ReadonlySet<string>): string =>
  blocksOf(css)
    .map(({ prelude, body }) => {
      if (/^@(media|supports|container)/.test(prelude)) {
        const inner = reduceBlocks(body, used);
        return inner === '' ? '' : `${prelude}{${inner}}`;
      }
      if (prelude.startsWith('@')) return '';
      const kept = splitSelectors(prelude).filter((selector) => canMatch(selector, used));
      return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`;
    })
    .join('');

/** The kit's stylesheet without the rules that can match nothing because one of their classes is never written; its keyframes go too. */
export const reduceKit = (css: string, used: ReadonlySet<string>): string => {
  const minified = transform({
    filename: 'kit.css',
    code: Buffer.from(css),
    minify: true,
    errorRecovery: true,
  });
  return reduceBlocks(Buffer.from(minified.code).toString('utf8'), used);
};
