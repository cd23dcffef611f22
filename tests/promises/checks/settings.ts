import { parseSync, Visitor } from 'oxc-parser';
import type { Shelf } from '../support/catalogues.ts';
import type { Visit } from '../support/crawl.ts';
import type { Finding, ProgramFiles } from '../support/finding.ts';

/** The screen that lists all settings. */
const SCREEN = '/beheer/instellingen';

/** Each declared setting stands on the screen by its name in both languages, and has a page on which it is changed. */
export const checkSettingScreen = (
  keys: readonly string[],
  visits: readonly Visit[],
  shelves: readonly Shelf[],
): Finding => {
  const screen = visits.find(({ path, who }) => path === SCREEN && who === 'functional_admin');
  const breaches = screen ? [] : ['nobody saw the screen of the settings'];
  for (const key of keys) {
    const named = shelves.find(({ catalogue: { nl } }) => Object.hasOwn(nl, `setting.${key}`))?.catalogue;
    const name = named?.nl[`setting.${key}`] ?? '';
    if (name === '' || !named?.en[`setting.${key}`]) breaches.push(`${key}: has no name in both languages`);
    else if (!(screen?.text ?? '').includes(escaped(name)))
      breaches.push(`${key}: does not stand on the screen`);
  }
  return { seen: keys.length, breaches };
};

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const DECLARED =
  /(?:(?:const )?(\w+))(?:: Setting<[^=]+>)?\s*[=:]\s*(?:defineSetting\(\{\s*key:|wholeNumber\(|keepYears\(|term(?:Setting)?\()\s*(?:'([\w.]+)'|(\w+))/g;

interface Declared {
  readonly path: string;
  readonly name: string;
  readonly key: string;
}

/** Every setting as the source declares it, with the name by which the program knows it. */
export const writtenSettings = (files: ProgramFiles): Declared[] =>
  [...files].flatMap(([path, text]) =>
    [...text.matchAll(DECLARED)].map(([, name = '', key, constant]) => ({
      path,
      name,
      key: key ?? constant ?? '',
    })),
  );

/** Settings that wait for what will ask for them, each with its reason. */
export type Awaited = Readonly<Record<string, string>>;

/** Each setting is asked for somewhere: one that changes nothing is a promise that is not kept. */
export const checkSettingUse = (files: ProgramFiles, awaited: Awaited = {}): Finding => {
  const declared = writtenSettings(files);
  const words = new Map(
    [...files]
      .filter(([path]) => !/\/texts\.\w+\.ts$/.test(path))
      .map(([path, text]) => [path, wordsOf(path, text)]),
  );
  const idle = declared.filter(({ path, name, key }) => {
    const elsewhere = [...words].some(([other, names]) => other !== path && names.has(name));
    // The declaration itself says the name once, and twice when it is its own key.
    const here = (words.get(path)?.get(name) ?? 0) > (name === key ? 2 : 1);
    return !elsewhere && !here;
  });
  const breaches = idle
    .filter(({ key }) => !Object.hasOwn(awaited, key))
    .map(({ path, name, key }) => `${path}: ${name} (${key}) is asked for by nobody`);
  for (const key of Object.keys(awaited)) {
    if (!idle.some((one) => one.key === key)) breaches.push(`${key}: is excused without need`);
  }
  return { seen: declared.length, breaches };
};

/** How often each name and each whole text occurs in a file. */
const wordsOf = (path: string, text: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  const count = (word: string): void => {
    found.set(word, (found.get(word) ?? 0) + 1);
  };
  new Visitor({
    Identifier: ({ name }) => count(name),
    Literal: ({ value }) => {
      if (typeof value === 'string') count(value);
    },
  }).visit(parseSync(path, text).program);
  return found;
};
