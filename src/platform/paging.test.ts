import { describe, expect, it } from 'vitest';
import { newId } from './database/ids.ts';
import { listPage, readCursor, writeCursor } from './paging.ts';

describe('the place where a list goes on', () => {
  it('survives the way through an address', () => {
    const cursor = { at: new Date('2016-03-07T09:00:00.123Z'), id: newId() };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each(['', '~', 'x', "1'; drop table~x", `zzzzzzzzzz~${newId()}`, `1~${newId()}x`, undefined])(
    'is the beginning for %j',
    (text) => {
      expect(readCursor(text)).toBeNull();
    },
  );

  it('is a moment that a database takes, whatever somebody typed', () => {
    const cursor = readCursor(`zzzzzzzzz~${newId()}`);
    expect(cursor === null || !Number.isNaN(cursor.at.getTime())).toBe(true);
  });

  it('exists only when there is more', () => {
    const rows = [1, 2, 3].map((hour) => ({ at: new Date(hour * 3_600_000), id: newId() }));
    const cursorOf = (row: (typeof rows)[number]) => row;
    expect(listPage(rows, 3, cursorOf)).toEqual({ rows, next: undefined });
    const page = listPage(rows, 2, cursorOf);
    expect(page.rows).toEqual(rows.slice(0, 2));
    expect(readCursor(page.next)).toEqual(rows[1]);
  });
});
