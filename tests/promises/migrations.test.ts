import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { describeSchema } from '#testing/describe-schema.ts';
import { copyTemplate, type DatabaseUrls } from '#testing/template.ts';
import { checkMigrations, landedNow } from './checks/migrations.ts';
import landed from './migrations.json' with { type: 'json' };
import { connected } from './support/clients.ts';
import { ROOT, readTree } from './support/source-tree.ts';

let urls: DatabaseUrls & { drop: () => Promise<void> };
beforeAll(async () => {
  urls = await copyTemplate(inject('database'));
});
afterAll(() => urls.drop());

describe('the migrations', () => {
  it('are numbered without a gap and stay as they landed', () => {
    const { seen, breaches } = checkMigrations(readTree('migrations', ['.sql']), landed);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(4);
  });

  it('make the tables that the types describe', async () => {
    const written = readFileSync(join(ROOT, 'src', 'platform', 'database', 'schema.gen.ts'), 'utf8');
    expect(written).toBe(await describeSchema(urls.ownerUrl));
    expect(written.match(/^export interface \w+Table /gm)?.length).toBeGreaterThan(35);
  });
});

describe('seen red', () => {
  const sound = new Map([
    ['migrations/0001-ground.sql', 'create table a ()'],
    ['migrations/0002-more.sql', 'create table b ()'],
  ]);
  it.each([
    ['a gap', new Map([...sound, ['migrations/0004-late.sql', '']]), '0004-late.sql: out of order'],
    ['a double', new Map([...sound, ['migrations/0002-again.sql', '']]), '0002-more.sql: out of order'],
    [
      'an edit',
      new Map([...sound, ['migrations/0001-ground.sql', 'drop table a']]),
      '0001-ground.sql: was edited',
    ],
    ['a removal', new Map([...sound].slice(0, 1)), '0002-more.sql: has landed and is gone'],
    ['a name without a number', new Map([...sound, ['migrations/extra.sql', '']]), 'extra.sql: is not named'],
    ['one that nobody wrote down', new Map([...sound, ['migrations/0003-new.sql', '']]), 'not written down'],
  ])('finds %s', (_what, files, complaint) => {
    const { breaches } = checkMigrations(files, landedNow(sound));
    expect(breaches.filter((breach) => breach.includes(complaint))).not.toEqual([]);
    expect(checkMigrations(sound, landedNow(sound)).breaches).toEqual([]);
  });

  it('finds types that fell behind the tables', async () => {
    const before = await describeSchema(urls.ownerUrl);
    await connected(urls.ownerUrl, (client) => client.query('alter table signaal add column planted text'));
    expect(await describeSchema(urls.ownerUrl)).not.toBe(before);
  });
});
