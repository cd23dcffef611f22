import { tidyText } from '../tables/decode.ts';

/** Which property of a file's features holds what. */
export interface PropertyNames {
  readonly code: string | null;
  readonly name: string | null;
  readonly wijkCode: string | null;
  readonly wijkName: string | null;
  readonly gemeente: string | null;
  /** Says "JA" of the part of a buurt that is water. */
  readonly water: string | null;
}

type Properties = Readonly<Record<string, unknown>>;
type Kind = 'buurt' | 'wijk';

/** The names that CBS, PDOK and copies of their files give, most telling first; a prefix such as `cbsnl:` is passed over. */
const WIJK = { code: ['wijkcode', 'wk_code', 'wijk_code'], name: ['wijknaam', 'wk_naam', 'wijk_naam'] };
const BUURT = { code: ['buurtcode', 'bu_code', 'buurt_code'], name: ['buurtnaam', 'bu_naam', 'buurt_naam'] };
const ANY = { code: ['statcode', 'code'], name: ['statnaam', 'naam', 'name'] };

const KNOWN_NAMES: Record<Kind, Record<keyof PropertyNames, readonly string[]>> = {
  buurt: {
    code: [...BUURT.code, ...ANY.code],
    name: [...BUURT.name, ...ANY.name],
    wijkCode: WIJK.code,
    wijkName: WIJK.name,
    gemeente: ['gemeentecode', 'gm_code', 'gemeente_code'],
    water: ['water', 'h2o'],
  },
  wijk: {
    code: [...WIJK.code, ...ANY.code],
    name: [...WIJK.name, ...ANY.name],
    wijkCode: [],
    wijkName: [],
    gemeente: ['gemeentecode', 'gm_code', 'gemeente_code'],
    water: ['water', 'h2o'],
  },
};

/** The columns under which a table may say to which municipality a row belongs. */
export const gemeenteColumns: readonly string[] = ['gemeentecode', 'GM_CODE', 'gm_code', 'gemeente_code'];

/** Those columns that can hold the code of a buurt or a wijk; only names that say which. */
export const codeColumns = (columns: readonly string[], kind: Kind): string[] => {
  const telling = kind === 'buurt' ? [...BUURT.code, 'statcode'] : [...WIJK.code, 'statcode'];
  return columns.filter((column) => telling.includes(withoutPrefix(column)));
};

/** Whether features are of buurten or of wijken, by the names of their properties and, failing that, by their codes. */
export const kindOfFeatures = (features: readonly Properties[]): Kind => {
  const has = (names: readonly string[]): boolean => mostUsual(features, names) !== null;
  if (has(BUURT.code)) return 'buurt';
  if (has(WIJK.code)) return 'wijk';
  const column = mostUsual(features, ANY.code);
  const codes = features.map((properties) => textOf(properties, column));
  return codes.length > 0 && codes.every((code) => code !== null && /^WK\d{6}$/.test(code))
    ? 'wijk'
    : 'buurt';
};

/** Finds the properties by their usual names; one counts when at least half of the features have a text there. */
export const guessProperties = (
  features: readonly Properties[],
  given: Partial<PropertyNames>,
  kind: Kind = 'buurt',
): PropertyNames => {
  const guess = (part: keyof PropertyNames): string | null =>
    given[part] ?? mostUsual(features, KNOWN_NAMES[kind][part]);
  return {
    code: guess('code'),
    name: guess('name'),
    wijkCode: guess('wijkCode'),
    wijkName: guess('wijkName'),
    gemeente: guess('gemeente'),
    water: guess('water'),
  };
};

const mostUsual = (features: readonly Properties[], names: readonly string[]): string | null => {
  const present = [...new Set(features.flatMap((properties) => Object.keys(properties)))];
  for (const name of names) {
    const found = present.find((property) => withoutPrefix(property) === name);
    const filled = features.filter((properties) => found !== undefined && textOf(properties, found) !== null);
    if (found !== undefined && filled.length * 2 >= features.length) return found;
  }
  return null;
};

const withoutPrefix = (property: string): string => property.toLowerCase().replace(/^.*:/, '');

/** A property as one line of text; null when it is absent, empty or no text. */
export const textOf = (properties: Properties, property: string | null): string | null => {
  if (property === null || !Object.hasOwn(properties, property)) return null;
  const value = properties[property];
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = tidyText(String(value));
  return text === '' || text.length > 100 ? null : text;
};

/** The official code of the wijk that is spelled in the official code of a buurt: its first eight characters. */
export const wijkCodeIn = (buurtCode: string): string | null =>
  /^BU\d{8}$/.test(buurtCode) ? `WK${buurtCode.slice(2, 8)}` : null;
