import { createHash } from 'node:crypto';
import { type Colour, contrastRatio, parseColour } from './colour.ts';

/** Design tokens of a tenant: names with the leading `--`, values as CSS writes them. */
export type ThemeTokens = Readonly<Record<string, string>>;

/** Why a declaration is not taken over. */
export type TokenFault = 'name' | 'value' | 'too-many';

export interface FaultyToken {
  name: string;
  fault: TokenFault;
}

const MAX_TOKENS = 5000;
const MAX_VALUE = 300;
const goodName = /^--[a-z0-9][a-z0-9_-]{0,119}$/;
// Only what colours, sizes, fonts and chains are written with: no braces, semicolons, backslashes, angle brackets or at-signs.
const goodValue = /^[\w\s#%&.,()'"/+*-]+$/;
const allowedFunctions = new Set(['var', 'rgb', 'rgba', 'hsl', 'hsla', 'calc', 'min', 'max', 'clamp']);

const isGoodValue = (value: string): boolean => {
  if (value.length > MAX_VALUE || !goodValue.test(value)) return false;
  const calls = Array.from(value.matchAll(/([\w-]+)\s*\(/g), (match) => match[1]?.toLowerCase() ?? '');
  const opens = value.split('(').length;
  // Every bracket must belong to a function we know, or stand inside a calculation; quotes and brackets must pair.
  const paired =
    opens === value.split(')').length && [`'`, '"'].every((quote) => value.split(quote).length % 2 === 1);
  return paired && calls.every((name) => allowedFunctions.has(name)) && !/\/\*|\*\/|\/\//.test(value);
};

/** The declarations that {@link tenantStylesheet} would refuse; an empty list means all is well. */
export const faultyTokens = (tokens: ThemeTokens): FaultyToken[] => {
  const entries = Object.entries(tokens);
  if (entries.length > MAX_TOKENS) return [{ name: '', fault: 'too-many' }];
  return entries.flatMap(([name, value]): FaultyToken[] => {
    if (!goodName.test(name)) return [{ name, fault: 'name' }];
    return isGoodValue(value.trim()) ? [] : [{ name, fault: 'value' }];
  });
};

export interface TenantStylesheet {
  css: string;
  /** Of the content, for the address: another theme gets another address. */
  hash: string;
}

/** A stylesheet of nothing but these declarations. Throws RangeError on the first that is not one: see {@link faultyTokens}. */
export const tenantStylesheet = (tokens: ThemeTokens): TenantStylesheet => {
  const [faulty] = faultyTokens(tokens);
  if (faulty !== undefined) throw new RangeError(`Not a design token (${faulty.fault}): ${faulty.name}`);
  const lines = Object.entries(tokens)
    .map(([name, value]) => `${name}:${value.trim()}`)
    .sort();
  const css = lines.length === 0 ? '' : `.wijkregie-theme{${lines.join(';')}}`;
  return { css, hash: createHash('sha256').update(css).digest('base64url').slice(0, 16) };
};

const tokenName = /^--[\w-]+$/;

/** Without what stands between the signs of a comment; an unclosed one reaches to the end, as in a browser. */
const withoutComments = (css: string): string => {
  const [first = '', ...rest] = css.split('/*');
  return rest.reduce((kept, part) => {
    const end = part.indexOf('*/');
    return end === -1 ? kept : kept + part.slice(end + 2);
  }, first);
};

/**
 * Reads the declarations out of a theme stylesheet as NL Design System themes are published; everything else is passed
 * over. Walks over the text once: a pattern that looks back could be kept busy for hours by half a megabyte of dashes.
 */
export const readThemeTokens = (css: string): Record<string, string> => {
  const parts = withoutComments(css).split(/([;{}])/);
  const declarations = parts.flatMap((part, place): [string, string][] => {
    const end = parts[place + 1];
    const colon = part.indexOf(':');
    if (colon === -1 || (end !== ';' && end !== '}')) return [];
    const name = part.slice(0, colon).trim();
    const value = part.slice(colon + 1).trim();
    return tokenName.test(name) && value !== '' ? [[name.toLowerCase(), value]] : [];
  });
  return Object.fromEntries(declarations);
};

interface Pair {
  front: string;
  back: string;
  /** 4.5 for text, 3 for lines and shapes (WCAG 1.4.3 and 1.4.11). */
  least: 4.5 | 3;
}

const text = (front: string, back: string): Pair => ({ front, back, least: 4.5 });
const shape = (front: string, back: string): Pair => ({ front, back, least: 3 });

const GROUND = '--utrecht-document-background-color';
const SURFACE = '--wijkregie-surface';

/** What must stand out from what, in the names of the tokens that the pages use. */
export const contrastPairs: readonly Pair[] = [
  text('--utrecht-document-color', GROUND),
  text('--utrecht-document-color', '--wijkregie-sand'),
  text('--wijkregie-ink', SURFACE),
  text('--wijkregie-ink-soft', GROUND),
  text('--wijkregie-ink-soft', SURFACE),
  text('--utrecht-heading-1-color', GROUND),
  text('--utrecht-link-color', GROUND),
  text('--utrecht-link-hover-color', GROUND),
  text('--utrecht-button-primary-action-color', '--utrecht-button-primary-action-background-color'),
  text(
    '--utrecht-button-primary-action-hover-color',
    '--utrecht-button-primary-action-hover-background-color',
  ),
  text('--utrecht-button-secondary-action-color', GROUND),
  text('--wijkregie-on-teal', '--wijkregie-teal-dark'),
  text('--wijkregie-teal-dark', '--wijkregie-teal-soft'),
  text('--wijkregie-ink', '--utrecht-alert-info-background-color'),
  text('--wijkregie-ink', '--utrecht-alert-ok-background-color'),
  text('--wijkregie-ink', '--utrecht-alert-warning-background-color'),
  text('--wijkregie-ink', '--utrecht-alert-error-background-color'),
  text('--basis-color-positive-color-default', '--basis-color-positive-bg-default'),
  text('--basis-color-warning-color-default', '--basis-color-warning-bg-default'),
  text('--basis-color-negative-color-default', GROUND),
  text('--wijkregie-red', SURFACE),
  text('--utrecht-skip-link-color', '--utrecht-skip-link-background-color'),
  shape('--wijkregie-red', GROUND),
  shape('--wijkregie-red-faint', GROUND),
  shape('--basis-form-control-border-color', GROUND),
  shape('--utrecht-button-primary-action-background-color', GROUND),
  shape('--utrecht-focus-outline-color', GROUND),
];

export interface ContrastFailure extends Pair {
  /** Null when one of the two is no colour that can be read. */
  ratio: number | null;
}

/** Names that may be looked up for one colour: real chains are short, and fallbacks in fallbacks would double each time. */
const MOST_LOOKED_UP = 60;

/** Follows `var()` chains to the end. Null when a name is missing or the chain bites its tail. */
const resolve = (
  value: string | undefined,
  all: ThemeTokens,
  budget = { left: MOST_LOOKED_UP },
): string | null => {
  if (value === undefined || budget.left === 0) return null;
  const chain = /^var\(\s*(--[\w-]+)\s*(?:,(.*))?\)$/s.exec(value.trim());
  if (chain === null) return value;
  budget.left -= 1;
  return resolve(all[chain[1] ?? ''], all, budget) ?? resolve(chain[2], all, budget);
};

const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/**
 * The pairs that would be hard to see when `tokens` are laid over the house theme (`base`: `assets.themeTokens`).
 * An empty list means that the theme may be shown.
 */
export const checkContrast = (tokens: ThemeTokens, base: ThemeTokens): ContrastFailure[] => {
  const all = { ...base, ...tokens };
  const colourOf = (name: string) => parseColour(resolve(all[name], all) ?? '');
  const ground = colourOf(GROUND) ?? WHITE;
  return contrastPairs.flatMap((pair): ContrastFailure[] => {
    const [front, back] = [colourOf(pair.front), colourOf(pair.back)];
    if (front === null || back === null) return [{ ...pair, ratio: null }];
    const ratio = contrastRatio(front, back, ground);
    return ratio >= pair.least ? [] : [{ ...pair, ratio: Math.round(ratio * 100) / 100 }];
  });
};
