import { fold } from '#platform/words.ts';

/** The short name for addresses and files that is proposed for a name: `Gat in de weg` gives `gat-in-de-weg`. */
export const slugFor = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '');
