/** The two languages of the screens; Dutch is the source. */
export type Lang = 'nl' | 'en';

/** Texts by key, with `{name}` for what is filled in. */
export type Texts = Readonly<Record<string, string>>;

/** The same keys as the Dutch source: a missing or a surplus English text does not compile. */
export type SameKeys<Source extends Texts> = { readonly [Key in keyof Source]: string };

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What must be filled in for one text, read from the Dutch source itself. */
export type TextValues<Text extends string> = [Placeholders<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Text>, string | number>>];

/** The texts of one room. */
export interface Catalogue<Source extends Texts = Texts> {
  readonly room: string;
  readonly nl: Source;
  readonly en: SameKeys<Source>;
}

/** Gives the text of a key in the language of the screen. */
export interface Translate<Source extends Texts> {
  <Key extends keyof Source & string>(key: Key, ...values: TextValues<Source[Key]>): string;
  /** A key known only at run time, such as `state.${state}`; throws RangeError when there is no such text. */
  readonly dynamic: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly lang: Lang;
}

/** A municipality's own wording: `room.key` to text, for one language. */
export type Overrides = ReadonlyMap<string, string>;

const NO_OVERRIDES: Overrides = new Map();

/** Joins the Dutch and English texts of a room. */
export const defineTexts = <const Source extends Texts>(
  room: string,
  nl: Source,
  en: SameKeys<Source>,
): Catalogue<Source> => ({ room, nl, en });

/** Makes the translator of one catalogue for one language and one municipality. */
export const translator = <Source extends Texts>(
  catalogue: Catalogue<Source>,
  lang: Lang,
  overrides: Overrides = NO_OVERRIDES,
): Translate<Source> => {
  const texts: Texts = catalogue[lang];
  const lookUp = (key: string, values?: Readonly<Record<string, string | number>>): string => {
    const own = Object.hasOwn(texts, key) ? texts[key] : undefined;
    const text = overrides.get(`${catalogue.room}.${key}`) ?? own;
    if (text === undefined) throw new RangeError(`No text ${catalogue.room}.${key} in ${lang}`);
    return values ? fillIn(text, values) : text;
  };
  return Object.assign(
    <Key extends keyof Source & string>(key: Key, ...values: TextValues<Source[Key]>) =>
      lookUp(key, values[0]),
    { dynamic: lookUp, lang },
  );
};

const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });

/** The names of the places to fill in, such as `code` in "Uw code is {code}"; an override must keep them all. */
export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
