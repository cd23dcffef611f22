import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import { SESSION_COOKIE } from '#platform/web/mount.ts';
import { openConnections } from '#testing/at-once.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { createSignInLink, peopleRoutes, resetSecondFactor } from '../index.ts';

const GEMEENTE = 'GM0637';
const MINUTE = 60_000;
const STEP = '/aanmelden/tweede-stap';
const ENROL = `${STEP}/instellen`;
let test: TestWorld;
let site: TestSite;
let personId: string;
let email: string;
let count = 0;

beforeAll(async () => {
  test = await testWorld();
  site = testSite(test, peopleRoutes);
  await makeTenant(test);
});
afterAll(() => test.close());

beforeEach(async () => {
  count += 1;
  test.clock.advance(60 * MINUTE);
  email = `tine${count}@voorbeeld.test`;
  personId = await makePerson(test, { name: 'Tine Trekker', email, holdings: [{ role: 'trekker' }] });
});

/** A client that followed a fresh link and stands before the second step. */
const comeIn = async (): Promise<TestClient> => {
  const path = await execute(test.world, GEMEENTE, operatorPrincipal, createSignInLink, { email });
  const client = site.client();
  await client.submit(await client.get(path));
  return client;
};

const secretOn = (html: string): string => {
  const found = /wr-code__value[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
  return found.replace(/<[^>]*>/g, '').replace(/\s/g, '');
};

const codeOf = (secret: string, shift = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: test.clock.now().getTime() + shift });

/** A client with a confirmed app, signed in fully; gives the secret of that app. */
const enrolled = async (): Promise<{ client: TestClient; secret: string }> => {
  const client = await comeIn();
  const page = await client.get(ENROL);
  const secret = secretOn(page.text);
  const answer = await client.submit(page, { code: codeOf(secret) }, ENROL);
  expect([answer.status, answer.location]).toEqual([303, '/start']);
  return { client, secret };
};

const lines = async () =>
  asOwner<{ kind: string; reason: string | null }>(
    test.urls,
    GEMEENTE,
    'select kind, reason from access_log where account_id = $1 order by at, id',
    [personId],
  );

describe('setting up an authenticator app', () => {
  it('shows the secret as a picture and as text', async () => {
    const page = await (await comeIn()).get(ENROL);
    expect(secretOn(page.text)).toMatch(/^[A-Z2-7]{32}$/);
    const picture = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(page.text)?.[1] ?? '';
    expect(Buffer.from(picture, 'base64').toString()).toMatch(/^<svg/);
  });

  it('keeps the secret sealed', async () => {
    const secret = secretOn((await (await comeIn()).get(ENROL)).text);
    const [row] = await asOwner<{ totp_sealed: Buffer }>(
      test.urls,
      GEMEENTE,
      'select totp_sealed from account where id = $1',
      [personId],
    );
    expect(row?.totp_sealed.toString('latin1')).not.toContain(secret);
  });

  it('lets in with the first right code, under a new token that lasts no longer', async () => {
    const client = await comeIn();
    const before = client.cookies.get(SESSION_COOKIE);
    test.clock.advance(10 * MINUTE);
    const page = await client.get(ENROL);
    await client.submit(page, { code: codeOf(secretOn(page.text)) }, ENROL);
    const after = client.cookies.get(SESSION_COOKIE);
    expect(after).not.toBe(before);
    expect((await client.get('/berichten')).status).toBe(200);
    const thief = site.client();
    thief.cookies.set(SESSION_COOKIE, before ?? '');
    expect((await thief.get('/berichten')).status).toBe(401);
    const [session] = await asOwner<{ hours: number }>(
      test.urls,
      GEMEENTE,
      `select extract(epoch from expires_at - $2)::float8 / 3600 as hours from session where account_id = $1`,
      [personId, test.clock.now()],
    );
    expect(session?.hours).toBeCloseTo(12 - 1 / 6);
  });

  it('makes another secret at the next link while none is confirmed', async () => {
    const first = secretOn((await (await comeIn()).get(ENROL)).text);
    const second = secretOn((await (await comeIn()).get(ENROL)).text);
    expect(second).not.toBe(first);
  });

  it('shows the secret to nobody once it is confirmed', async () => {
    await enrolled();
    const client = await comeIn();
    const answer = await client.get(ENROL);
    expect([answer.status, answer.location]).toEqual([303, STEP]);
  });

  it('is not there for a visitor', async () => {
    expect((await site.client().get(ENROL)).status).toBe(401);
    expect((await site.client().get(STEP)).status).toBe(401);
  });
});

