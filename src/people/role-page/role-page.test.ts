import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant } from '#testing/people.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { allActions, isAction, machineReadable, peopleRoutes, reachOf, roles, roleTexts } from '../index.ts';
import { actionRows } from './rolebook.ts';

let test: TestWorld;
let site: TestSite;

beforeAll(async () => {
  test = await testWorld();
  site = testSite(test, peopleRoutes);
  await makeTenant(test);
});
afterAll(() => test.close());

describe('the role page', () => {
  it('shows every action and every role to anybody, in both languages', async () => {
    for (const lang of ['nl', 'en'] as const) {
      const client = site.client();
      client.cookies.set('taal', lang);
      const { status, text } = await client.get('/rollen');
      expect(status).toBe(200);
      const texts: Record<string, string> = roleTexts[lang];
      for (const action of allActions) expect(text).toContain(texts[`action.${action}`]);
      for (const { id } of roles) expect(text).toContain(texts[`role.${id}`]);
    }
  });

  it('puts each action in a named room', () => {
    expect(actionRows().filter((row) => row.room === 'other')).toEqual([]);
    expect(actionRows()).toHaveLength(allActions.length);
  });

  it('shows one role with how far it reaches, and everything for a role that does not exist', async () => {
    const { text } = await site.client().get('/rollen?rol=privacy_officer');
    expect(text).toContain(roleTexts.nl['action.access_log.read']);
    expect(text).not.toContain(roleTexts.nl['action.account.manage']);
    const all = await site.client().get('/rollen?rol=koning');
    expect(all.text).toContain(roleTexts.nl['action.account.manage']);
  });

  it('gives machines the same matrix, cell by cell', async () => {
    const answer = await site.client().get('/rollen.json');
    expect(answer.headers.get('content-type')).toContain('application/json');
    const matrix = JSON.parse(answer.text) as ReturnType<typeof machineReadable>;
    expect(matrix).toEqual(JSON.parse(JSON.stringify(machineReadable())));
    expect(matrix.roles).toHaveLength(roles.length);
    for (const role of matrix.roles) {
      for (const action of allActions.filter(isAction)) {
        expect(role.may[action]).toBe(reachOf(action, role.id));
      }
    }
  });
});
