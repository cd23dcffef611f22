import { expect, it } from 'vitest';
import { noticeKind } from '#people/notices/kinds.ts';
import * as room from './index.ts';
import { nl } from './texts.nl.ts';

const OWN = Object.keys(nl).filter((key) => key.startsWith('notice.'));

it('gives every notice of this room its words as soon as the room is open', () => {
  expect(room.signaalCatalogues.length).toBeGreaterThan(5);
  const kinds = OWN.map((key) => key.slice('notice.'.length));
  const unknown = kinds.filter((kind) => !noticeKind(kind) && !noticeKind(`term_${kind}`));
  expect(unknown).toEqual([]);
  expect(kinds.length).toBeGreaterThanOrEqual(12);
});
