/** The picture formats that are read. SVG is not among them: it is a program, not a photo. */
export type ImageKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff' | 'avif' | 'heic';

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** What a file is by its first bytes, whatever its name says; undefined when it is no picture that is read. */
export const imageKind = (bytes: Uint8Array): ImageKind | undefined => {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  return head.slice(4, 8) === 'ftyp' ? fromBrands(head) : undefined;
};

/** The AVIF and HEIC families share one container; the brands after `ftyp` tell them apart. */
const fromBrands = (head: string): ImageKind | undefined => {
  const length = Math.min(head.charCodeAt(3), 64);
  const brands = head.slice(8, length).match(/[\s\S]{4}/g) ?? [];
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? 'heic' : undefined;
};
