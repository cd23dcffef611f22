import { isId } from './database/ids.ts';

/** The place in a list after which the next page begins: its rows are ordered by moment and id. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

/** One page of a list, and where the next one begins. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | undefined;
}

const CURSOR = /^([0-9a-z]{1,9})~([0-9a-f-]{36})$/;

/** A cursor as it stands in an address. */
export const writeCursor = ({ at, id }: Cursor): string => `${at.getTime().toString(36)}~${id}`;

/** Reads what {@link writeCursor} made; null for anything else: a list then begins at its beginning. */
export const readCursor = (text: string | undefined): Cursor | null => {
  const [, at = '', id = ''] = CURSOR.exec(text ?? '') ?? [];
  return !isId(id) ? null : { at: new Date(Number.parseInt(at, 36)), id };
};

/** Makes a page of rows that were read with one more than `size`, to see whether there are more. */
export const listPage = <Row>(
  rows: readonly Row[],
  size: number,
  cursorOf: (row: Row) => Cursor,
): ListPage<Row> => {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last ? writeCursor(cursorOf(last)) : undefined };
};
