import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleId } from '#people/index.ts';
import { openConnections } from '#testing/at-once.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { voiceRoutes } from '../index.ts';

let tw: TestWorld;
let town: SmallTown;
const enter = async (role: RoleId): Promise<TestClient> =>
  testSite(tw, voiceRoutes)
    .client()
    .signInAs((await staffOf(tw, town, role)).id);
const stored = (text: string) =>
  asOwner<Record<string, unknown>>(tw.urls, town.gemeente, 'select * from signaal where text = $1', [text]);

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
});
afterAll(() => tw.close());

const photo = async (): Promise<File> => {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#777777' } });
  return new File([new Uint8Array(await picture.jpeg().toBuffer())], 'x.jpg', { type: 'image/jpeg' });
};

describe('a note from the street', () => {
  it.each(['wijkregisseur', 'public_space_manager', 'enforcement_officer', 'stadsmarshall'] as const)(
    'of a %s counts as staff, in the channel of the street',
    async (role) => {
      const client = await enter(role);
      const text = `Losse stoeptegel, gezien door ${role}`;
      const answer = await client.submit(await client.get('/noteer'), { tekst: text });
      expect((await stored(text))[0]).toMatchObject({
        source: 'staff',
        channel: 'street',
        place_kind: 'unknown',
      });
      const done = await client.follow(answer);
      expect(done.text).toMatch(/Genoteerd als nr\. \d+/);
      expect(done.text).toContain('Nog een');
    },
  );

  it.each(['resident', 'desk_worker', 'councillor', 'police_partner', 'auditor'] as const)(
    'is not for a %s',
    async (role) => {
      const client = role === 'resident' ? testSite(tw, voiceRoutes).client() : await enter(role);
      expect([401, 403]).toContain((await client.get('/noteer')).status);
      expect([401, 403]).toContain((await client.post('/noteer', { tekst: 'x' })).status);
    },
  );

  it('takes a rondgang, a point and a photo along', async () => {
    const client = await enter('wijkregisseur');
    const text = 'Overvolle container bij de flat';
    await client.submit(await client.get('/noteer'), {
      tekst: text,
      hoe: 'rondgang',
      lat: '52,06',
      lon: '4,49',
      foto: await photo(),
    });
    const [row] = await stored(text);
    expect(row).toMatchObject({ channel: 'rondgang', buurt_id: town.buurt, place_kind: 'point' });
    const files = await asOwner(tw.urls, town.gemeente, 'select public from file where object_id = $1', [
      row?.id,
    ]);
    expect(files).toEqual([{ public: false }]);
  });

  it('keeps what was typed when the guard sees a person, and stores nothing', async () => {
    const client = await enter('stadsmarshall');
    const text = 'Bel 06 12345678 over de container';
    const again = await client.submit(await client.get('/noteer'), { tekst: text });
    expect(again.status).toBe(422);
    expect(again.text).toContain(text);
    expect(await stored(text)).toEqual([]);
    const masked = await client.submit(again, { zonder: 'ja' });
    expect(masked.text).toContain('Bel ••• over de container');
    expect((await client.submit(masked)).status).toBe(303);
  });

  it('asks what it is about when words hint at a person, and keeps nothing of a family', async () => {
    const client = await enter('stadsmarshall');
    const text = 'Veel drugs bij het bankje';
    const asked = await client.submit(await client.get('/noteer'), { tekst: text });
    expect([asked.status, asked.text]).toEqual([422, expect.stringContaining('name="gate"')]);
    expect((await client.submit(asked, { gate: 'persoon' })).location).toBe('/melden/hulp');
    expect(await stored(text)).toEqual([]);
    expect((await client.submit(asked, { gate: 'plek' })).status).toBe(303);
  });

  it('sent ten times at once is one note with its photo once', async () => {
    const client = await enter('wijkregisseur');
    const page = await client.get('/noteer');
    await openConnections(tw);
    const text = 'Kapot bankje in het park';
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => client.submit(page, { tekst: text, foto: await photo() })),
    );
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    const rows = await stored(text);
    expect(rows).toHaveLength(1);
    const files = await asOwner(
      tw.urls,
      town.gemeente,
      'select object_id, draft_id from file where object_id = $1 or object_id is null',
      [rows[0]?.id],
    );
    expect(files).toEqual([{ object_id: rows[0]?.id, draft_id: null }]);
  });
});
