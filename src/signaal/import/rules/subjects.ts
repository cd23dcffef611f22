import { fold } from '#platform/words.ts';
import { correctLookAlikes } from '../../import-categories/letters.ts';

/** A subject of ours as an import finds it. */
export interface OurSubject {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly themeSlug: string;
  readonly themeName: string;
}

/** How a file calls a subject: with its theme, when there is one. */
export const subjectKey = (theme: string, category: string): string =>
  theme === '' || theme === category ? category : `${theme} > ${category}`;

/** Letters and digits only, in small letters without accents. */
const plain = (text: string): string => fold(correctLookAlikes(text).text).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Finds our subject for one of another system: what was chosen for it, its slug, or its name. With a theme beside it the
 * subject of the same theme goes first; a name that two of our subjects share needs its theme.
 */
export const subjectFinder = (
  subjects: readonly OurSubject[],
  chosen: Readonly<Record<string, string>>,
): ((theme: string, category: string) => OurSubject | null) => {
  const bySlug = new Map(subjects.map((subject) => [subject.slug, subject]));
  const byWords = new Map<string, OurSubject | null>();
  for (const subject of subjects) {
    const { slug, name, themeSlug, themeName } = subject;
    for (const theme of [themeSlug, themeName]) {
      for (const word of [slug, name]) byWords.set(`${plain(theme)} ${plain(word)}`, subject);
    }
    for (const word of new Set([plain(slug), plain(name)])) {
      const other = byWords.get(word);
      byWords.set(word, other === undefined || other === subject ? subject : null);
    }
  }
  const known = new Map<string, OurSubject | null>();
  return (theme, category) => {
    const key = subjectKey(theme, category);
    const found = known.get(key);
    if (found !== undefined) return found;
    const slug = Object.hasOwn(chosen, key) ? chosen[key] : undefined;
    const subject =
      slug === undefined
        ? (byWords.get(`${plain(theme)} ${plain(category)}`) ??
          bySlug.get(category) ??
          byWords.get(plain(category)))
        : bySlug.get(slug);
    if (known.size > MOST_KNOWN) known.clear();
    known.set(key, subject ?? null);
    return subject ?? null;
  };
};

const MOST_KNOWN = 5_000;
