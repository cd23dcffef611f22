import { expect, it } from 'vitest';
import { noticeKind } from '#people/notices/kinds.ts';
import { signaalTexts } from '#signaal/index.ts';
import { openRooms } from '#site/rooms.ts';

const wordless = (kinds: readonly string[]): string[] =>
  kinds.filter((kind) => !noticeKind(kind) && !noticeKind(`term_${kind}`));

it('gives every notice of a signaal its words as soon as the rooms are open', () => {
  expect(openRooms(false).length).toBeGreaterThan(5);
  const kinds = Object.keys(signaalTexts.nl)
    .filter((key) => key.startsWith('notice.'))
    .map((key) => key.slice('notice.'.length));
  expect(wordless(kinds)).toEqual([]);
  expect(kinds.length).toBeGreaterThanOrEqual(12);
});

it('seen red: finds a notice without words', () => {
  expect(wordless(['triage', 'never_heard_of'])).toEqual(['never_heard_of']);
});
