import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { operatorPrincipal, systemPrincipal } from '#platform/policy/principal.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import {
  addHolding,
  createAccount,
  createSignInLink,
  isAction,
  peopleRecurring,
  peopleRoutes,
  peopleTexts,
  roleTexts,
} from './index.ts';

const GEMEENTE = 'GM0637';
const HOUR = 3_600_000;
let test: TestWorld;

beforeAll(async () => {
  test = await testWorld();
  await makeTenant(test);
});
afterAll(() => test.close());

const count = async (table: string): Promise<number> => {
  const [row] = await asOwner<{ n: number }>(test.urls, GEMEENTE, `select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
};

describe('the first administrator', () => {
  it('gets in without mail: account, role and link from the command line', async () => {
    const run = { name: 'Eerste Beheerder', email: 'Eerste@voorbeeld.test', lang: 'nl' } as const;
    const id = await execute(test.world, GEMEENTE, operatorPrincipal, createAccount, run);
    const admin = { accountId: id, role: 'functional_admin', from: '2016-03-07' };
    await execute(test.world, GEMEENTE, operatorPrincipal, addHolding, admin);
    const path = await execute(test.world, GEMEENTE, operatorPrincipal, createSignInLink, {
      email: ' eerste@VOORBEELD.test ',
    });
    const client = testSite(test, peopleRoutes).client();
    expect((await client.submit(await client.get(path))).location).toBe('/aanmelden/tweede-stap/instellen');
    expect(await count('message')).toBe(0);
  });

  it.each([
    ['account_unknown', {}],
    ['account_off', { active: false, holdings: [{ role: 'functional_admin' as const }] }],
  ])('gets a reason instead of a link (%s)', async (code, person) => {
    const email = `${newId()}@voorbeeld.test`;
    await makePerson(test, { email, ...person });
    const asked = execute(test.world, GEMEENTE, operatorPrincipal, createSignInLink, { email });
    await expect(asked).rejects.toMatchObject({ code });
  });

  it('is made by the operator only, not by a job', async () => {
    const person = { name: 'X', email: 'x@voorbeeld.test', lang: 'nl' } as const;
    const made = execute(test.world, GEMEENTE, systemPrincipal, createAccount, person);
    await expect(made).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('what has ended', () => {
  it('is removed, and nothing else', async () => {
    const id = await makePerson(test, { holdings: [{ role: 'trekker' }] });
    const site = testSite(test, peopleRoutes);
    await site.client().signInAs(id);
    test.clock.advance(2 * HOUR);
    const awake = await site.client().signInAs(id);
    for (const job of peopleRecurring) await job.run(test.world);
    expect((await awake.get('/berichten')).status).toBe(200);
    expect(await count('session')).toBe(1);
    expect(await count('sign_in_link')).toBe(1);
    test.clock.advance(26 * HOUR);
    for (const job of peopleRecurring) await job.run(test.world);
    expect([await count('session'), await count('sign_in_link')]).toEqual([0, 0]);
  });
});

describe('the door', () => {
  it('has only routes with a policy of the matrix, each address once', () => {
    const addresses = peopleRoutes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(peopleRoutes.length).toBeGreaterThan(20);
    for (const route of peopleRoutes) expect(isAction(route.policy)).toBe(true);
  });

  it('has English words with the same places to fill in', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const { nl, en } of [peopleTexts, roleTexts]) {
      const english: Record<string, string> = en;
      for (const [key, text] of Object.entries(nl))
        expect([key, places(english[key] ?? '')]).toEqual([key, places(text)]);
    }
  });
});
