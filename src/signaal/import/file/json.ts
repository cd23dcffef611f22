import { JSONParser } from '@streamparser/json';
import { refuse } from '../errors.ts';
import { type FileRow, MOST_COLUMNS, MOST_ROW } from './row.ts';
import { linesOf } from './text.ts';

/** Objects in objects are told by names with dots; deeper than this nothing is a column. */
const DEEPEST = 5;

/** One record as texts: `location.type`; a list stands as JSON. What is null or missing is left out. */
const flatten = (value: unknown, name: string, into: Map<string, string>, depth: number): void => {
  if (value === null || value === undefined || into.size >= MOST_COLUMNS) return;
  if (typeof value === 'object' && !Array.isArray(value) && depth < DEEPEST) {
    for (const [key, part] of Object.entries(value)) {
      flatten(part, name === '' ? key : `${name}.${key}`, into, depth + 1);
    }
    return;
  }
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (text !== '') into.set(name.slice(0, 100) || 'waarde', text);
};

const rowOf = (value: unknown, line: number): FileRow => {
  const values = new Map<string, string>();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { line, values, problem: 'columns' };
  }
  // A feature of GeoJSON tells what it is in its properties and where in its geometry.
  const { properties, geometry, ...rest } = value as Record<string, unknown>;
  flatten(properties && geometry !== undefined ? { ...rest, ...properties, geometry } : value, '', values, 0);
  const broken = [...values].some(([name, text]) => name.includes('\0') || text.includes('\0'));
  return { line, values, problem: broken ? 'broken_text' : null };
};

/** Whether the first line is a whole record of its own: JSON lines. */
export const isJsonLines = (head: string): boolean => {
  const [first = '', second] = head.trimStart().split('\n', 2);
  if (second === undefined || !first.startsWith('{')) return false;
  return readJson(first) !== undefined;
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A record in each line. Throws `import_file_broken` with the line that is no JSON. */
export async function* jsonLineRows(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  let line = 0;
  for await (const part of linesOf(text)) {
    line += 1;
    if (part.trim() === '') continue;
    const value = readJson(part);
    if (value === undefined) throw refuse('import_file_broken', { values: { line } });
    yield rowOf(value, line);
  }
}

/**
 * The records of a list, or of the lists inside an object (`features`, `results`), read piece by piece: what was given is
 * not kept. Throws `import_file_broken` on text that is no JSON, and `import_row_too_long`.
 */
export async function* jsonRows(text: AsyncIterable<string>, isList: boolean): AsyncGenerator<FileRow> {
  let found: FileRow[] = [];
  let line = 0;
  let since = 0;
  const parser = parserFor(isList, (value) => {
    line += 1;
    since = 0;
    found.push(rowOf(value, line));
  });
  for await (const piece of text) {
    for (let from = 0; from < piece.length; from += STEP) {
      const part = piece.slice(from, from + STEP);
      since += part.length;
      feed(parser, part, line + 1);
      yield* found;
      found = [];
      if (since > MOST_ROW) throw refuse('import_row_too_long', { values: { line: line + 1 } });
    }
  }
  if (!parser.isEnded) throw refuse('import_file_broken', { values: { line: line + 1 } });
}

/** So much is read at once, so that a record without an end is seen before it fills the memory. */
const STEP = 16_384;

const feed = (parser: JSONParser, part: string, line: number): void => {
  if (parser.isEnded) {
    if (part.trim() !== '') throw refuse('import_file_broken', { values: { line } });
    return;
  }
  try {
    parser.write(part);
  } catch {
    throw refuse('import_file_broken', { values: { line } });
  }
};

const parserFor = (isList: boolean, take: (value: unknown) => void): JSONParser => {
  const parser = new JSONParser({ paths: [isList ? '$.*' : '$.*.*'], keepStack: false });
  parser.onValue = ({ value, parent }) => {
    if (Array.isArray(parent)) take(value);
  };
  return parser;
};
