import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOn, fillText, type PublicTown, publicTown, wordsOn } from '../visit.fixture.ts';

let house: PublicTown;

beforeAll(async () => {
  house = await publicTown();
});
afterAll(() => house.tw.close());

const visitor = () => house.site.client();

/** A photo from a telephone that says where and by whom it was made. */
const photo = async (name = 'foto.jpg'): Promise<File> => {
  const image = sharp({ create: { width: 64, height: 48, channels: 3, background: '#884422' } });
  const bytes = await image
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Knoffelkees' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 3/1 38/1' },
    })
    .toBuffer();
  expect(bytes.includes('Knoffelkees')).toBe(true);
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
};

const several = (count: number): Promise<File[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => photo(`${index}.jpg`)));

const send = async (files: readonly File[], tekst = 'De tak ligt er nog.') => {
  const client = visitor();
  return { client, answer: await fillText(client, { tekst, foto: files }) };
};

it('makes each photo anew: nothing of where and by whom is stored', async () => {
  const { client, answer } = await send(await several(3));
  expect(answer.status).toBe(303);
  const rows = await house.sql<{ bytes: Buffer; thumbnail: Buffer }>(
    "select bytes, thumbnail from file where gemeente = $1 and object_kind = 'draft'",
  );
  expect(rows).toHaveLength(3);
  for (const { bytes, thumbnail } of rows) {
    const { exif, format } = await sharp(bytes).metadata();
    expect({ exif, format }).toEqual({ exif: undefined, format: 'jpeg' });
    expect(bytes.includes('Knoffelkees') || thumbnail.includes('Knoffelkees')).toBe(false);
  }
  const last = await client.follow(
    await client.submit(await client.follow(answer), { straat: 'Dorpsstraat' }),
  );
  const [, src = ''] = /src="(\/melden\/foto\/[^"]+)"/.exec(last.text) ?? [];
  expect((await client.get(src)).headers.get('content-type')).toBe('image/jpeg');
  expect((await visitor().get(src)).status).toBe(404);
  const code = codeOn(await client.follow(await client.submit(last)));
  const page = await visitor().get(`/volg/${code}`);
  const shown = [...page.text.matchAll(/href="(\/volg\/[^"]+\/foto\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(shown).toHaveLength(3);
  const got = await visitor().get(shown[0] ?? '');
  expect([got.status, got.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const [otherCode = ''] = [codeOn(await client.follow(await otherReport()))];
  const stolen = (shown[0] ?? '').replace(code, otherCode);
  expect((await visitor().get(stolen)).status).toBe(404);

  async function otherReport() {
    const second = await client.follow(await fillText(client));
    return client.submit(await client.follow(await client.submit(second, { straat: 'Kerkstraat' })));
  }
});

it('refuses a fourth photo, and keeps the text', async () => {
  const { answer } = await send(await several(4), 'De vierde foto is te veel.');
  expect(answer.status).toBe(422);
  expect(wordsOn(answer)).toContain('U kunt drie foto’s meesturen');
  expect(wordsOn(answer)).toContain('De vierde foto is te veel.');
});

it.each([
  ['a text', new TextEncoder().encode('dit is geen foto'), 'is geen foto'],
  [
    'a page with script',
    new TextEncoder().encode('<svg xmlns="x"><script>alert(1)</script></svg>'),
    'is geen foto',
  ],
  ['half a photo', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'beschadigd'],
])('refuses %s, and keeps the photo beside it', async (_, bytes, message) => {
  const { client, answer } = await send([await photo(), new File([bytes], 'x.jpg')]);
  expect(answer.status).toBe(422);
  expect(wordsOn(answer)).toContain(message);
  expect(wordsOn(answer)).toContain('Foto 1 weghalen');
  expect((await client.submit(answer)).status).toBe(303);
});

it('takes a photo away that was kept before', async () => {
  const { client, answer } = await send(await several(2));
  const formulier = new URL(answer.location ?? '', 'http://x').search;
  const first = await client.get(`/melden${formulier}`);
  const [, id = ''] = /name="weg" value="([^"]+)"/.exec(first.text) ?? [];
  await client.submit(first, { weg: [id] });
  expect((await client.get(`/melden${formulier}`)).text.match(/name="weg"/g)).toHaveLength(1);
});

it('refuses a body that is far too large', async () => {
  const huge = new File([new Uint8Array(50_000_000)], 'groot.jpg');
  const { answer } = await send([huge]);
  expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('too_large')]);
});

it('leaves no photo behind of a form that was not finished', async () => {
  await send(await several(1));
  house.tw.clock.advance(24 * 3_600_000);
  await house.tw.jobs.runRecurring(house.tw.world);
  expect(await house.sql('select 1 from file where gemeente = $1 and draft_id is not null')).toEqual([]);
  expect((await house.sql("select 1 from file where gemeente = $1 and object_kind = 'signaal'")).length).toBe(
    3,
  );
});
