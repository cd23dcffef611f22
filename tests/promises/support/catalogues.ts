import { join } from 'node:path';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import { ROOT, readProgram } from './source-tree.ts';

/** A text catalogue with the name under which its room exports it. */
export interface Shelf {
  readonly path: string;
  readonly symbol: string;
  readonly catalogue: Catalogue<Texts>;
}

const isCatalogue = (value: unknown): value is Catalogue<Texts> =>
  typeof value === 'object' && value !== null && 'room' in value && 'nl' in value && 'en' in value;

/** Every catalogue of the tree: each file that calls `defineTexts` is loaded and asked for it. */
export const readCatalogues = async (): Promise<Shelf[]> => {
  const paths = [...readProgram()]
    .filter(([path, text]) => /\bdefineTexts\(/.test(text) && !/\.test\.tsx?$|\/catalogue\.ts$/.test(path))
    .map(([path]) => path);
  const shelves: Shelf[] = [];
  for (const path of paths) {
    const exported: Record<string, unknown> = await import(join(ROOT, path));
    for (const [symbol, value] of Object.entries(exported)) {
      if (isCatalogue(value)) shelves.push({ path, symbol, catalogue: value });
    }
  }
  return shelves;
};
