import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import subsetFont from 'subset-font';
import { kitClassesIn, reduceKit } from './kit-css.ts';
import { reachableTokens, readTokens, type Tokens, tokenRule } from './tokens.ts';

/** The house's own stylesheets, in the order of the cascade. */
const ownSheets = [
  'base',
  'text',
  'form',
  'table',
  'blocks',
  'status',
  'thread',
  'chart',
  'client',
  'paper',
  'shell',
  'work',
  'letter',
  'print',
];

/** One font file with the logical name under which the stylesheet asks for it. */
export interface FontFile {
  name: string;
  path: string;
  weight: 400 | 700;
  unicodeRange: string;
  /** The only letters that are kept of the file; all of them where this is left out. */
  letters?: string;
}

/** What Dutch and English pages and the names on them are written in, besides ASCII. */
const ACCENTED = 'áàâäãåçéèêëíìîïñóòôöõúùûüýÿÁÀÂÄÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝßæøÆØ';
const SIGNS = '\u00a0€£§©®°·×±²³½«»¡¿–—‘’‚“”„…•−';
const ASCII = Array.from({ length: 95 }, (_, place) => String.fromCodePoint(32 + place)).join('');
/** The letters of nearly every page: a first visit fetches these, and the rest of a range only where a page has need of it. */
const BASIC = ASCII + ACCENTED + SIGNS;

// The ranges of letters to which these font files were cut.
const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
};

const rangeOf = (letters: string): string =>
  [...letters].map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(',');

const fontFile = (root: string, subset: keyof typeof RANGES, weight: 400 | 700): FontFile => {
  const name = `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff2`;
  const path = join(root, 'node_modules/@fontsource/atkinson-hyperlegible-next/files', name);
  return { name, path, weight, unicodeRange: RANGES[subset] };
};

/** The font files that are shipped: two weights, two ranges of letters, and of the first the letters of nearly every page. */
export const fontFiles = (root: string): FontFile[] =>
  ([400, 700] as const).flatMap((weight) => {
    const latin = fontFile(root, 'latin', weight);
    const name = latin.name.replace('latin', 'basic');
    // Of two faces that hold a letter the browser takes the last: the small one stands after the range that it is cut of.
    return [
      fontFile(root, 'latin-ext', weight),
      latin,
      { ...latin, name, unicodeRange: rangeOf(BASIC), letters: BASIC },
    ];
  });

/** The bytes of a font file, cut to its letters. */
export const readFont = async ({ path, letters }: FontFile): Promise<Buffer> => {
  const whole = readFileSync(path);
  return letters === undefined ? whole : subsetFont(whole, letters, { targetFormat: 'woff2' });
};

const fontFaces = (fonts: readonly FontFile[], hashedName: (name: string) => string): string =>
  fonts
    .map(
      ({ name, weight, unicodeRange }) =>
        `@font-face{font-family:"Atkinson Hyperlegible Next";font-style:normal;font-weight:${weight};font-display:swap;` +
        `src:url(./${hashedName(name)}) format("woff2");unicode-range:${unicodeRange}}`,
    )
    .join('');

const minify = (filename: string, css: string): string =>
  Buffer.from(
    transform({
      filename,
      code: Buffer.from(css),
      minify: true,
      targets: { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) },
    }).code,
  ).toString('utf8');

export interface AppStylesheet {
  css: string;
  tokens: Tokens;
}

/**
 * The stylesheet of the whole app: only the kit's rules for classes that `sources` write, the house's own sheets, and
 * only the tokens those two reach. The cascade layers let a tenant's unlayered stylesheet win without being specific.
 */
export const appStylesheet = (
  root: string,
  sources: readonly string[],
  fonts: readonly FontFile[],
  hashedName: (name: string) => string,
): AppStylesheet => {
  const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
  const kit = reduceKit(
    read('node_modules/@utrecht/component-library-css/dist/index.css'),
    kitClassesIn(sources),
  );
  const own = ownSheets.map((name) => read('src/platform/web/styles', `${name}.css`)).join('\n');
  const all = new Map([
    ...readTokens(read('node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css')),
    ...readTokens(read('src/platform/web/styles/theme.css')),
  ]);
  const tokens = reachableTokens(all, kit + own);
  const layers =
    `@layer tokens,kit,own;@layer tokens{${tokenRule('.wijkregie-theme', tokens)}}` +
    `@layer kit{${kit}}@layer own{${own}}`;
  return { css: fontFaces(fonts, hashedName) + minify('app.css', layers), tokens };
};

/** The stylesheet of the map: the rules of its library without those that ask for pictures, and the house's own. */
export const mapStylesheet = (root: string): string => {
  const library = readFileSync(join(root, 'node_modules/leaflet/dist/leaflet.css'), 'utf8');
  const own = readFileSync(join(root, 'src/platform/web/styles/map.css'), 'utf8');
  const withoutPictures = library.replace(/[^{}]*\{[^{}]*url\([^{}]*\}/g, '');
  return minify('wr-map-pin.css', withoutPictures + own);
};
