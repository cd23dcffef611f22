import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import { SESSION_COOKIE } from '#platform/web/mount.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { peopleRoutes, switchAccount } from '../index.ts';

const GEMEENTE = 'GM0637';
const MINUTE = 60_000;
let test: TestWorld;
let site: TestSite;
let personId: string;

beforeAll(async () => {
  test = await testWorld();
  site = testSite(test, peopleRoutes);
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
});
afterAll(() => test.close());

beforeEach(async () => {
  test.clock.advance(60 * MINUTE);
  personId = await makePerson(test, { name: 'Wim Wijk', holdings: [{ role: 'wijkregisseur' }] });
});

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  asOwner<Row>(test.urls, GEMEENTE, sql, values);

const kinds = async (): Promise<string[]> => {
  const log = await rows<{ kind: string }>(
    'select kind from access_log where account_id = $1 order by at, id',
    [personId],
  );
  return log.map((row) => row.kind);
};

describe('signing out', () => {
  it('deletes the session and the cookie, and is logged', async () => {
    const client = await site.client().signInAs(personId);
    const answer = await client.post('/afmelden');
    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect(client.cookies.has(SESSION_COOKIE)).toBe(false);
    expect(await rows('select id from session where account_id = $1', [personId])).toHaveLength(0);
    expect(await kinds()).toEqual(['signed_out']);
  });

  it('is no button on another site: a forged token signs nobody out', async () => {
    const client = await site.client().signInAs(personId);
    expect((await client.post('/afmelden', { _csrf: 'verzonnen' })).status).toBe(403);
    expect((await client.get('/berichten')).status).toBe(200);
  });

  it('does nothing for a visitor without a session', async () => {
    expect((await site.client().post('/afmelden')).status).toBe(303);
  });
});

describe('a session', () => {
  const open = async () => (await site.client().signInAs(personId)).get('/berichten');

  it('ends after an hour unused', async () => {
    const client = await site.client().signInAs(personId);
    test.clock.advance(60 * MINUTE - 1);
    expect((await client.get('/berichten')).status).toBe(200);
    test.clock.advance(60 * MINUTE);
    expect((await client.get('/berichten')).status).toBe(401);
  });

  it('ends after twelve hours however busy', async () => {
    const client = await site.client().signInAs(personId);
    for (let half = 1; half < 24; half += 1) {
      test.clock.advance(30 * MINUTE);
      expect((await client.get('/berichten')).status).toBe(200);
    }
    test.clock.advance(30 * MINUTE);
    expect((await client.get('/berichten')).status).toBe(401);
  });

  it('notes its use at most once a minute', async () => {
    const client = await site.client().signInAs(personId);
    const seen = async () =>
      (
        await rows<{ last_seen_at: Date }>('select last_seen_at from session where account_id = $1', [
          personId,
        ])
      )[0]?.last_seen_at;
    const start = await seen();
    test.clock.advance(MINUTE - 1);
    await client.get('/berichten');
    expect(await seen()).toEqual(start);
    test.clock.advance(1);
    await client.get('/berichten');
    expect(await seen()).toEqual(test.clock.now());
  });

  it('ends at once for an account that is switched off', async () => {
    const client = await site.client().signInAs(personId);
    await execute(test.world, GEMEENTE, operatorPrincipal, switchAccount, { id: personId, active: false });
    expect((await client.get('/berichten')).status).toBe(401);
    await execute(test.world, GEMEENTE, operatorPrincipal, switchAccount, { id: personId, active: true });
    expect((await client.get('/berichten')).status).toBe(401);
  });

  it('gives no rights from a role whose last day is past', async () => {
    expect((await open()).status).toBe(200);
    await rows(`update role_holding set valid_to = '2016-03-07' where account_id = $1`, [personId]);
    expect((await open()).status).toBe(403);
  });

  it('is worth nothing in another municipality', async () => {
    const client = await site.client().signInAs(personId);
    const other = site.client('GM0106');
    other.cookies.set(SESSION_COOKIE, client.cookies.get(SESSION_COOKIE) ?? '');
    expect((await other.get('/berichten')).status).toBe(401);
  });
});
