import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { smtpRefusal, startMailServer, startSilentServer, type TestMailServer } from '#testing/smtp.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { MAX_ATTEMPTS, pauseAfter, SERVER_PATIENCE } from './deliver.ts';
import { mailRoom } from './index.ts';
import { mailRecurring, mailSubscriptions } from './jobs.ts';
import { historyOf, queue, stored, testPost } from './post.fixture.ts';
import { type MailTransport, smtpTransport } from './transport.ts';

const FROM = 'Gemeente <wijkregie@voorbeeld.test>';
/** Which mail server the program is told of; the tests let it go from bad to worse. */
const route = { url: '' };
const tried = { count: 0 };
const transport: MailTransport = {
  afterwards: 'sent',
  send: (mail) => {
    tried.count += 1;
    return smtpTransport({ url: route.url, from: FROM, patience: 250 }).send(mail);
  },
};
const post = testPost(transport);
let test: TestWorld;
let site: TestSite;
let well: TestMailServer;

beforeAll(async () => {
  test = await testWorld({
    subscriptions: mailSubscriptions(post.office),
    recurring: mailRecurring(post.office),
  });
  await makeTenant(test);
  site = testSite(test, mailRoom(post.office, () => undefined).routes);
  well = await startMailServer();
});
afterAll(async () => {
  await well.close();
  await test.close();
});

const someMail = (): Promise<string> => {
  const reader = newId();
  post.people.set(reader, { name: 'Jansje', mail: `${reader}@voorbeeld.test` });
  return queue(test, { recipientId: reader, variables: { word: 'hallo' } });
};

/** The sweep of a later minute, and how often it knocked at the mail server. */
const sweepAfter = async (milliseconds: number): Promise<number> => {
  test.clock.advance(milliseconds);
  const before = tried.count;
  await test.jobs.runRecurring(test.world);
  return tried.count - before;
};

const arrivals = (id: string): number => well.received.filter(({ raw }) => raw.includes(`<${id}@`)).length;

describe('a mail server that does not work', () => {
  it('keeps nobody from writing, is knocked at once a minute, and afterwards each mail arrives once', async () => {
    const refusing = await startMailServer();
    await refusing.close();
    route.url = refusing.url;
    const mails = await Promise.all(Array.from({ length: 4 }, someMail));
    await test.drain();
    expect(await stored(test, mails[0] ?? '')).toMatchObject({
      state: 'queued',
      error_code: 'server_unreachable',
    });

    const silent = await startSilentServer();
    route.url = silent.url;
    expect(await sweepAfter(pauseAfter(1))).toBe(1);
    await silent.close();

    const later = await startMailServer({
      onRcptTo: (_address, _session, done) => done(smtpRefusal(451, 'try again later')),
    });
    route.url = later.url;
    expect(await sweepAfter(60_000)).toBe(1);
    await later.close();

    const never = await startMailServer({
      onMailFrom: (_address, _session, done) => done(smtpRefusal(550, 'we do not know you')),
    });
    route.url = never.url;
    expect(await sweepAfter(60_000)).toBe(1);
    await never.close();

    route.url = well.url;
    for (let minute = 0; minute < 8; minute += 1) await sweepAfter(60_000);
    expect(mails.map(arrivals)).toEqual([1, 1, 1, 1]);
    for (const id of mails) expect(await historyOf(test, id)).toEqual(['message.sent']);
  });

  it('is told to the administrator while mails wait, and they go on waiting for three days', async () => {
    route.url = 'smtp://127.0.0.1:1';
    const id = await someMail();
    await test.drain();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) await sweepAfter(pauseAfter(attempt));
    expect(await stored(test, id)).toMatchObject({ state: 'queued', attempts: MAX_ATTEMPTS + 1 });
    const admin = await makePerson(test, { holdings: [{ role: 'functional_admin' }] });
    const page = await (await site.client().signInAs(admin)).get('/beheer/berichten');
    expect(page.text).toContain('Mails die wachten op de mailserver: 1.');
    expect(page.text).toContain('De mailserver is niet te bereiken');

    await sweepAfter(SERVER_PATIENCE);
    expect(await stored(test, id)).toMatchObject({ state: 'failed', error_code: 'server_unreachable' });
    expect(await historyOf(test, id)).toEqual(['message.failed']);
  });
});
