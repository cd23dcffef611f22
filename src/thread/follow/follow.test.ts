import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { openConnections } from '#testing/at-once.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { layThread, type WholeThreadIds } from '#testing/whole-thread.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { threadRoutes } from '../index.ts';
import { pagesOf } from '../links.ts';
import { followMessages } from './messages.ts';
import { sendFollowNews, tidyAddresses } from './tell.ts';

let tw: TestWorld;
let town: SmallTown;
let ids: WholeThreadIds;
let site: TestSite;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);

beforeAll(async () => {
  tw = await testWorld({ start: '2016-06-01T12:00:00+02:00' });
  town = await smallTown(tw);
  ids = await layThread(tw, town);
  const routes = threadRoutes(pagesOf(() => routes));
  site = testSite(tw, routes);
});
afterAll(() => tw.close());

interface Message {
  readonly id: string;
  readonly template: string;
  readonly recipient_kind: 'correspondent';
  readonly recipient_id: string;
  readonly object_id: string | null;
  readonly variables: Record<string, unknown>;
  readonly created_at: Date;
}

/** The mails that wait, as they would leave now, and none of them again. */
const mails = async () => {
  const rows = await sql<Message & Record<string, unknown>>(
    `select * from message where template like 'follow.%' order by created_at, id`,
  );
  await sql(`delete from message where template like 'follow.%'`);
  return tenantTransaction(tw.world.pool, town.gemeente, async (db) => {
    const made = [];
    for (const row of rows) {
      const template = followMessages.find(({ name }) => name === row.template);
      made.push(
        await template?.render(tw.world, db, {
          gemeente: town.gemeente,
          id: row.id,
          template: row.template,
          recipientKind: row.recipient_kind,
          recipientId: row.recipient_id,
          objectId: row.object_id,
          channel: 'mail',
          variables: row.variables,
          createdAt: row.created_at,
        }),
      );
    }
    return made.flatMap((mail) => mail ?? []);
  });
};

const ask = (mail: string, path = `/nieuws/aanvragen/area/${town.area}`, visitor = mail) =>
  site.client().post(path, { mail }, { 'x-forwarded-for': visitor });

const linkIn = (text: string): string => /\/nieuws\/[^\s?]+(\?bij=\S+)?/.exec(text)?.[0] ?? '';

/** Asks and says yes; gives the follower's own page. */
const follows = async (mail: string, visitor: string, path?: string): Promise<string> => {
  await ask(mail, path, visitor);
  const [first] = await mails();
  const link = linkIn(first?.text ?? '');
  const client = site.client();
  const page = await client.get(link);
  const done = await client.submit(page);
  expect(done.location).toMatch(/gedaan=begonnen/);
  return link.split('?')[0] ?? '';
};

const knelpunt = async (at: string): Promise<string> => {
  const id = newId();
  await sql(
    `insert into knelpunt (gemeente, id, number, title, origin, area_id, buurt_id, state, owner_account_id, public_sentence,
       made_by, created_at, state_since)
     values ($1, $2, (select max(number) + 1 from knelpunt), 'Donker pad', 'problem', $3, $4, 'noticed', $5, 'We zoeken het uit.',
       $5, $6, $6)`,
    [town.gemeente, id, town.area, town.buurt, ids.person, at],
  );
  return id;
};

