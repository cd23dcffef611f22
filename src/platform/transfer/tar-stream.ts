import { createHash } from 'node:crypto';
import type { ArchivedFile } from './archive-write.ts';
import { TransferProblem } from './problem.ts';
import { BLOCK, paddingAfter, readTarHeader, type TarEntry, tarEnd, tarHeader } from './tar.ts';

/** An entry on its way into a tar; its chunks are together exactly `size` bytes. */
export interface TarSource extends TarEntry {
  readonly chunks: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** The bytes of a tar, chunk by chunk; tells of each file what went in. */
export async function* tarBytes(
  entries: AsyncIterable<TarSource>,
  at: Date,
  told: (file: ArchivedFile) => void,
): AsyncGenerator<Buffer> {
  for await (const entry of entries) {
    yield tarHeader(entry, at);
    if (entry.kind === 'folder') continue;
    const hash = createHash('sha256');
    for await (const chunk of entry.chunks) {
      hash.update(chunk);
      yield chunk;
    }
    yield Buffer.alloc(paddingAfter(entry.size));
    told({ path: entry.path, size: entry.size, sha256: hash.digest('hex') });
  }
  yield tarEnd();
}

/** Walks a tar as it comes in. Each entry's `chunks` must be read to the end before the next entry. */
export async function* readTar(bytes: AsyncIterable<Buffer>): AsyncGenerator<TarSource> {
  const input = exactReader(bytes);
  for (;;) {
    const entry = readTarHeader(await input.exactly(BLOCK));
    if (!entry) return;
    yield { ...entry, chunks: input.upTo(entry.size) };
    await input.exactly(paddingAfter(entry.size));
  }
}

const exactReader = (bytes: AsyncIterable<Buffer>) => {
  const source = bytes[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const some = async (most: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const { done, value } = await source.next();
      if (done) throw new TransferProblem('broken_archive');
      rest = value;
    }
    const chunk = rest.subarray(0, most);
    rest = rest.subarray(chunk.length);
    return chunk;
  };
  async function* upTo(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      const chunk = await some(left);
      left -= chunk.length;
      yield chunk;
    }
  }
  const exactly = async (size: number): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of upTo(size)) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  return { upTo, exactly };
};
