/** Design tokens by name (with the leading `--`), values as written, still chained by `var()`. */
export type Tokens = Map<string, string>;

/** Reads the `--name: value;` declarations of a token stylesheet; later ones win, comments are dropped. */
export const readTokens = (css: string): Tokens => {
  const tokens: Tokens = new Map();
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  for (const match of bare.matchAll(/(--[\w-]+)\s*:\s*([^;{}]+);/g)) {
    const [, name, value] = match;
    if (name !== undefined && value !== undefined) tokens.set(name, value.trim().replace(/\s+/g, ' '));
  }
  return tokens;
};

/** The names of custom properties that a piece of CSS asks for. */
export const referencesIn = (css: string): Set<string> =>
  new Set(Array.from(css.matchAll(/var\(\s*(--[\w-]+)/g), (match) => match[1] ?? ''));

/** Only the tokens that the stylesheet reaches, directly or through other tokens, sorted by name. */
export const reachableTokens = (all: Tokens, css: string): Tokens => {
  const reached = new Set<string>();
  const waiting = [...referencesIn(css)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const value = all.get(name);
    if (value === undefined || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...referencesIn(value));
  }
  return new Map([...all].filter(([name]) => reached.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The tokens as one rule on the theme class. */
export const tokenRule = (selector: string, tokens: Tokens): string =>
  `${selector}{${Array.from(tokens, ([name, value]) => `${name}:${value}`).join(';')}}`;
