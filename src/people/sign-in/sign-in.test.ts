import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { MessageRow } from '#platform/mail/template.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import { hashToken } from '#platform/secrets/index.ts';
import { openConnections } from '#testing/at-once.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { peopleRoutes, signInMessage, switchAccount } from '../index.ts';
import { ASKING_TAKES } from './routes.ts';

const GEMEENTE = 'GM0637';
const MINUTE = 60_000;
let test: TestWorld;
let site: TestSite;
let personId: string;
let email: string;
let count = 0;

beforeAll(async () => {
  test = await testWorld();
  site = testSite(test, peopleRoutes);
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
});
afterAll(() => test.close());

beforeEach(async () => {
  // Another address each time, and a later window: the limits of one test do not reach the next.
  count += 1;
  test.clock.advance(60 * MINUTE);
  email = `wim${count}@voorbeeld.test`;
  personId = await makePerson(test, { name: 'Wim Wijk', email, holdings: [{ role: 'wijkregisseur' }] });
});

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  asOwner<Row>(test.urls, GEMEENTE, sql, values);

const lastMessage = async (): Promise<MessageRow | undefined> => {
  const [row] = await rows<{ id: string; object_id: string; variables: Record<string, unknown> }>(
    'select id, object_id, variables from message where recipient_id = $1 order by id desc limit 1',
    [personId],
  );
  return (
    row && {
      gemeente: GEMEENTE,
      id: row.id,
      template: 'sign_in_link',
      recipientKind: 'account',
      recipientId: personId,
      objectId: row.object_id,
      channel: 'mail',
      variables: row.variables,
      createdAt: test.clock.now(),
    }
  );
};

const render = async () => {
  const message = await lastMessage();
  if (!message) throw new Error('There is no message');
  return tenantTransaction(test.world.pool, GEMEENTE, (db) => signInMessage.render(test.world, db, message));
};

/** Asks for a link and gives its path, as it stands in the mail. */
const askLink = async (): Promise<string> => {
  const answer = await site.client().post('/aanmelden', { email });
  expect(answer.status).toBe(303);
  const path = /https?:\/\/[^/\s]+(\/aanmelden\/link\/\S+)/.exec((await render())?.text ?? '')?.[1];
  if (!path) throw new Error('No link in the mail');
  return path;
};

const kinds = async (): Promise<string[]> => {
  const log = await rows<{ kind: string }>(
    'select kind from access_log where account_id = $1 order by at, id',
    [personId],
  );
  return log.map((row) => row.kind);
};

describe('asking for a link', () => {
  it('answers a known and an unknown address with the same page', async () => {
    const known = await site.client().post('/aanmelden', { email });
    const unknown = await site.client().post('/aanmelden', { email: 'niemand@voorbeeld.test' });
    expect([known.status, known.location]).toEqual([unknown.status, unknown.location]);
    expect(known.text).toBe(unknown.text);
    expect((await site.client().get('/aanmelden/verstuurd')).text).toContain(
      'Als dit adres bij ons bekend is, krijgt u een mail',
    );
  });

  // Writing a mail takes longer than writing none: without a floor the time of the answer told who has an account.
  it('takes a known and an unknown address the same time', async () => {
    const timed = async (address: string) => {
      const begin = performance.now();
      await site.client().post('/aanmelden', { email: address });
      return performance.now() - begin;
    };
    expect(await timed(email)).toBeGreaterThan(ASKING_TAKES - 5);
    expect(await timed('niemand3@voorbeeld.test')).toBeGreaterThan(ASKING_TAKES - 5);
  });

  it('sends a mail to a known address, however it was typed', async () => {
    await site.client().post('/aanmelden', { email: ` ${email.toUpperCase()} ` });
    expect(await render()).toMatchObject({ to: { name: 'Wim Wijk', mail: email }, lang: 'nl' });
  });

  it('sends nothing to an unknown address, and the log keeps no address', async () => {
    const before = await rows('select id from message');
    await site.client().post('/aanmelden', { email: 'niemand2@voorbeeld.test' });
    expect(await rows('select id from message')).toHaveLength(before.length);
    const log = await rows('select * from access_log');
    expect(JSON.stringify(log)).not.toContain('niemand2');
    expect(log.filter((row) => row.reason === 'unknown_address')).not.toHaveLength(0);
  });

  it.each([
    ['switched_off', 'update account set active = false where id = $1'],
    ['no_role', `update role_holding set valid_to = '2016-02-01' where account_id = $1`],
  ])('sends nothing to somebody who may not come in (%s)', async (reason, sql) => {
    await rows(sql, [personId]);
    await site.client().post('/aanmelden', { email });
    expect(await lastMessage()).toBeUndefined();
    expect(await rows('select kind, reason from access_log where account_id = $1', [personId])).toEqual([
      { kind: 'link_refused', reason },
    ]);
  });

  it('stores the token nowhere in clear', async () => {
    const token = (await askLink()).split('/').at(-1) ?? '';
    const [link] = await rows<{ token_hash: string }>('select * from sign_in_link where account_id = $1', [
      personId,
    ]);
    expect(link?.token_hash).toBe(hashToken(token));
    for (const table of ['message', 'sign_in_link', 'history', 'access_log']) {
      expect(JSON.stringify(await rows(`select * from ${table}`))).not.toContain(token);
    }
    expect(test.logged.join('')).not.toContain(token);
  });

  it('sends at most five mails an hour to one address, and says so to nobody', async () => {
    const answers = [];
    for (let turn = 0; turn < 7; turn += 1) {
      answers.push(
        await site.client().post('/aanmelden', { email }, { 'x-forwarded-for': `10.0.0.${turn}` }),
      );
    }
    expect(new Set(answers.map((answer) => answer.location))).toEqual(new Set(['/aanmelden/verstuurd']));
    expect(await rows('select id from message where recipient_id = $1', [personId])).toHaveLength(5);
  });

  it('stops a visitor who asks too often', async () => {
    const client = site.client();
    const turns = Array.from({ length: 101 }, (_, turn) => `x${turn}@voorbeeld.test`);
    const answers = await Promise.all(turns.map((each) => client.post('/aanmelden', { email: each })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(100).fill(303), 429]);
  });

  it('keeps what was typed and says what is wrong', async () => {
    const client = site.client();
    const answer = await client.submit(await client.get('/aanmelden'), { email: 'wim apenstaart <b>' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="wim apenstaart &lt;b&gt;"');
    expect(answer.text).toContain('Dit is geen e-mailadres');
    expect(answer.text).toContain('<title>Fout: ');
  });

  it('refuses a form of another site', async () => {
    const answer = await site
      .client()
      .post('/aanmelden', { email }, { origin: 'http://kwaad.test', 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(await lastMessage()).toBeUndefined();
  });

  it('survives any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(), async (text, visitor) => {
        const headers = { 'x-forwarded-for': `visitor-${visitor}-${text.length}` };
        const { status } = await site.client().post('/aanmelden', { email: text }, headers);
        expect([303, 400, 422, 429]).toContain(status);
      }),
      { numRuns: 60 },
    );
  });
});

