import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { copyTemplate } from '#testing/template.ts';
import { checkNames, type Named, NOUNS } from './checks/names.ts';
import { closedLists } from './checks/states.ts';
import { connected } from './support/clients.ts';
import { ROOT, readProgram } from './support/source-tree.ts';

const COLUMNS = `select table_name as table, column_name as name from information_schema.columns where table_schema = 'public'`;

/** Folders and files of the program, tables with their columns, and every value that a closed list stores. */
const namesOfTheHouse = async (): Promise<Named[]> => {
  const paths = [...readProgram().keys()].flatMap((path) => path.split('/').slice(1));
  const files = [...new Set(paths)].map((name) => ({ where: 'src', name: name.replace(/\..*/, '') }));
  const database = await copyTemplate(inject('database'));
  try {
    const rows = await connected(database.ownerUrl, (client) =>
      client.query<{ table: string; name: string }>(COLUMNS),
    );
    const lists = await connected(database.ownerUrl, closedLists);
    const tables = [...new Set(rows.rows.map(({ table }) => table))].map((name) => ({
      where: 'table',
      name,
    }));
    const columns = rows.rows.map(({ table, name }) => ({ where: table, name }));
    const values = [...lists].flatMap(([where, own]) => own.map((name) => ({ where, name })));
    return [...files, ...tables, ...columns, ...values];
  } finally {
    await database.drop();
  }
};

describe('every name of folder, table, column and stored value', () => {
  it('is English, except the nouns of the glossary', async () => {
    const { seen, breaches } = checkNames(await namesOfTheHouse());
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(700);
  });

  it('has its nouns explained in the glossary', () => {
    const glossary = readFileSync(join(ROOT, 'docs', 'glossary.md'), 'utf8');
    expect(NOUNS.filter((noun) => !glossary.includes(`| ${noun} |`))).toEqual([]);
    expect(NOUNS).toHaveLength(22);
  });
});

describe('seen red', () => {
  it.each([
    ['a folder', { where: 'src', name: 'melding' }],
    ['a table', { where: 'table', name: 'signaal_bericht' }],
    ['a column', { where: 'signaal', name: 'reden_tekst' }],
    ['a stored state', { where: 'signaal.state', name: 'gesloten' }],
    ['a plural', { where: 'table', name: 'meldingen' }],
  ])('finds %s in Dutch', (_what, named) => {
    expect(checkNames([named]).breaches.length).toBeGreaterThan(0);
  });

  it('lets the nouns of the glossary be, also joined to English', () => {
    const names = [
      'signaal',
      'area_buurt',
      'focuspunt-policy',
      'wijk-aan-zet',
      'owner_department_id',
      'gemeente',
    ];
    expect(checkNames(names.map((name) => ({ where: 'x', name }))).breaches).toEqual([]);
  });
});
