import { crc32, inflateRawSync } from 'node:zlib';

/** One file inside a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const MOST_COMMENT = 65_535;
const MOST_ENTRIES = 2_000;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** The zip is damaged, locked, or of a kind that spreadsheets do not use. */
export class ZipProblem extends Error {
  override readonly name = 'ZipProblem';
  readonly tooLarge: boolean;

  constructor(tooLarge: boolean) {
    super(tooLarge ? 'unpacks to too much' : 'no readable zip');
    this.tooLarge = tooLarge;
  }
}

const endOf = (zip: Buffer): number => {
  const first = Math.max(0, zip.length - END_SIZE - MOST_COMMENT);
  for (let at = zip.length - END_SIZE; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw new ZipProblem(false);
};

/**
 * The files of a zip whose names `wanted` asks for, unpacked to at most `most` bytes together: what a file says of its own
 * size is not believed. Throws {@link ZipProblem}.
 */
export const unzip = (zip: Buffer, wanted: (name: string) => boolean, most: number): ZipEntry[] => {
  try {
    return readEntries(zip, wanted, most);
  } catch (error) {
    if (error instanceof ZipProblem) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new ZipProblem(code === 'ERR_BUFFER_TOO_LARGE');
  }
};

const readEntries = (zip: Buffer, wanted: (name: string) => boolean, most: number): ZipEntry[] => {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new ZipProblem(true);
  const entries: ZipEntry[] = [];
  let left = most;
  let at = zip.readUInt32LE(end + 16);
  for (let place = 0; place < count; place += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new ZipProblem(false);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (wanted(name)) {
      const bytes = unpack(zip, at, left);
      left -= bytes.length;
      entries.push({ name, bytes });
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
};

const unpack = (zip: Buffer, central: number, left: number): Buffer => {
  const method = zip.readUInt16LE(central + 10);
  const size = zip.readUInt32LE(central + 20);
  const local = zip.readUInt32LE(central + 42);
  if ((zip.readUInt16LE(central + 8) & ENCRYPTED) !== 0 || zip.readUInt32LE(local) !== LOCAL) {
    throw new ZipProblem(false);
  }
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + size);
  if (method === STORED && packed.length <= left) return packed;
  if (method === STORED) throw new ZipProblem(true);
  if (method !== DEFLATED || left <= 0) throw new ZipProblem(left <= 0);
  return inflateRawSync(packed, { maxOutputLength: left });
};

/** A zip that holds these files as they are, not packed. */
export const zipOf = (entries: readonly ZipEntry[]): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const title = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(title.length, 22);
    parts.push(signed(LOCAL), about, title, bytes);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(signed(CENTRAL), Buffer.from([20, 0]), about, place, title);
    at += 30 + title.length + bytes.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(END_SIZE - 4);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, index, signed(END), end]);
};

const signed = (signature: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
};
