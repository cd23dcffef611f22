import { TransferProblem } from './problem.ts';

/** Everything in a tar lies in blocks of this many bytes. */
export const BLOCK = 512;

/** One entry of a tar: a file (`0`) with its size in bytes, or a folder (`5`). */
export interface TarEntry {
  readonly path: string;
  readonly size: number;
  readonly kind: 'file' | 'folder';
}

const NAME = 100;
const LARGEST = 0o77_777_777_777;

/** How many bytes follow a content of `size` bytes until the next block begins. */
export const paddingAfter = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

/** The header block of an entry (POSIX ustar). Throws RangeError on a name or size that does not fit: ours all do. */
export const tarHeader = ({ path, size, kind }: TarEntry, at: Date): Buffer => {
  if (Buffer.byteLength(path) > NAME || size > LARGEST)
    throw new RangeError(`Does not fit in a tar: ${path}`);
  const header = Buffer.alloc(BLOCK);
  header.write(path, 0, NAME, 'utf8');
  header.write(kind === 'folder' ? '0000700' : '0000600', 100, 'ascii');
  header.write('0000000', 108, 'ascii');
  header.write('0000000', 116, 'ascii');
  header.write(size.toString(8).padStart(11, '0'), 124, 'ascii');
  header.write(
    Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, '0'),
    136,
    'ascii',
  );
  header.write(kind === 'folder' ? '5' : '0', 156, 'ascii');
  header.write('ustar\u000000', 257, 'ascii');
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return header;
};

/** Two blocks of nothing close a tar. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);

/** Reads a header; null at the end. Throws on anything but files and folders: links have no business here. */
export const readTarHeader = (block: Buffer): TarEntry | null => {
  if (block.every((byte) => byte === 0)) return null;
  const sum = Number.parseInt(textAt(block, 148, 8), 8);
  const size = Number.parseInt(textAt(block, 124, 12), 8);
  if (sum !== checksumOf(block) || !Number.isSafeInteger(size) || size < 0) {
    throw new TransferProblem('broken_archive');
  }
  const path = textAt(block, 0, NAME);
  const kind = textAt(block, 156, 1);
  if (textAt(block, 345, 155) !== '') throw new TransferProblem('unsafe_file', { path });
  if (kind === '0') return { path, size, kind: 'file' };
  if (kind === '5' && size === 0) return { path: path.replace(/\/$/, ''), size, kind: 'folder' };
  throw new TransferProblem('unsafe_file', { path });
};

const textAt = (block: Buffer, from: number, length: number): string => {
  const text = block.toString('utf8', from, from + length);
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).trim();
};

/** The sum of all bytes, with the place of the sum itself read as spaces. */
const checksumOf = (header: Buffer): number => {
  let sum = 0;
  for (const [place, byte] of header.entries()) sum += place >= 148 && place < 156 ? 0x20 : byte;
  return sum;
};