describe('following a link', () => {
  it('signs nobody in by looking, as mail scanners do', async () => {
    const path = await askLink();
    const scanner = site.client();
    const page = await scanner.get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Meld mij aan');
    expect(scanner.cookies.size).toBe(0);
    expect((await site.client().get(path)).status).toBe(200);
  });

  it('gives a session that can do nothing yet but the second step', async () => {
    const client = site.client();
    const answer = await client.submit(await client.get(await askLink()));
    expect([answer.status, answer.location]).toEqual([303, '/aanmelden/tweede-stap/instellen']);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await client.get('/berichten')).status).toBe(401);
    expect(await kinds()).toEqual(['link_sent', 'link_used']);
  });

  it('works once', async () => {
    const path = await askLink();
    const client = site.client();
    await client.submit(await client.get(path));
    const again = await site.client().post(path);
    expect(again.status).toBe(410);
    expect(again.text).toContain('Deze link werkt niet meer');
    expect(again.headers.get('set-cookie')).toBeNull();
    expect((await site.client().get(path)).status).toBe(410);
  });

  it('lets exactly one in when ten use it at once', async () => {
    const path = await askLink();
    await openConnections(test);
    const answers = await Promise.all(Array.from({ length: 10 }, () => site.client().post(path)));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 410)).toHaveLength(9);
    expect(await rows('select id from session where account_id = $1', [personId])).toHaveLength(1);
  });

  it('works until half an hour, and not then', async () => {
    const path = await askLink();
    test.clock.advance(30 * MINUTE - 1);
    expect((await site.client().get(path)).status).toBe(200);
    test.clock.advance(1);
    expect((await site.client().get(path)).status).toBe(410);
    expect((await site.client().post(path)).status).toBe(410);
    expect(await render()).toBeNull();
  });

  it('kills the other links of that account', async () => {
    const first = await askLink();
    const second = await askLink();
    expect((await site.client().post(first)).status).toBe(303);
    expect((await site.client().post(second)).status).toBe(410);
  });

  it('does nothing for an account that was switched off meanwhile', async () => {
    const path = await askLink();
    await execute(test.world, GEMEENTE, operatorPrincipal, switchAccount, { id: personId, active: false });
    expect((await site.client().post(path)).status).toBe(410);
    expect(await render()).toBeNull();
  });

  it('does not work in another municipality', async () => {
    const path = await askLink();
    expect((await site.client('GM0106').post(path)).status).toBe(410);
    expect((await site.client().post(path)).status).toBe(303);
  });

  it.each(['x', 'kort', 'a'.repeat(43), '%F0%9F%98%80', '..%2F..'])(
    'shrugs at the token %s',
    async (token) => {
      expect((await site.client().get(`/aanmelden/link/${token}`)).status).toBe(410);
    },
  );
});
