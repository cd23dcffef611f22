/** Which property of a file's features holds what. */
export interface PropertyNames {
  readonly code: string | null;
  readonly name: string | null;
  readonly wijkCode: string | null;
  readonly wijkName: string | null;
  readonly gemeente: string | null;
}

type Properties = Readonly<Record<string, unknown>>;

/** The names that CBS, PDOK and copies of their files give, most telling first; a prefix such as `cbsnl:` is passed over. */
const KNOWN_NAMES: Record<keyof PropertyNames, readonly string[]> = {
  code: ['buurtcode', 'bu_code', 'buurt_code', 'statcode', 'code'],
  name: ['buurtnaam', 'bu_naam', 'buurt_naam', 'statnaam', 'naam', 'name'],
  wijkCode: ['wijkcode', 'wk_code', 'wijk_code'],
  wijkName: ['wijknaam', 'wk_naam', 'wijk_naam'],
  gemeente: ['gemeentecode', 'gm_code', 'gemeente_code'],
};

/** Finds the properties by their usual names; one counts when at least half of the features have a text there. */
export const guessProperties = (
  features: readonly Properties[],
  given: Partial<PropertyNames>,
): PropertyNames => {
  const guess = (part: keyof PropertyNames): string | null =>
    given[part] ?? mostUsual(features, KNOWN_NAMES[part]);
  return {
    code: guess('code'),
    name: guess('name'),
    wijkCode: guess('wijkCode'),
    wijkName: guess('wijkName'),
    gemeente: guess('gemeente'),
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
  const text = String(value).trim().replace(/\s+/g, ' ');
  return text === '' || text.length > 100 ? null : text;
};
