import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '#platform/config/schema.ts';
import { assignmentMachine, publicWordOf, signaalCatalogues, signaalMachine } from '#signaal/index.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const glossary = read('docs/glossary.md');

/** The closed list of Dutch nouns in code (design.md, law 8). */
const NOUNS =
  'wijk buurt wijkregisseur wijkteam wijkpost wijktafel rondgang signaal knelpunt focuspunt trekker vakafdeling convenant ' +
  'stadsmarshall samenspraak wijk-aan-zet college raad wethouder besluit gemeente toezegging';

/** The rows of all tables of a page, cell by cell. */
const rowsOf = (markdown: string): string[][] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('the glossary', () => {
  it('explains every Dutch noun of the code, with its plural', () => {
    const rows = new Map(rowsOf(glossary).map((row) => [row[0], row]));
    const nouns = NOUNS.split(' ');
    expect(nouns).toHaveLength(22);
    for (const noun of nouns) expect(rows.get(noun)?.filter(Boolean), noun).toHaveLength(5);
  });

  it('names every state in the words of the screen', () => {
    const words = signaalCatalogues.find(({ room }) => room === 'signaal')?.nl ?? {};
    const t = (key: string) => words[key] ?? 'no such text';
    const rows = rowsOf(glossary).map((row) => row.join(' | '));
    for (const state of signaalMachine.states) {
      expect(rows).toContain(`\`${state}\` | ${t(`state.${state}`)} | ${t(`word.${publicWordOf(state)}`)}`);
    }
    for (const state of assignmentMachine.states) {
      expect(rows).toContain(`\`${state}\` | ${t(`assignment.${state}`)}`);
    }
  });
});

describe('the README', () => {
  it('has every setting in its table, and none that does not exist', () => {
    const named = rowsOf(read('README.md'))
      .map(([first = '']) => /^`([A-Z_]+)`$/.exec(first)?.[1])
      .filter((name) => name !== undefined);
    expect(named.sort()).toEqual([...SETTING_NAMES].sort());
    expect(named.length).toBeGreaterThan(10);
  });

  it('leads to pages that are there', () => {
    const pages = [
      'README.md',
      'CONTRIBUTING.md',
      'GOVERNANCE.md',
      'docs/operations.md',
      'docs/decisions/README.md',
    ];
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) =>
        join(page, '..', target),
      ),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the decisions', () => {
  const records = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name));

  it('are short, dated, numbered without a gap and listed', () => {
    const list = read('docs/decisions/README.md');
    expect(records.length).toBeGreaterThan(10);
    for (const [index, name] of records.toSorted().entries()) {
      const text = read(`docs/decisions/${name}`);
      expect(Number(name.slice(0, 4)), name).toBe(index + 1);
      expect(text.split(/\s+/).length, name).toBeLessThan(300);
      for (const part of ['Date: 20', '## Context', '## Decision', '## Consequences'])
        expect(text, name).toContain(part);
      expect(list, name).toContain(name);
    }
  });
});

describe('the licence', () => {
  it('is one, whole, and the same wherever its name must be repeated', () => {
    const text = read('LICENSE');
    expect(text).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
    expect(text).toContain('## 15. Applicable Law');
    expect(read('LICENSES/EUPL-1.2.txt')).toBe(text);
    for (const [file, line] of [
      ['REUSE.toml', 'SPDX-License-Identifier = "EUPL-1.2"'],
      ['publiccode.yml', 'license: EUPL-1.2'],
      ['package.json', '"license": "EUPL-1.2"'],
    ] as const)
      expect(read(file), file).toContain(line);
  });
});
