import sharp, { type Sharp } from 'sharp';
import { atMost } from './at-most.ts';
import { decodeHeic } from './heic.ts';
import { imageKind } from './image-kind.ts';
import { PhotoError } from './photo-error.ts';

/** The largest file that is read, in bytes. */
export const MAX_PHOTO_BYTES = 15 * 1024 * 1024;

const MAX_PIXELS = 60_000_000;
const LONGEST_SIDE = 2048;
const THUMBNAIL_SIDE = 400;
const SECONDS = 30;

/** A photo made anew: only its pixels are those of the original. */
export interface Photo {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
  /** JPEG of at most 400 pixels. */
  readonly thumbnail: Buffer;
}

// Uploads are never the same twice: a cache would only hold on to memory.
sharp.cache(false);

/** Decoding takes the memory of all its pixels; more at once would let a few large photos stop the server. */
const twoAtOnce = atMost(2);

/**
 * Decodes a photo from a telephone or camera (JPEG, PNG, WebP, AVIF, HEIC, TIFF, first picture of a GIF) and writes it anew as
 * an upright sRGB JPEG of at most 2048 pixels, without EXIF, place, camera, comments or profiles (product.md C5, 3).
 * Throws {@link PhotoError}; the type is read from the bytes, never from a name.
 */
export const reencodePhoto = async (bytes: Uint8Array): Promise<Photo> => {
  if (bytes.length > MAX_PHOTO_BYTES) throw new PhotoError('too_large');
  const kind = imageKind(bytes);
  if (!kind) throw new PhotoError('not_an_image');
  return twoAtOnce(() => {
    if (kind === 'heic') return orProblem(async () => encode(await openHeic(bytes)));
    return orProblem(async () => encode(await openCommon(bytes)));
  });
};

/** Everything sharp reads itself. Looks at the header first, so that a small file of billions of pixels is never unpacked. */
const openCommon = async (bytes: Uint8Array): Promise<Sharp> => {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > MAX_PIXELS) throw new PhotoError('too_many_pixels');
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 }).autoOrient();
};

const openHeic = async (bytes: Uint8Array): Promise<Sharp> => {
  const { data, width, height } = await decodeHeic(bytes, MAX_PIXELS);
  return sharp(data, { raw: { width, height, channels: 4 } });
};

const encode = async (image: Sharp): Promise<Photo> => {
  const { data: jpeg, info } = await image
    .timeout({ seconds: SECONDS })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  const thumbnail = await sharp(jpeg)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 75 })
    .toBuffer();
  return { jpeg, width: info.width, height: info.height, thumbnail };
};

/** What a decoder throws about a file that began as a picture means that the rest of it is not. */
const orProblem = async (work: () => Promise<Photo>): Promise<Photo> => {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof PhotoError) throw cause;
    throw new PhotoError('damaged', cause);
  }
};