describe('asking for news by mail', () => {
  it('mails a link first, in the words of the asker, and follows nothing before it is used', async () => {
    const sent = await ask('wilma@voorbeeld.test', undefined, '10.0.0.1');
    expect(sent.location).toBe('/nieuws/gevraagd');
    expect((await site.client().follow(sent)).text).toContain('Kijk in uw e-mail');
    const [mail] = await mails();
    expect(mail).toMatchObject({ to: { mail: 'wilma@voorbeeld.test' }, lang: 'nl' });
    expect(mail?.subject).toBe('Wilt u nieuws over wijk Palenstein?');
    expect(await sql('select 1 from follow')).toEqual([]);
    const client = site.client();
    const page = await client.get(linkIn(mail?.text ?? ''));
    expect(page.text).toContain('Wilt u nieuws over wijk Palenstein?');
    expect(page.text).not.toContain('wilma');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    expect(await sql('select 1 from follow')).toEqual([]);
    await client.submit(page);
    expect(await sql('select rhythm from follow where ended_at is null')).toEqual([{ rhythm: 'news' }]);
    const stored = await sql('select to_jsonb(c) as c, to_jsonb(h) as h from correspondent c, history h');
    expect(JSON.stringify(stored)).not.toMatch(/wilma/i);
  });

  it('answers the same for an address that follows already, and sends no more than a few mails', async () => {
    const fresh = await ask('nieuw@voorbeeld.test', undefined, '10.0.0.2');
    const known = await ask(' WILMA@voorbeeld.test', undefined, '10.0.0.2');
    expect([known.status, known.location]).toEqual([fresh.status, fresh.location]);
    for (let index = 0; index < 5; index += 1) await ask('nieuw@voorbeeld.test', undefined, '10.0.0.3');
    expect((await mails()).filter(({ to }) => to.mail === 'nieuw@voorbeeld.test')).toHaveLength(3);
  });

  it('keeps what was typed beside the words of what is wrong, and stops who asks without end', async () => {
    const empty = await ask('  ', undefined, '10.0.0.4');
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Vul een e-mailadres in.');
    const wrong = await ask('wilma&#64;voorbeeld', undefined, '10.0.0.4');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('wilma&amp;#64;voorbeeld');
    const statuses = [];
    for (let index = 0; index < 11; index += 1) {
      statuses.push((await ask(`a${index}@voorbeeld.test`, undefined, '10.0.0.5')).status);
    }
    expect(statuses.at(9)).toBe(303);
    expect(statuses.at(10)).toBe(429);
    await mails();
  });

  it('knows nothing of what is not public', async () => {
    const secret = await layThread(tw, town, { voices: 1, focuspuntState: 'proposed', isReleased: false });
    for (const path of [
      `/nieuws/aanvragen/focuspunt/${secret.focuspunt}`,
      `/nieuws/aanvragen/area/${newId()}`,
      '/nieuws/aanvragen/category/x',
    ]) {
      expect((await site.client().get(path)).status).toBe(404);
      expect((await ask('wilma@voorbeeld.test', path, '10.0.0.6')).status).toBe(404);
    }
    expect((await site.client().get('/nieuws/verzonnen')).status).toBe(404);
    expect(await mails()).toEqual([]);
  });

  it('answers anything that can be typed', async () => {
    let visitor = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
        visitor += 1;
        const answer = await ask(typed, undefined, `10.1.${visitor >> 8}.${visitor & 255}`);
        expect([303, 422, 400]).toContain(answer.status);
      }),
      { numRuns: 30 },
    );
    await mails();
  });

  it('makes one of an address that is given many times at once', async () => {
    await openConnections(tw);
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => ask('samen@voorbeeld.test', undefined, `10.2.0.${index}`)),
    );
    const sent = await mails();
    expect(sent.filter(({ to }) => to.mail === 'samen@voorbeeld.test')).toHaveLength(3);
    expect(new Set(sent.map(({ text }) => linkIn(text))).size).toBe(1);
  });
});

