import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkGuides, PARTS } from './checks/guides.ts';
import { readCatalogues } from './support/catalogues.ts';
import { ROOT } from './support/source-tree.ts';

const FOLDER = 'docs/gidsen';
const read = (name: string): string => readFileSync(join(ROOT, FOLDER, name), 'utf8');
const exists = (path: string): boolean => existsSync(join(ROOT, path));
const names = readdirSync(join(ROOT, FOLDER)).filter((name) => name.endsWith('.md') && name !== 'README.md');

let words: ReadonlySet<string>;
beforeAll(async () => {
  const shelves = await readCatalogues();
  words = new Set(shelves.flatMap(({ catalogue }) => Object.values(catalogue.nl)));
  expect(words.size).toBeGreaterThan(1_000);
});

it('says of the screens only what stands there, briefly, and leads to what exists', () => {
  const { seen, breaches } = checkGuides(
    new Map(names.map((name) => [`${FOLDER}/${name}`, read(name)])),
    words,
    exists,
  );
  expect(breaches).toEqual([]);
  expect(seen).toBeGreaterThanOrEqual(9);
});

it('is found from the list of guides, which itself leads to what exists', () => {
  const list = read('README.md');
  const targets = [...list.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target);
  expect(names.filter((name) => !targets.includes(name))).toEqual([]);
  expect(targets.filter((target) => !exists(join(FOLDER, target)))).toEqual([]);
  const said = [...list.matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name);
  expect(said.filter((name) => !words.has(name))).toEqual([]);
});

describe('seen red', () => {
  const buttons = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const steps = ['1. One', '2. Two', '3. Three', '4. Four', '5. Five'].join('\n');
  const good = [
    '# Guide',
    ...PARTS.flatMap((part) => [part, part === '## In vijf stappen' ? steps : 'Text.']),
    buttons.map((name) => `**${name}**`).join(' '),
    '[there](there.md) ![A page](there.webp)',
  ].join('\n');
  const check = (text: string) =>
    checkGuides(new Map([['docs/x.md', text]]), new Set(buttons), (path) => path.startsWith('docs/there'))
      .breaches;

  it('is silent about a good guide', () => {
    expect(check(good)).toEqual([]);
  });

  it.each([
    ['a button that no screen has', `${good}\n**Delete everything**`, 'no screen says'],
    ['a link to nowhere', `${good}\n[x](../gone.md)`, 'is not there'],
    ['a picture that is not there', `${good}\n![A page](gone.webp)`, 'is not there'],
    ['a picture without words', `${good}\n![](there.webp)`, 'has no words'],
    ['a guide that takes an hour', `${good}\n${'word '.repeat(1_200)}`, 'words'],
    ['a part left out', good.replace('## Wie u belt', '## Tot slot'), 'parts'],
    [
      'parts in another order',
      good.replace('## Als het misgaat\nText.', '').concat('\n## Als het misgaat\n'),
      'parts',
    ],
    ['a sixth step', good.replace('5. Five', '5. Five\n6. Six'), '6 steps'],
    ['a guide that names no buttons', good.replaceAll('**', ''), 'names only 0'],
  ])('finds %s', (_, text, complaint) => {
    expect(check(text).join()).toContain(complaint);
  });
});