describe('giving a code', () => {
  it('takes a code with a space, of the step before or after too', async () => {
    const { secret } = await enrolled();
    for (const shift of [-30_000, 0, 30_000]) {
      test.clock.advance(5 * MINUTE);
      const client = await comeIn();
      const code = codeOf(secret, shift);
      const page = await client.get(STEP);
      const answer = await client.submit(page, { code: `${code.slice(0, 3)} ${code.slice(3)}` }, STEP);
      expect(answer.status).toBe(303);
    }
  });

  it('refuses a code two steps away', async () => {
    const { secret } = await enrolled();
    test.clock.advance(5 * MINUTE);
    const client = await comeIn();
    expect((await client.post(STEP, { code: codeOf(secret, -60_000) })).status).toBe(422);
    expect((await client.post(STEP, { code: codeOf(secret, 60_000) })).status).toBe(422);
  });

  it('refuses the same code a second time', async () => {
    const { secret } = await enrolled();
    const client = await comeIn();
    const answer = await client.post(STEP, { code: codeOf(secret) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Deze code klopt niet of is al gebruikt');
    expect(await lines()).toContainEqual({ kind: 'second_factor_refused', reason: 'used_before' });
  });

  it('lets exactly one in when one code is given twice at once', async () => {
    const { secret } = await enrolled();
    test.clock.advance(5 * MINUTE);
    const clients = [await comeIn(), await comeIn(), await comeIn()];
    const code = codeOf(secret);
    await openConnections(test);
    const answers = await Promise.all(clients.map((client) => client.post(STEP, { code })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422, 422]);
  });

  it('lets five wrong codes pass in a quarter of an hour, then refuses even a right one', async () => {
    const { secret } = await enrolled();
    test.clock.advance(5 * MINUTE);
    const client = await comeIn();
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await client.post(STEP, { code: '000000' })).status).toBe(422);
    }
    const late = await client.post(STEP, { code: codeOf(secret) });
    expect(late.status).toBe(429);
    expect(late.text).toContain('Wacht een kwartier');
    test.clock.advance(15 * MINUTE);
    expect((await client.post(STEP, { code: codeOf(secret) })).status).toBe(303);
  });

  it('counts wrong codes over all sessions of an account, also when they come at once', async () => {
    await enrolled();
    test.clock.advance(5 * MINUTE);
    const clients = [await comeIn(), await comeIn()];
    await openConnections(test);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        clients[turn % 2]?.post(STEP, { code: '000000' }, { 'x-forwarded-for': `10.1.0.${turn}` }),
      ),
    );
    expect(answers.filter((answer) => answer?.status === 422)).toHaveLength(5);
    expect(answers.filter((answer) => answer?.status === 429)).toHaveLength(5);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '12345\u0000'])(
    'does not count %j as a try',
    async (code) => {
      await enrolled();
      const before = await lines();
      expect([400, 422]).toContain((await (await comeIn()).post(STEP, { code })).status);
      const refused = (await lines()).filter((line) => line.kind === 'second_factor_refused');
      expect(refused).toEqual(before.filter((line) => line.kind === 'second_factor_refused'));
    },
  );

  it('refuses a forged form', async () => {
    const { secret } = await enrolled();
    test.clock.advance(5 * MINUTE);
    const client = await comeIn();
    expect((await client.post(STEP, { code: codeOf(secret), _csrf: 'x' })).status).toBe(403);
  });
});

describe('a lost telephone', () => {
  it('is put right by an administrator: the app is forgotten, sessions end, and it stands in the history', async () => {
    const { client, secret } = await enrolled();
    await execute(test.world, GEMEENTE, operatorPrincipal, resetSecondFactor, { id: personId });
    expect((await client.get('/berichten')).status).toBe(401);
    const fresh = await comeIn();
    const page = await fresh.get(ENROL);
    expect(secretOn(page.text)).not.toBe(secret);
    const history = await asOwner(
      test.urls,
      GEMEENTE,
      'select action, before, after from history where object_id = $1 order by at desc, id desc limit 1',
      [personId],
    );
    expect(history).toEqual([
      { action: 'second_factor_reset', before: { second_factor: true }, after: { second_factor: false } },
    ]);
  });
});
