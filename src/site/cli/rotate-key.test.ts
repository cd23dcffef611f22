import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { addKey, createKeyFile, needsRotation, open, seal } from '#platform/secrets/index.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { liveKeys } from '../start/keys.ts';
import { reseal } from './rotate-key.ts';
import { sealedColumns } from './sealed-columns.ts';

let test: TestWorld;
let folder: string;
let path: string;

beforeAll(async () => {
  test = await testWorld();
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
  folder = makeTemporaryFolder('rotate');
  path = join(folder, 'keys.json');
});
afterAll(async () => {
  await test.close();
  removeTemporaryFolder(folder);
});

const sealed = (gemeente: string, id: string) =>
  asOwner<{ totp_sealed: Buffer }>(test.urls, gemeente, 'select totp_sealed from account where id = $1', [
    id,
  ]).then(([row]) => row?.totp_sealed ?? Buffer.alloc(0));

describe('a new key', () => {
  it('takes over everything in every municipality, and a second run finds nothing to do', async () => {
    const old = createKeyFile(path, test.clock.now());
    const people: { gemeente: string; id: string }[] = [];
    for (const gemeente of ['GM0637', 'GM0106']) {
      for (let count = 0; count < 3; count += 1) {
        const id = await makePerson(test, {}, gemeente);
        const envelope = seal(old, `geheim ${id}`, { gemeente, row: `account/${id}/totp` });
        await asOwner(test.urls, gemeente, 'update account set totp_sealed = $2 where id = $1', [
          id,
          envelope,
        ]);
        people.push({ gemeente, id });
      }
    }
    const fresh = addKey(path, test.clock.now());
    const told: string[] = [];
    expect(await reseal(test.world, fresh, (sentence) => told.push(sentence))).toBe(6);
    expect(told).toEqual(['GM0106 account: 3 overgezet', 'GM0637 account: 3 overgezet']);
    for (const { gemeente, id } of people) {
      const envelope = await sealed(gemeente, id);
      expect(needsRotation(envelope, fresh)).toBe(false);
      expect(open(fresh, envelope, { gemeente, row: `account/${id}/totp` })).toBe(`geheim ${id}`);
    }
    expect(await reseal(test.world, fresh, () => undefined)).toBe(0);
  });

  it('passes over a draft that was sent: nothing is sealed in it any more', async () => {
    await asOwner(
      test.urls,
      'GM0637',
      `insert into draft (gemeente, id, key_hash, form, content, created_at, expires_at)
       values ('GM0637', $1, 'sent', 'melden', '', $2, $2)`,
      [newId(), test.clock.now()],
    );
    const logged = test.logged.length;
    expect(await reseal(test.world, addKey(path, test.clock.now()), () => undefined)).toBe(6);
    expect(test.logged.slice(logged)).toEqual([]);
  });

  it('says so when a value does not open, and does the other municipalities', async () => {
    const broken = await makePerson(test, {}, 'GM0106');
    await asOwner(test.urls, 'GM0106', 'update account set totp_sealed = $2 where id = $1', [
      broken,
      Buffer.alloc(60, 1),
    ]);
    const fresh = addKey(path, test.clock.now());
    await expect(reseal(test.world, fresh, () => undefined)).rejects.toThrow(/\(GM0106\).*--resume/);
    await asOwner(test.urls, 'GM0106', 'update account set totp_sealed = null where id = $1', [broken]);
    expect(await reseal(test.world, fresh, () => undefined)).toBeLessThanOrEqual(3);
  });

  it('is taken up by a program that runs on the same file', () => {
    const live = liveKeys(path, createKeyFile(join(folder, 'other.json'), test.clock.now()));
    const other = liveKeys(join(folder, 'other.json'), live.keyring);
    const added = addKey(join(folder, 'other.json'), new Date(test.clock.now().getTime() + 5_000));
    const place = { gemeente: 'GM0637', row: `account/${newId()}/totp` };
    const envelope = seal(added, 'nieuw', place);
    other.refresh();
    expect(other.keyring.active.id).toBe(added.active.id);
    expect(open(other.keyring, envelope, place)).toBe('nieuw');
  });

  it('knows every column in which something is sealed', async () => {
    const columns = await asOwner<{ name: string }>(
      test.urls,
      'GM0637',
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type = 'bytea' order by 1`,
    );
    const pictures = ['file.bytes', 'file.thumbnail', 'uploaded_file.bytes'];
    const known = sealedColumns.map(({ table, column }) => `${table}.${column}`);
    expect(columns.map(({ name }) => name).filter((name) => !pictures.includes(name))).toEqual(known.sort());
  });
});
