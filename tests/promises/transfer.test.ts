import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Ask } from '#platform/transfer/ask.ts';
import { planOf } from '#platform/transfer/sealed.ts';
import { readTables } from '#platform/transfer/tables.ts';
import { copyTemplate, type DatabaseUrls } from '#testing/template.ts';
import { sealedColumns } from '../../src/site/cli/sealed-columns.ts';
import { connected, undone } from './support/clients.ts';
import { GLOBAL_TABLES } from './support/global-tables.ts';

let urls: DatabaseUrls & { drop: () => Promise<void> };
beforeAll(async () => {
  urls = await copyTemplate(inject('database'));
});
afterAll(() => urls.drop());

const askOf =
  (client: pg.Client): Ask =>
  async (sql, values) =>
    (await client.query(sql, values)).rows;

const tablesOf = (client: pg.Client) => readTables(askOf(client));

/** Fingerprints that hold no key of the house (of a random token), or that are worth nothing elsewhere. */
const WITHOUT_HOUSE_KEY: Readonly<Record<string, string>> = {
  token_hash: 'of a random token, without key',
  key_hash: 'of a form or browser that is gone within a day',
};

/** Columns that look like a fingerprint made with the keys of the house, and are not declared as one. */
const undeclared = async (client: pg.Client): Promise<string[]> => {
  const tables = await tablesOf(client);
  return tables.flatMap((table) => {
    const { fingerprints } = planOf(table, sealedColumns);
    return table.columns
      .map(({ name }) => name)
      .filter((name) => /_(?:index|hash)$/.test(name) && !(name in WITHOUT_HOUSE_KEY))
      .filter((name) => !fingerprints.includes(name))
      .map((name) => `${table.name}.${name}`);
  });
};

describe('an export of everything', () => {
  it('has every table that is not global, each after those it points at', async () => {
    const [tables, all] = await connected(urls.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      );
      return [await tablesOf(client), rows.map(({ name }) => name)] as const;
    });
    const names = tables.map(({ name }) => name);
    expect(names.toSorted()).toEqual(all.filter((name) => !GLOBAL_TABLES.includes(name)));
    expect(names.length).toBeGreaterThan(80);
    for (const [place, { parents }] of tables.entries()) {
      for (const parent of parents.filter((one) => names.includes(one))) {
        expect(names.indexOf(parent)).toBeLessThan(place);
      }
    }
  });

  it('knows which columns are worked out with the keys of the house', async () => {
    expect(await connected(urls.ownerUrl, undeclared)).toEqual([]);
  });

  it('can name each row that is sealed or carries a file by its id', async () => {
    const tables = await connected(urls.ownerUrl, tablesOf);
    const carriers = tables.filter(({ columns }) => columns.some(({ isBytes }) => isBytes));
    expect(carriers.length).toBeGreaterThan(5);
    for (const { name, key } of carriers) expect(key, name).toEqual(['gemeente', 'id']);
  });

  it('points back at its own tables by one column only', async () => {
    const tables = await connected(urls.ownerUrl, tablesOf);
    const own = tables.filter(({ selfReferences }) => selfReferences.length > 0);
    expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(['category', 'signaal']));
    for (const { name, key } of own) expect(key, name).toEqual(['gemeente', 'id']);
  });
});

describe('seen red', () => {
  const PLANTED = `create table planted (gemeente text not null references tenant, id uuid not null, mail_index text,
    primary key (gemeente, id))`;

  it('finds a table that was made a moment ago, and a fingerprint that nobody declared', async () => {
    const found = await undone(urls.ownerUrl, async (client) => {
      await client.query(PLANTED);
      return [(await tablesOf(client)).map(({ name }) => name), await undeclared(client)];
    });
    expect(found[0]).toContain('planted');
    expect(found[1]).toEqual(['planted.mail_index']);
  });

  it('finds a table without a municipality, and tables in a ring', async () => {
    const strange = undone(urls.ownerUrl, async (client) => {
      await client.query('create table planted (id uuid primary key)');
      return tablesOf(client);
    });
    await expect(strange).rejects.toThrow(/planted does not begin its key/);
    const ring = undone(urls.ownerUrl, async (client) => {
      await client.query(`${PLANTED}; alter table planted add foreign key (gemeente, id) references account;
        alter table account add foreign key (gemeente, id) references planted`);
      return tablesOf(client);
    });
    await expect(ring).rejects.toThrow(/ring/);
  });
});
