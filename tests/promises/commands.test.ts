import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, declaredCommands, execute } from '#platform/command/command.ts';
import { Refusal } from '#platform/errors.ts';
import { anonymous, systemPrincipal } from '#platform/policy/principal.ts';
import { makeTenant } from '#testing/people.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { checkCommands } from './checks/commands.ts';
import { bareSite } from './support/house.ts';
import { isTestFile, readProgram } from './support/source-tree.ts';

const source = new Map([...readProgram()].filter(([path]) => !isTestFile(path)));

let test: TestWorld;
beforeAll(async () => {
  test = await testWorld();
  await makeTenant(test);
});
afterAll(() => test.close());

describe('every command', () => {
  it('names an action of the matrix and is reached by the site', () => {
    expect(bareSite(test).routes.length).toBeGreaterThan(0);
    const { seen, actions, breaches } = checkCommands(source, declaredCommands);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThan(50);
    expect(actions.size).toBeGreaterThan(20);
  });
});

const planted = (name: string, action: string): ReadonlyMap<string, string> =>
  new Map([['src/x.ts', `export const x = defineCommand({ name: '${name}', action: '${action}', run });`]]);

describe('seen red', () => {
  it.each([
    ['an action nobody may do', planted('signaal.shout', 'signaal.shout'), /stands in no row/],
    ['a name that tells no noun', planted('shout', 'signaal.give'), /is no noun\.verb/],
    [
      'a name made on the way',
      new Map([['src/x.ts', 'defineCommand({ name: a + b, action: c, run })']]),
      /not plain/,
    ],
    ['a declaration by a variable', new Map([['src/x.ts', 'defineCommand(command)']]), /not plain/],
  ])('finds %s', (_what, files, complaint) => {
    const declared = new Map([
      ['signaal.shout', 'signaal.give'],
      ['shout', 'signaal.give'],
    ]);
    expect(checkCommands(files, declared).breaches.join('\n')).toMatch(complaint);
  });

  it('finds a double, and one that nothing reaches', () => {
    const [[, text] = ['', '']] = planted('signaal.shout', 'signaal.give');
    const { breaches } = checkCommands(new Map([['src/x.ts', `${text}\n${text}`]]), new Map());
    expect(breaches.join('\n')).toMatch(/declared twice/);
    expect(breaches.join('\n')).toMatch(/reached by nothing/);
  });
});

describe('a command that runs', () => {
  const write = (action: string, ask: boolean): Command<undefined, void> => ({
    name: 'planted.write',
    action,
    run: async ({ allow, db, gemeente, now }) => {
      await db
        .insertInto('idempotency')
        .values({
          gemeente,
          key_hash: 'x',
          result_id: '0198c0de-0000-7000-8000-000000000001',
          created_at: now,
        })
        .execute();
      if (ask) allow();
    },
  });
  const kept = async (): Promise<number> =>
    (await asOwner(test.urls, 'GM0637', 'select 1 from idempotency')).length;

  it('without asking the gate is undone', async () => {
    const run = execute(test.world, 'GM0637', systemPrincipal, write('public.read', false), undefined);
    await expect(run).rejects.toThrow('asked no policy');
    expect(await kept()).toBe(0);
  });

  it('and is refused leaves nothing', async () => {
    const run = execute(test.world, 'GM0637', anonymous, write('term.sweep', true), undefined);
    await expect(run).rejects.toThrow(Refusal);
    expect(await kept()).toBe(0);
  });

  it('and names no action of the matrix fails', async () => {
    const run = execute(test.world, 'GM0637', systemPrincipal, write('planted.action', true), undefined);
    await expect(run).rejects.toThrow('stands in no row of the role matrix');
    expect(await kept()).toBe(0);
  });

  it('and may, keeps what it wrote', async () => {
    await execute(test.world, 'GM0637', systemPrincipal, write('term.sweep', true), undefined);
    expect(await kept()).toBe(1);
  });

  it('and tells of more than one statement can hold, is told whole', async () => {
    const many: Command<undefined, void> = {
      name: 'planted.tell',
      action: 'term.sweep',
      run: async ({ allow, record }) => {
        allow();
        const objectId = '0198c0de-0000-7000-8000-000000000002';
        for (let index = 0; index < 6_500; index += 1) record({ noun: 'planted', objectId, action: 'told' });
      },
    };
    await execute(test.world, 'GM0637', systemPrincipal, many, undefined);
    const rows = await asOwner(test.urls, 'GM0637', "select 1 from history where noun = 'planted'");
    expect(rows).toHaveLength(6_500);
  });
});
