import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { operatorPrincipal, systemPrincipal } from '#platform/policy/principal.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { startMailServer } from '#testing/smtp.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { deliverCommand, MAX_ATTEMPTS, pauseAfter } from './deliver.ts';
import { mailRoom } from './index.ts';
import { mailRecurring, mailSubscriptions } from './jobs.ts';
import { GEMEENTE, historyOf, queue, stored, testPost } from './post.fixture.ts';
import { smtpTransport, storedTransport } from './transport.ts';

const post = testPost();
let test: TestWorld;
let site: TestSite;
let reader: string;

beforeAll(async () => {
  test = await testWorld({
    subscriptions: mailSubscriptions(post.office),
    recurring: mailRecurring(post.office),
  });
  await makeTenant(test);
  site = testSite(test, mailRoom(post.office, () => undefined).routes);
});
afterAll(() => test.close());

beforeEach(() => {
  post.sent.length = 0;
  post.failures.length = 0;
  reader = newId();
  post.people.set(reader, { name: 'Jansje', mail: 'jansje@voorbeeld.test' });
});

const queueFor = (recipientId: string, variables: Record<string, string> = { word: 'hallo' }) =>
  queue(test, { recipientId, variables });

describe('a mail in the outbox', () => {
  it('holds no address and no text, and leaves with both', async () => {
    const id = await queueFor(reader);
    expect(JSON.stringify(await stored(test, id))).not.toContain('voorbeeld.test');
    await test.drain();
    expect(post.sent).toEqual([
      expect.objectContaining({
        id,
        to: { name: 'Jansje', mail: 'jansje@voorbeeld.test' },
        text: 'Woord hallo',
      }),
    ]);
    expect(await stored(test, id)).toMatchObject({ state: 'sent', attempts: 1, error_code: null });
    expect(await historyOf(test, id)).toEqual(['message.sent']);
  });

  it('is refused with an address among its variables', async () => {
    await expect(queueFor(reader, { word: 'jansje@voorbeeld.test' })).rejects.toThrow('no addresses');
  });

  it('is taken back with the transaction that put it there', async () => {
    const command = {
      name: 'test.fail',
      action: 'message.send',
      run: async () => {
        throw new Error('halfway');
      },
    };
    await expect(execute(test.world, GEMEENTE, systemPrincipal, command, {})).rejects.toThrow('halfway');
    await test.drain();
    expect(post.sent).toEqual([]);
  });

  it('is tried again after a minute, two, four, and arrives once', async () => {
    post.failures.push('server_unreachable', 'too_slow');
    const id = await queueFor(reader);
    await test.drain();
    expect(await stored(test, id)).toMatchObject({
      state: 'queued',
      attempts: 1,
      error_code: 'server_unreachable',
    });
    await test.jobs.runRecurring(test.world);
    expect(await stored(test, id), 'not before its time').toMatchObject({ attempts: 1 });
    test.clock.advance(pauseAfter(1));
    await test.jobs.runRecurring(test.world);
    expect(await stored(test, id)).toMatchObject({ state: 'queued', attempts: 2, error_code: 'too_slow' });
    test.clock.advance(pauseAfter(2));
    await test.jobs.runRecurring(test.world);
    expect(await stored(test, id)).toMatchObject({ state: 'sent', attempts: 3, error_code: null });
    expect(post.sent).toHaveLength(1);
  });

  it('is given up after eight tries, and then seen and sent again by the administrator', async () => {
    post.failures.push(...Array.from({ length: MAX_ATTEMPTS }, () => 'text_failed' as const));
    const id = await queueFor(reader);
    await test.drain();
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      test.clock.advance(pauseAfter(attempt));
      await test.jobs.runRecurring(test.world);
    }
    expect(await stored(test, id)).toMatchObject({ state: 'failed', attempts: MAX_ATTEMPTS });

    const admin = await makePerson(test, { holdings: [{ role: 'functional_admin' }] });
    const client = await site.client().signInAs(admin);
    const list = await client.get('/beheer/berichten');
    expect(list.text).toContain('De tekst kon niet worden gemaakt');
    const answer = await client.submit(list, {}, `/beheer/berichten/${id}/opnieuw`);
    expect(answer.status).toBe(303);
    await test.drain();
    expect(await stored(test, id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await historyOf(test, id)).toEqual(['message.failed', 'message.retried', 'message.sent']);
  });

  it('is given up at once when the address is refused, and can be dropped with a reason', async () => {
    post.failures.push('address_refused');
    const id = await queueFor(reader);
    await test.drain();
    expect(await stored(test, id)).toMatchObject({
      state: 'failed',
      attempts: 1,
      error_code: 'address_refused',
    });
    const admin = await makePerson(test, { holdings: [{ role: 'functional_admin' }] });
    const client = await site.client().signInAs(admin);
    const page = await client.get(`/beheer/berichten/${id}/vervalt`);
    const refused = await client.submit(page, { reason: '  ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Vul in waarom dit bericht niet meer weg gaat.');
    expect((await client.post(`/beheer/berichten/${id}/vervalt`)).status, 'a form without the field').toBe(
      422,
    );
    const long = await client.submit(page, { reason: 'lang '.repeat(200) });
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('lang lang')]);
    expect(long.text).toContain('hoogstens 500 tekens');
    expect((await client.submit(page, { reason: 'adres bestaat niet' })).status).toBe(303);
    expect(await stored(test, id)).toMatchObject({ state: 'cancelled' });
    expect((await client.submit(page, { reason: 'nog eens' })).status, 'a second time').toBe(409);
  });

  it('is cancelled when there is nobody left to tell', async () => {
    const id = await queueFor(newId());
    await test.drain();
    expect(await stored(test, id)).toMatchObject({ state: 'cancelled' });
    expect(post.sent).toEqual([]);
  });

  it('fails without an address', async () => {
    post.people.set(reader, { name: 'Jansje' });
    const id = await queueFor(reader);
    await test.drain();
    expect(await stored(test, id)).toMatchObject({ state: 'failed', error_code: 'no_address' });
  });

  it('survives a template that breaks its own transaction', async () => {
    const broken = await queueFor(reader, { break: 'ja', word: 'x' });
    const fine = await queueFor(reader);
    await test.drain();
    expect(await stored(test, broken)).toMatchObject({
      state: 'queued',
      error_code: 'text_failed',
      attempts: 1,
    });
    expect(await stored(test, fine)).toMatchObject({ state: 'sent' });
  });

  it('is found by the sweep when its own job was lost', async () => {
    const id = await queueFor(reader);
    await test.jobs.boss.deleteAllJobs('mail-send');
    await test.drain();
    expect(await stored(test, id)).toMatchObject({ state: 'queued', attempts: 0 });
    test.clock.advance(6 * 60_000);
    await test.jobs.runRecurring(test.world);
    expect(await stored(test, id)).toMatchObject({ state: 'sent' });
  });

  it('leaves once when two processes take it up together', async () => {
    const id = await queueFor(reader);
    const deliver = deliverCommand(post.office);
    const send = () => execute(test.world, GEMEENTE, systemPrincipal, deliver, { id });
    await Promise.all([send(), send(), send()]);
    expect(post.sent).toHaveLength(1);
    await test.drain();
    expect(post.sent).toHaveLength(1);
  });

  it('may not be sent by whoever runs the command line', async () => {
    const deliver = deliverCommand(post.office);
    await expect(execute(test.world, GEMEENTE, operatorPrincipal, deliver, { id: newId() })).rejects.toThrow(
      'forbidden',
    );
  });
});

describe('mail over a real server', () => {
  it('reaches the mailbox with the names and text of the moment of sending', async () => {
    const server = await startMailServer();
    const real = testPost(smtpTransport({ url: server.url, from: 'wijkregie@voorbeeld.test' }));
    real.people.set(reader, { name: 'Jansje', mail: 'jansje@voorbeeld.test' });
    const id = await queueFor(reader, { word: 'echt' });
    await execute(test.world, GEMEENTE, systemPrincipal, deliverCommand(real.office), { id });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.raw).toContain('Woord echt');
    expect(await stored(test, id)).toMatchObject({ state: 'sent' });
    await server.close();
  });

  it('stays readable here when no mail server is set', async () => {
    const kept = testPost(storedTransport);
    kept.people.set(reader, { name: 'Jansje', mail: 'jansje@voorbeeld.test' });
    const id = await queueFor(reader);
    await execute(test.world, GEMEENTE, systemPrincipal, deliverCommand(kept.office), { id });
    expect(await stored(test, id)).toMatchObject({ state: 'stored' });
  });
});