describe('the news', () => {
  it('comes once, in one mail a day, to whoever follows the wijk or the focuspunt', async () => {
    await sql('delete from follow');
    await follows('wijk@voorbeeld.test', '10.3.0.1');
    const own = await follows(
      'punt@voorbeeld.test',
      '10.3.0.2',
      `/nieuws/aanvragen/focuspunt/${ids.focuspunt}`,
    );
    await knelpunt('2016-06-01T12:30:00+02:00');
    await sql(`update focuspunt set consulting_since = '2016-06-01T12:40:00+02:00' where id = $1`, [
      ids.focuspunt,
    ]);
    tw.clock.set('2016-06-01T13:00:00+02:00');
    expect(await sendFollowNews(tw.world, town.gemeente)).toBe(2);
    const told = await mails();
    const [wijk, punt] = ['wijk@voorbeeld.test', 'punt@voorbeeld.test'].map((mail) =>
      told.find(({ to }) => to.mail === mail),
    );
    expect(wijk?.text).toContain('Donker pad');
    expect(wijk?.text).toContain('Een schoon fietspad');
    expect(punt?.text).not.toContain('Donker pad');
    expect(punt?.subject).toBe('Nieuws over focuspunt Een schoon fietspad');
    expect(punt?.text).toContain(`http://gm0637.localhost:3000${own}`);
    expect(punt?.stopUrl).toBe(`http://gm0637.localhost:3000${own}/stop`);
    expect(await sendFollowNews(tw.world, town.gemeente)).toBe(0);

    await knelpunt('2016-06-01T13:30:00+02:00');
    tw.clock.set('2016-06-01T14:00:00+02:00');
    expect(await sendFollowNews(tw.world, town.gemeente)).toBe(0);
    tw.clock.set('2016-06-02T08:59:00+02:00');
    expect(await sendFollowNews(tw.world, town.gemeente)).toBe(0);
    tw.clock.set('2016-06-02T09:00:00+02:00');
    expect(await sendFollowNews(tw.world, town.gemeente)).toBe(1);
    await mails();
    tw.clock.set('2016-06-03T09:00:00+02:00');
    expect(await sendFollowNews(tw.world, town.gemeente)).toBe(0);
  });

  it('is told once by two processes at once', async () => {
    await knelpunt('2016-06-03T10:00:00+02:00');
    tw.clock.set('2016-06-03T11:00:00+02:00');
    await openConnections(tw);
    const told = await Promise.all([1, 2, 3].map(() => sendFollowNews(tw.world, town.gemeente)));
    expect(told.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await mails()).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('takes one click for one thing or for all, and wipes the address with the last', async () => {
    const own = await follows('stop@voorbeeld.test', '10.4.0.1');
    await follows('stop@voorbeeld.test', '10.4.0.1', `/nieuws/aanvragen/focuspunt/${ids.focuspunt}`);
    const client = site.client();
    const page = await client.get(own);
    expect(page.text).toContain('Stop met alles');
    const [first] = await sql<{ id: string }>(
      `select f.id from follow f join correspondent c on c.id = f.correspondent_id
       where f.ended_at is null and c.wiped_at is null order by f.created_at desc, f.id desc limit 1`,
    );
    const stopped = await client.post(`${own}/stop`, { follow: first?.id ?? '' });
    expect(stopped.location).toBe(`${own}?gedaan=gestopt`);
    // What a mail program sends of itself (RFC 8058): no field, no cookie, no origin.
    const all = await site
      .client()
      .raw(`${own}/stop`, 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded');
    expect(all.location).toBe('/nieuws/gestopt');
    expect((await client.get(own)).location).toBe('/nieuws/gestopt');
    expect((await client.post(`${own}/stop`)).location).toBe('/nieuws/gestopt');
    expect((await client.post(`${own}/volgen`, { kind: 'area', object: town.area })).status).toBe(404);
    expect((await client.post('/nieuws/verzonnen/stop')).status).toBe(404);
  });

  it('goes by phone: the desk learns nothing of who follows', async () => {
    await follows('bellen@voorbeeld.test', '10.4.0.2');
    const desk = await site.client().signInAs((await staffOf(tw, town, 'desk_worker')).id ?? '');
    const page = await desk.get('/balie/nieuws');
    const known = await desk.submit(page, { mail: 'Bellen@voorbeeld.test ' });
    const unknown = await desk.submit(page, { mail: 'niemand@voorbeeld.test' });
    expect([known.status, known.location]).toEqual([unknown.status, unknown.location]);
    expect((await desk.submit(page, { mail: 'bellen' })).status).toBe(422);
    await knelpunt('2016-06-03T12:00:00+02:00');
    tw.clock.set('2016-06-04T10:00:00+02:00');
    await sendFollowNews(tw.world, town.gemeente);
    expect((await mails()).map(({ to }) => to.mail)).toEqual(['wijk@voorbeeld.test']);
    expect((await site.client().get('/balie/nieuws')).status).not.toBe(200);
  });

  it('wipes an address that nobody showed to be theirs after a week', async () => {
    await ask('vergeten@voorbeeld.test', undefined, '10.4.0.3');
    const left = () =>
      sql(
        'select id from correspondent where wiped_at is null and confirmed_at is null and created_at > $1',
        ['2016-06-04T00:00:00Z'],
      );
    tw.clock.set('2016-06-11T09:59:00+02:00');
    await tidyAddresses(tw.world, town.gemeente);
    expect(await left()).toHaveLength(1);
    tw.clock.set('2016-06-11T10:01:00+02:00');
    await tidyAddresses(tw.world, town.gemeente);
    expect(await left()).toEqual([]);
    expect(await mails()).toEqual([]);
  });
});
