import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoleId } from '#people/index.ts';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { reencodePhoto } from '#platform/files/photo.ts';
import { cellOf, coarseCell } from '#platform/geo/index.ts';
import { readCursor } from '#platform/paging.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { giveSignaal } from '../../commands/give.ts';
import { insertPhotos } from '../../public/draft/photos.ts';
import { staffSignaalRoutes } from '../../staff/index.ts';
import { voiceRoutes } from '../index.ts';
import { clearedSignalen } from './cleared.ts';

let tw: TestWorld;
let town: SmallTown;
let site: TestSite;
let wijkregisseur: TestClient;
let id: string;
let photos: string[];
const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
const enter = async (role: RoleId, areaId?: string): Promise<TestClient> =>
  site.client().signInAs((await staffOf(tw, town, role, areaId ? { areaId } : {})).id);
const cleared = (buurtIds = [town.buurt], after: string | undefined = undefined, size = 20) =>
  tenantTransaction(tw.world.pool, town.gemeente, (db) =>
    clearedSignalen(db, town.gemeente, buurtIds, readCursor(after), size),
  );

const gift = async (change: Parameters<typeof aGift>[0] = {}): Promise<string> => {
  const draftId = newId();
  const jpeg = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#557755' } })
    .jpeg()
    .toBuffer();
  const photo = await reencodePhoto(new Uint8Array(jpeg));
  await tenantTransaction(tw.world.pool, town.gemeente, (db) =>
    insertPhotos({ db, gemeente: town.gemeente, now: tw.clock.now() }, draftId, [photo, photo]),
  );
  const input = aGift({ draftId, ...change });
  return (await execute(tw.world, town.gemeente, resident, giveSignaal, input)).signaalId;
};

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  site = testSite(tw, [...voiceRoutes, ...staffSignaalRoutes]);
  wijkregisseur = await enter('wijkregisseur', town.area);
  await sql(
    "insert into street (gemeente, id, name, search_name, buurt_id) values ($1, $2, 'Dorpsstraat', 'dorpsstraat', $3)",
    [town.gemeente, newId(), town.buurt],
  );
});
beforeEach(async () => {
  await sql('update signaal set cleared_at = null');
  const place = { lat: 52.06, lon: 4.49, street: 'Dorpsstraat 12', note: 'naast de schuur', buurtId: null };
  id = await gift({ place });
  photos = (await sql<{ id: string }>('select id from file where object_id = $1 order by id', [id])).map(
    (one) => one.id,
  );
});
afterAll(() => tw.close());

const path = () => `/signalen/${id}/openbaar`;
const publish = async (client: TestClient, fields: Record<string, string | string[]>) =>
  client.submit(await client.get(path()), fields, path());

