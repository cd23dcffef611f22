import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { MAX_PHOTO_BYTES, reencodePhoto } from './photo.ts';
import { PhotoError } from './photo-error.ts';

/** A drawing of 60 by 40: its left half red, its right half blue. */
const drawing = (): Sharp => {
  const half = (background: string) => ({
    create: { width: 30, height: 40, channels: 3 as const, background },
  });
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#0000ff' } })
    .png()
    .composite([{ input: half('#ff0000'), left: 0, top: 0 }]);
};

const telephone = readFileSync(new URL('../../../tests/fixtures/telephone-photo.heic', import.meta.url));

const problemOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await reencodePhoto(bytes);
  } catch (error) {
    if (error instanceof PhotoError) return error.code;
    throw error;
  }
  return 'accepted';
};

/** The colour in the middle of a part of the picture, as red, green and blue. */
const colourAt = async (jpeg: Buffer, left: number, top: number): Promise<number[]> => {
  const pixel = await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...pixel].map((value) => Math.round(value / 64));
};

const [RED, BLUE] = [
  [4, 0, 0],
  [0, 0, 4],
];

describe('a photo', () => {
  it.each([
    ['JPEG', () => drawing().jpeg()],
    ['PNG', () => drawing().png()],
    ['WebP', () => drawing().webp()],
    ['AVIF', () => drawing().avif()],
    ['GIF', () => drawing().gif()],
    ['TIFF', () => drawing().tiff()],
    ['PNG of 16 bits', () => drawing().toColourspace('rgb16').png()],
    ['JPEG in the colours of print', () => drawing().toColourspace('cmyk').jpeg()],
  ])('may be %s, and becomes a JPEG in sRGB', async (_, make) => {
    const photo = await reencodePhoto(await make().toBuffer());
    expect([photo.width, photo.height]).toEqual([60, 40]);
    expect(await sharp(photo.jpeg).metadata()).toMatchObject({
      format: 'jpeg',
      space: 'srgb',
      width: 60,
      channels: 3,
    });
    expect(await sharp(photo.thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 60 });
    expect((await colourAt(photo.jpeg, 5, 20))[0]).toBeGreaterThanOrEqual(2);
    expect((await colourAt(photo.jpeg, 55, 20))[2]).toBeGreaterThanOrEqual(2);
  });

  it('may be HEIC from an iPhone', async () => {
    const photo = await reencodePhoto(telephone);
    expect([photo.width, photo.height]).toEqual([96, 64]);
    const [red = 0, , blue = 0] = await colourAt(photo.jpeg, 20, 16);
    expect([red, blue]).toEqual([4, 0]);
    expect(telephone.includes('Verzonnen')).toBe(true);
    expect(photo.jpeg.includes('Verzonnen')).toBe(false);
  });

  it('loses who made it, where and with what', async () => {
    const original = await drawing()
      .withExif({
        IFD0: { Make: 'Verzonnen', Copyright: 'Jan Jansen' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 3/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>geheim</a></x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const before = await sharp(original).metadata();
    expect([before.exif, before.xmp, before.icc].every(Boolean)).toBe(true);
    expect(original.includes('Verzonnen') && original.includes('geheim')).toBe(true);

    const { jpeg, thumbnail } = await reencodePhoto(original);
    for (const made of [jpeg, thumbnail]) {
      const after = await sharp(made).metadata();
      expect([after.exif, after.xmp, after.icc, after.iptc, after.orientation, after.comments]).toEqual(
        Array.from({ length: 6 }, () => undefined),
      );
      for (const word of ['Exif', 'Verzonnen', 'Jansen', 'GPS', 'geheim', 'ICC_PROFILE']) {
        expect(made.includes(word), word).toBe(false);
      }
    }
  });

  it('stands upright however the telephone was held', async () => {
    const sideways = await drawing().withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
    const photo = await reencodePhoto(sideways);
    expect([photo.width, photo.height]).toEqual([40, 60]);
    expect(await colourAt(photo.jpeg, 20, 5)).toEqual(RED);
    expect(await colourAt(photo.jpeg, 20, 55)).toEqual(BLUE);
  });

  it('is made no larger than 2048 pixels, with a thumbnail of 400', async () => {
    const large = sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#888888' } });
    const photo = await reencodePhoto(await large.jpeg().toBuffer());
    expect([photo.width, photo.height]).toEqual([2048, 683]);
    expect(await sharp(photo.thumbnail).metadata()).toMatchObject({ width: 400, height: 133 });
  });

  it('is white where it was see-through', async () => {
    const glass = sharp({
      create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const { jpeg } = await reencodePhoto(await glass.png().toBuffer());
    expect(await colourAt(jpeg, 5, 5)).toEqual([4, 4, 4]);
  });

  it('is the first picture of one that moves', async () => {
    const frames = Buffer.concat([Buffer.alloc(300, 255), Buffer.alloc(300, 0)]);
    const moving = sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } });
    const photo = await reencodePhoto(await moving.gif({ loop: 0 }).toBuffer());
    expect([photo.width, photo.height]).toEqual([10, 10]);
  });
});

/** Writes another size in the header of a PNG: a few hundred bytes that claim billions of pixels. */
const claiming = async (width: number, height: number): Promise<Buffer> => {
  const png = await drawing().png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
};

describe('a file that is refused', () => {
  it('is a text that calls itself a photo', async () => {
    expect(await problemOf(Buffer.from('Dit is geen foto, al heet het foto.jpg'))).toBe('not_an_image');
    expect(await problemOf(Buffer.alloc(0))).toBe('not_an_image');
    expect(await problemOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('not_an_image');
  });

  it('is larger than 15 MB', async () => {
    expect(await problemOf(Buffer.alloc(MAX_PHOTO_BYTES + 1, 0xff))).toBe('too_large');
  });

  it('claims more than 60 million pixels', async () => {
    expect(await problemOf(await claiming(60_000, 60_000))).toBe('too_many_pixels');
    expect(await problemOf(await claiming(60_001, 1_000))).toBe('too_many_pixels');
  });

  it('claims them in HEIC', async () => {
    const bomb = Buffer.from(telephone);
    const size = bomb.indexOf('ispe') + 8;
    bomb.writeUInt32BE(30_000, size);
    bomb.writeUInt32BE(30_000, size + 4);
    expect(await problemOf(bomb)).toMatch(/too_many_pixels|damaged/);
  });

  it.each([
    ['JPEG', async () => drawing().jpeg().toBuffer()],
    ['PNG', async () => drawing().png().toBuffer()],
    ['WebP', async () => drawing().webp().toBuffer()],
    ['HEIC', async () => telephone],
  ])('is %s cut off anywhere', async (_, make) => {
    const whole = await make();
    for (const share of [0.05, 0.3, 0.6, 0.9]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      expect(await problemOf(cut), `${share}`).toMatch(/damaged|not_an_image/);
    }
  });

  it('is a photo with nonsense in it', async () => {
    for (const magic of ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'GIF89a', 'II*\0', 'RIFF\x20\0\0\0WEBP']) {
      const bytes = Buffer.concat([Buffer.from(magic, 'latin1'), Buffer.alloc(500, 7)]);
      expect(await problemOf(bytes), magic).toBe('damaged');
    }
  });

  it('does not stand in the way of the next', async () => {
    const good = await drawing().jpeg().toBuffer();
    const bad = good.subarray(0, 200);
    const all = [good, bad, good, bad, telephone, bad, good].map(problemOf);
    expect(await Promise.all(all)).toEqual([
      'accepted',
      'damaged',
      'accepted',
      'damaged',
      'accepted',
      'damaged',
      'accepted',
    ]);
  });
});
