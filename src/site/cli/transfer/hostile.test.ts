import { cpSync, readFileSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { TransferProblem } from '#platform/transfer/problem.ts';
import { smallTown } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { editRows, exported, signedAnew, WORDS } from './exit.fixture.ts';
import { readExport } from './import-gemeente.ts';
import { problemInWords } from './sentences.ts';

let from: TestWorld;
let to: TestWorld;
let folder: string;
let count = 0;
beforeAll(async () => {
  [from, to] = await Promise.all([testWorld(), testWorld()]);
  folder = makeTemporaryFolder('hostile');
  await smallTown(from);
  await exported(from.world, 'GM0637', join(folder, 'good'));
});
afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
  removeTemporaryFolder(folder);
});

/** A copy of the export that a test may spoil. */
const copy = (): string => {
  count += 1;
  const path = join(folder, `copy-${count}`);
  cpSync(join(folder, 'good'), path, { recursive: true });
  return path;
};

const refusal = async (path: string, words = WORDS): Promise<{ code: string; sentence: string }> => {
  const wishes = { from: path, words, host: '', progress: () => undefined };
  const error: unknown = await readExport(to.world, to.urls.ownerUrl, wishes).catch(
    (found: unknown) => found,
  );
  if (!(error instanceof TransferProblem)) throw error;
  return { code: error.code, sentence: problemInWords(error) };
};

const part = (path: string, table = 'department'): string => join(path, 'tables', table, '000001.jsonl');
const nothing = () => undefined;

/** Each way to spoil an export, with what must be said of it. */
const SPOILT: [string, string, (path: string) => void][] = [
  ['half an export', 'not_an_export', (path) => unlinkSync(join(path, 'manifest.json'))],
  [
    'a manifest that was changed',
    'wrong_key',
    (path) => {
      const file = join(path, 'manifest.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"Zoetermeer"', '"Zoetermeer?"'));
    },
  ],
  ['a manifest that is none', 'manifest_broken', (path) => writeFileSync(join(path, 'manifest.json'), '[')],
  [
    'a row that was changed',
    'changed_file',
    (path) => editRows(path, 'department', (text) => text.replace('Groen', 'Graan')),
  ],
  [
    'a row that was taken out',
    'changed_file',
    (path) => editRows(path, 'department', (text) => text.slice(text.indexOf('\n') + 1)),
  ],
  ['a file that is gone', 'missing_file', (path) => unlinkSync(part(path))],
  [
    'a link in the place of a file',
    'unsafe_file',
    (path) => {
      unlinkSync(part(path));
      symlinkSync(part(join(folder, 'good')), part(path));
    },
  ],
  ['a file without end', 'too_large', (path) => truncateSync(part(path), 70_000_000)],
  [
    'another form',
    'other_format',
    (path) => signedAnew(path, (manifest) => Object.assign(manifest, { version: 2 })),
  ],
  [
    'an older database',
    'other_migration',
    (path) => signedAnew(path, ({ migration }) => Object.assign(migration, { all: '0'.repeat(64) })),
  ],
  ['a table less', 'other_tables', (path) => signedAnew(path, ({ tables }) => tables.splice(3, 1))],
  [
    'a table that is ours alone',
    'other_tables',
    (path) => signedAnew(path, ({ tables }) => Object.assign(tables[0] ?? {}, { name: 'schema_migration' })),
  ],
  [
    'SQL for a name',
    'manifest_broken',
    (path) =>
      signedAnew(path, ({ tables }) =>
        Object.assign(tables[0] ?? {}, { name: 'account; drop table account' }),
      ),
  ],
  [
    'a path out of the house',
    'unsafe_file',
    (path) =>
      signedAnew(path, ({ tables, files }) => {
        const [table] = tables.filter(({ rows }) => rows > 0);
        const [file] = files.filter((one) => one.path === table?.parts[0]);
        Object.assign(file ?? {}, { path: '../../../etc/passwd' });
        Object.assign(table ?? {}, { parts: ['../../../etc/passwd'] });
      }),
  ],
  [
    'a row of another municipality',
    'foreign_row',
    (path) => {
      editRows(path, 'department', (text) => text.replaceAll('GM0637', 'GM0106'));
      signedAnew(path, nothing);
    },
  ],
  [
    'a column that we do not have',
    'bad_row',
    (path) => {
      editRows(path, 'department', (text) => text.replace('"name"', '"naam"'));
      signedAnew(path, nothing);
    },
  ],
  [
    'a line that is no row',
    'bad_row',
    (path) => {
      editRows(path, 'department', () => 'null\n');
      signedAnew(path, nothing);
    },
  ],
  [
    'a value that breaks a rule',
    'rows_refused',
    (path) => {
      editRows(path, 'department', (text) => text.replace('"desk"', '"king"'));
      signedAnew(path, nothing);
    },
  ],
  [
    'a row that is missing',
    'wrong_count',
    (path) =>
      signedAnew(path, ({ tables }) => {
        for (const table of tables.filter(({ name }) => name === 'street')) table.rows += 1;
      }),
  ],
  [
    'rows that wait for nobody',
    'dangling',
    (path) => {
      editRows(path, 'category', (text) =>
        text.replaceAll(/"parent_id":"[^"]*"/g, '"parent_id":"0198c0de-0000-7000-8000-000000000001"'),
      );
      signedAnew(path, nothing);
    },
  ],
];

describe('an export that somebody spoilt', () => {
  it.each(SPOILT)('is refused: %s', async (_what, code, spoil) => {
    const path = copy();
    spoil(path);
    const found = await refusal(path);
    expect(found.code).toBe(code);
    expect(found.sentence).toMatch(/^[A-Z/].*\.$/s);
    const { rows } = await to.world.pool.query('select gemeente from tenant');
    expect(rows).toEqual([]);
  });

  it('is refused without the right key', async () => {
    expect((await refusal(join(folder, 'good'), 'heel andere woorden dan die')).code).toBe('wrong_key');
  });

  it('is refused when a tar holds one name twice, or stops halfway', async () => {
    const tar = join(folder, 'good.tar');
    await exported(from.world, 'GM0637', tar);
    const whole = readFileSync(tar);
    writeFileSync(join(folder, 'half.tar'), whole.subarray(0, whole.length - 4000));
    expect((await refusal(join(folder, 'half.tar'))).code).toBe('broken_archive');
    const first = whole.subarray(
      0,
      512 + 512 * Math.ceil(Number.parseInt(whole.toString('ascii', 124, 135), 8) / 512),
    );
    writeFileSync(join(folder, 'twice.tar'), Buffer.concat([first, whole]));
    expect((await refusal(join(folder, 'twice.tar'))).code).toBe('unsafe_file');
  });

  it('comes in when nobody touched it', async () => {
    const wishes = { from: join(folder, 'good'), words: WORDS, host: 'nieuw.localhost', progress: nothing };
    expect(await readExport(to.world, to.urls.ownerUrl, wishes)).toMatchObject({ gemeente: 'GM0637' });
    const { rows } = await to.world.pool.query('select host from tenant_host');
    expect(rows).toEqual([{ host: 'nieuw.localhost' }]);
  });
});