describe('clearing for publication', () => {
  it('shows nothing to anybody before a person did it', async () => {
    expect((await cleared()).rows).toEqual([]);
    for (const photo of photos) expect((await site.client().get(`/openbaar/foto/${photo}`)).status).toBe(404);
  });

  it('is begun from the page of the signaal, with the words of the reporter filled in', async () => {
    const detail = await wijkregisseur.get(`/signalen/${id}`);
    expect(detail.text).toContain(`href="${path()}"`);
    const page = await wijkregisseur.get(path());
    expect(page.text).toMatch(/<textarea[^>]*>\s*Er ligt een grote tak op het fietspad\./);
    expect(page.statements.length).toBeLessThanOrEqual(6);
  });

  it('gives own words, a chosen photo and a rounded place, and can be taken back', async () => {
    const [first = '', second = ''] = photos;
    const done = await publish(wijkregisseur, { tekst: 'Tak op het fietspad.', foto: [first] });
    expect(done.status).toBe(303);
    const [row] = (await cleared()).rows;
    expect(row).toEqual({
      id,
      text: 'Tak op het fietspad.',
      clearedAt: tw.clock.now(),
      category: 'Boom',
      categoryEn: null,
      buurt: 'Palenstein',
      street: 'Dorpsstraat',
      cell: coarseCell(cellOf({ lat: 52.06, lon: 4.49 })),
      photos: [first],
    });
    const visitor = site.client();
    expect((await visitor.get(`/openbaar/foto/${first}`)).headers.get('content-type')).toBe('image/jpeg');
    expect((await visitor.get(`/openbaar/foto/${second}`)).status).toBe(404);
    expect((await site.client('GM0106').get(`/openbaar/foto/${first}`)).status).toBe(404);
    const back = await wijkregisseur.post(`${path()}/terug`);
    expect(back.status).toBe(303);
    expect((await cleared()).rows).toEqual([]);
    expect((await visitor.get(`/openbaar/foto/${first}`)).status).toBe(404);
    const actions = await sql<{ action: string }>(
      "select action from history where object_id = $1 and action like '%published' order by at, id",
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual(['published', 'unpublished']);
  });

  it('refuses what identifies a person, whoever asks, and keeps what was typed', async () => {
    const answer = await publish(wijkregisseur, { tekst: 'Bel 06 12345678 over de tak' });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Bel 06 12345678')]);
    expect((await cleared()).rows).toEqual([]);
  });

  it('needs a text or a photo', async () => {
    expect((await publish(wijkregisseur, { tekst: '', foto: [newId()] })).status).toBe(422);
    expect((await publish(wijkregisseur, { tekst: '', foto: photos })).status).toBe(303);
    expect((await cleared()).rows[0]).toMatchObject({ text: null, photos: photos.toSorted() });
  });

  it('is told when somebody else was first', async () => {
    const page = await wijkregisseur.get(path());
    await wijkregisseur.submit(page, { tekst: 'Eerste' }, path());
    const late = await wijkregisseur.submit(page, { tekst: 'Tweede' }, path());
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('Tweede')]);
    expect((await cleared()).rows[0]?.text).toBe('Eerste');
  });

  it('never is for a sensitive subject, also when it became so afterwards, nor for a complaint or what was withdrawn', async () => {
    await publish(wijkregisseur, { tekst: 'Tak.' });
    const [parent] = await sql<{ id: string }>('select parent_id as id from category where id = $1', [
      town.tree,
    ]);
    for (const category of [town.tree, parent?.id]) {
      await sql('update category set sensitive = true where id = $1', [category]);
      expect((await cleared()).rows).toEqual([]);
      expect((await publishAgain()).status).toBe(422);
      expect((await wijkregisseur.get(path())).text).toContain('nooit openbaar');
      await sql('update category set sensitive = false where id = $1', [category]);
    }
    expect((await cleared()).rows).toHaveLength(1);
    await sql("update signaal set state = 'withdrawn', outcome = 'withdrawn' where id = $1", [id]);
    expect((await cleared()).rows).toEqual([]);
    await sql("update signaal set state = 'assigned', kind = 'complaint' where id = $1", [id]);
    expect((await cleared()).rows).toEqual([]);
  });

  it('belongs to the desk that took it, and to the wijkregisseur and the support of the area', async () => {
    const lonely = await gift({ place: { lat: 52.06, lon: 4.53, street: '', note: '', buurtId: null } });
    expect((await wijkregisseur.get(`/signalen/${lonely}/openbaar`)).status).toBe(404);
    expect((await wijkregisseur.post(`/signalen/${lonely}/openbaar`, { tekst: 'x' })).status).toBe(404);
    expect((await publish(await enter('support_officer', town.area), { tekst: 'Tak.' })).status).toBe(303);
    const desk = await enter('desk_worker');
    expect((await desk.get(path())).status).toBe(404);
    for (const role of ['department_worker', 'councillor', 'stadsmarshall', 'director'] as const) {
      const client = await enter(role);
      expect((await client.get(path())).status).toBe(403);
      expect((await client.post(path(), { tekst: 'x' })).status).toBe(403);
    }
    expect((await site.client().get(path())).status).toBe(401);
  });

  it('comes in pages, the latest first', async () => {
    const ids = [id, await gift(), await gift()];
    for (const [index, one] of ids.entries()) {
      tw.clock.set(new Date(Date.parse('2016-03-07T10:00:00+01:00') + index * 1000).toISOString());
      id = one;
      await publish(wijkregisseur, { tekst: `Tak ${index}` });
    }
    const first = await cleared([town.buurt], undefined, 2);
    expect(first.rows.map(({ text }) => text)).toEqual(['Tak 2', 'Tak 1']);
    const second = await cleared([town.buurt], first.next, 2);
    expect(second.rows.map(({ text }) => text)).toEqual(['Tak 0']);
    expect((await cleared([town.lonelyBuurt])).rows).toEqual([]);
  });
});

const publishAgain = async () => {
  const [row] = await sql<{ version: number }>('select version from signaal where id = $1', [id]);
  return wijkregisseur.post(path(), { versie: `${row?.version}.1`, tekst: 'Tak.' });
};
