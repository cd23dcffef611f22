import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageKind } from './image-kind.ts';

const box = (...brands: string[]) => {
  const length = String.fromCharCode(8 + 4 * brands.length);
  return Buffer.from(`\0\0\0${length}ftyp${brands.join('')}rest`, 'latin1');
};

describe('the kind of a picture', () => {
  it.each([
    ['avif', box('avif', '\0\0\0\0', 'mif1', 'miaf')],
    ['avif', box('mif1', '\0\0\0\0', 'avif')],
    ['heic', box('heic', '\0\0\0\0', 'mif1', 'heic')],
    ['heic', box('mif1', '\0\0\0\0', 'heic')],
    ['gif', Buffer.from('GIF89a....')],
    ['tiff', Buffer.from('II*\0....', 'latin1')],
    ['webp', Buffer.from('RIFF....WEBPVP8 ')],
  ])('is %s by its first bytes', (kind, bytes) => {
    expect(imageKind(bytes)).toBe(kind);
  });

  it.each([
    ['a text', Buffer.from('Dit is geen foto')],
    ['a drawing in SVG, which may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['a film', box('mp42', '\0\0\0\0', 'isom')],
    ['a sound', Buffer.from('RIFF....WAVEfmt ')],
    ['nothing', Buffer.alloc(0)],
    ['a cut box', Buffer.from('\0\0\0\x01ftyp', 'latin1')],
  ])('is none for %s', (_, bytes) => {
    expect(imageKind(bytes)).toBeUndefined();
  });

  it('is asked of any bytes without harm', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => imageKind(bytes) !== null));
  });
});
