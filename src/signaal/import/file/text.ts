import { refuse } from '../errors.ts';
import { type Bytes, type FileForm, MOST_ROW } from './row.ts';

type Encoding = FileForm['encoding'];

/** Whether bytes begin with the mark of UTF-16, as Excel writes "Unicode-tekst". */
const isUtf16 = (head: Uint8Array): boolean => head[0] === 0xff && head[1] === 0xfe;

/**
 * The encoding of a text file: UTF-16 by its mark, UTF-8 when every byte of it is, else Windows-1252, in which any byte is
 * some character. Reads the whole file once and keeps nothing of it.
 */
export const encodingOf = async (bytes: Bytes): Promise<Encoding> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of bytes.read()) {
      if (isFirst && isUtf16(chunk)) return 'utf-16le';
      isFirst = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
};

/** The text of a file in pieces, without its mark. */
export async function* textOf(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes.read()) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The lines of a text, without their ends. Throws `import_row_too_long` on one that never ends. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let line = 1;
  for await (const piece of text) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield part.endsWith('\r') ? part.slice(0, -1) : part;
      line += 1;
    }
    if (rest.length > MOST_ROW) throw refuse('import_row_too_long', { values: { line } });
  }
  if (rest !== '') yield rest;
}

/** The first characters of a file, at most `most`. */
export const headOf = async (text: AsyncIterable<string>, most: number): Promise<string> => {
  let head = '';
  for await (const piece of text) {
    head += piece;
    if (head.length >= most) break;
  }
  return head.slice(0, most);
};
