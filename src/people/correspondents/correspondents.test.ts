import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { makeTenant } from '#testing/people.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { addCorrespondent, readCorrespondent, wipeCorrespondent } from '../index.ts';

let test: TestWorld;
beforeAll(async () => {
  test = await testWorld();
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
});
afterAll(() => test.close());

const person = {
  purpose: 'advice',
  name: 'Wilma Verzonnen',
  mail: 'wilma@voorbeeld.test',
  lang: 'nl',
  confirmed: true,
} as const;

const inCommand = <T>(
  work: (context: Parameters<typeof addCorrespondent>[0]) => Promise<T>,
  gemeente = 'GM0637',
) =>
  execute(
    test.world,
    gemeente,
    systemPrincipal,
    {
      name: 'test.correspondent',
      action: 'term.sweep',
      run: (context: Parameters<typeof addCorrespondent>[0]) => {
        context.allow();
        return work(context);
      },
    },
    undefined,
  );

const read = (id: string, gemeente = 'GM0637') =>
  tenantTransaction(test.world.pool, gemeente, (db) => readCorrespondent(test.world, db, gemeente, id));

describe('a correspondent', () => {
  it('is kept sealed, found again by address, and opened for sending only', async () => {
    const id = await inCommand((context) => addCorrespondent(context, person));
    const again = { ...person, mail: ' WILMA@voorbeeld.test' };
    expect(await inCommand((context) => addCorrespondent(context, again))).toBe(id);
    const other = { ...person, purpose: 'follow' as const };
    expect(await inCommand((context) => addCorrespondent(context, other))).not.toBe(id);
    expect(await read(id)).toMatchObject({
      name: 'Wilma Verzonnen',
      mail: 'wilma@voorbeeld.test',
      lang: 'nl',
    });
    const stored = await asOwner(test.urls, 'GM0637', 'select c.*, h.after from correspondent c, history h');
    expect(JSON.stringify(stored)).not.toMatch(/wilma/i);
  });

  it('is nobody to another municipality, and to everybody once wiped', async () => {
    const id = await inCommand((context) =>
      addCorrespondent(context, { ...person, mail: 'weg@voorbeeld.test' }),
    );
    expect(await read(id, 'GM0106')).toBeNull();
    await inCommand((context) => wipeCorrespondent(context, id), 'GM0106');
    expect(await read(id)).not.toBeNull();
    await inCommand((context) => wipeCorrespondent(context, id));
    await inCommand((context) => wipeCorrespondent(context, id));
    expect(await read(id)).toBeNull();
    const history = await asOwner(
      test.urls,
      'GM0637',
      "select 1 from history where object_id = $1 and action = 'wiped'",
      [id],
    );
    expect(history).toHaveLength(1);
  });
});
