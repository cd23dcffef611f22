import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { open, seal } from '#platform/secrets/index.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import type { TransferTable } from '#platform/transfer/tables.ts';
import { readTables } from '#platform/transfer/tables.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { loadDemo } from '../../demo.ts';
import { sealedColumns } from '../sealed-columns.ts';
import { exported, WORDS } from './exit.fixture.ts';
import { readExport } from './import-gemeente.ts';

const GEMEENTE = 'GM0637';
const STRANGER = 'Ubbo Uitassen';
const MAIL = 'niemand.mag.dit.lezen@voorbeeld.test';

let from: TestWorld;
let to: TestWorld;
let folder: string;
let tables: TransferTable[];

type Row = Record<string, unknown>;

beforeAll(async () => {
  [from, to] = await Promise.all([testWorld(), testWorld()]);
  folder = makeTemporaryFolder('exit');
  await loadDemo(from.world, from.urls.ownerUrl);
  await makeTenant(from, 'GM0106', 'Assen');
  await makePerson(from, { name: STRANGER }, 'GM0106');
  await arrange();
  tables = await tenantTransaction(from.world.pool, GEMEENTE, (db) =>
    readTables((text, values) => runSql(db, text, values)),
  );
  await exported(from.world, GEMEENTE, join(folder, 'all.tar'));
  await exported(from.world, GEMEENTE, join(folder, 'all'));
  await readExport(to.world, to.urls.ownerUrl, {
    from: join(folder, 'all'),
    words: WORDS,
    host: '',
    progress: () => undefined,
  });
});
afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
  removeTemporaryFolder(folder);
});

const sql = (world: TestWorld, text: string, values: unknown[] = []): Promise<Row[]> =>
  tenantTransaction(world.world.pool, GEMEENTE, (db) => runSql<Row>(db, text, values));

/** What the demonstration has none of: a photo, somebody who follows by mail, odd values, a draft that was sent. */
const arrange = async (): Promise<void> => {
  const { keyring } = from.world;
  const at = from.clock.now();
  const [photo, person, draft] = [newId(), newId(), newId()];
  await sql(
    from,
    `insert into file (gemeente, id, object_kind, content_type, bytes, thumbnail, created_at)
     values ($1, $2, 'signaal', 'image/jpeg', $3, null, '2016-03-01T12:00:00.123456Z')`,
    [GEMEENTE, photo, Buffer.from([0, 10, 13, 255, 128])],
  );
  const sealed = (column: string, text: string) =>
    seal(keyring, text, { gemeente: GEMEENTE, row: `correspondent/${person}/${column}` });
  await sql(
    from,
    `insert into correspondent (gemeente, id, purpose, sealed, mail_index, token_hash, token_sealed, created_at)
     values ($1, $2, 'follow', $3, 'old', 'token', $4, $5)`,
    [GEMEENTE, person, sealed('sealed', JSON.stringify({ name: 'A', mail: MAIL })), sealed('token', 'T'), at],
  );
  await sql(
    from,
    `insert into draft (gemeente, id, key_hash, form, content, created_at, expires_at)
     values ($1, $2, 'k', 'melden', '', $3, $3)`,
    [GEMEENTE, draft, at],
  );
  await sql(
    from,
    `insert into setting (gemeente, key, valid_from, value, set_at)
     values ($1, 'odd', '2016-01-01', '{"n": 0.10000000000000000001, "t": "\\n\\u2028 \\"€"}', $2)`,
    [GEMEENTE, at],
  );
};

/** All rows of a table, with what is sealed opened and what follows from it checked apart. */
const rowsOf = async (world: TestWorld, table: TransferTable): Promise<unknown[]> => {
  const own = sealedColumns.filter((column) => column.table === table.name);
  const apart = own.flatMap(({ column, fingerprints }) => [column, ...(fingerprints?.columns ?? [])]);
  const sealed = own.map(({ column }) => `, t.${column} as "${column}"`).join('');
  const rows = await sql(
    world,
    `select (to_jsonb(t) - $1::text[])::text as plain, to_jsonb(t) ->> 'id' as id ${sealed} from ${table.name} t
     order by ${table.key.join(', ')}`,
    [apart],
  );
  return rows.map(({ plain, id, ...values }) => [
    plain,
    ...own.map(({ column, row }) => opened(world, values[column], row(String(id)))),
  ]);
};

const opened = (world: TestWorld, value: unknown, row: string): string | null => {
  if (!Buffer.isBuffer(value)) return null;
  return value.length === 0 ? '' : open(world.world.keyring, value, { gemeente: GEMEENTE, row });
};

describe('a municipality that moved', () => {
  it('has the same rows in every table, and one line of history more: that it came', async () => {
    let [filled, seen] = [0, 0];
    for (const table of tables) {
      const [there, here] = [await rowsOf(from, table), await rowsOf(to, table)];
      const came = table.name === 'history' ? here.pop() : null;
      if (came) expect(JSON.stringify(came)).toContain('\\"noun\\": \\"tenant\\"');
      // What the second export of this test wrote down is younger than the move.
      expect(here, table.name).toEqual(table.name === 'history' ? there.slice(0, here.length) : there);
      filled += there.length > 0 ? 1 : 0;
      seen += there.length;
    }
    expect(filled).toBeGreaterThanOrEqual(45);
    expect(seen).toBeGreaterThan(2000);
  });

  it('keeps its name, birth and hosts', async () => {
    const facts = `select t.*, array(select host from tenant_host h where h.gemeente = t.gemeente order by 1) as hosts
      from tenant t where gemeente = 'GM0637'`;
    expect(await sql(to, facts)).toEqual(await sql(from, facts));
    expect(await sql(to, 'select gemeente from tenant')).toHaveLength(1);
  });

  it('finds contact data and codes by its own keys', async () => {
    const checked: string[] = [];
    for (const { table, column, row, fingerprints } of sealedColumns) {
      if (!fingerprints) continue;
      for (const found of await sql(to, `select * from ${table} where ${column} is not null`)) {
        const plain = opened(to, found[column], row(String(found.id))) ?? '';
        expect(found).toMatchObject(fingerprints.of(to.world.keyring, GEMEENTE, plain));
        checked.push(table);
      }
    }
    expect(new Set(checked)).toEqual(new Set(['correspondent', 'reporter', 'signaal']));
  });

  it('leaves nothing readable of what was sealed, and tells who exported', async () => {
    const files = readdirSync(join(folder, 'all'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const all = files.map((path) => readFileSync(path, 'latin1')).join('\n');
    expect(files.length).toBeGreaterThan(40);
    expect(all.includes(MAIL)).toBe(false);
    expect(all.includes(STRANGER)).toBe(false);
    for (const path of files) expect(statSync(path).mode & 0o077).toBe(0);
    const told = await sql(
      from,
      `select actor_kind from history where noun = 'tenant' and action = 'export'`,
    );
    expect(told).toEqual([{ actor_kind: 'operator' }, { actor_kind: 'operator' }]);
  });

  it('does not come twice', async () => {
    const again = { from: join(folder, 'all.tar'), words: WORDS, host: '', progress: () => undefined };
    await expect(readExport(to.world, to.urls.ownerUrl, again)).rejects.toMatchObject({
      code: 'tenant_exists',
    });
  });

  it('goes over nothing that is there', async () => {
    await expect(exported(from.world, GEMEENTE, join(folder, 'all.tar'))).rejects.toMatchObject({
      code: 'target_exists',
    });
  });
});
