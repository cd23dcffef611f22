import type { Selectable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import { lockRow, type RowChange, storeRow } from '#platform/command/rows.ts';
import type { NewsReleaseTable } from '#platform/database/schema.gen.ts';
import { type MemoContent, memoContent } from './content.ts';

/** A release as it is stored. */
export type Release = Selectable<NewsReleaseTable>;

/** Loads a release and holds its row, so that two clicks send each message once. */
export const lockRelease = (where: Pick<Context, 'db' | 'gemeente'>, id: string): Promise<Release> =>
  lockRow(where, 'news_release', id);

/** What the memo tells, as it was when it was made. */
export const contentOf = (release: Pick<Release, 'memo_content'>): MemoContent =>
  memoContent.parse(release.memo_content);

/** Changes a release and writes its history. */
export const changeRelease = async (
  context: Context,
  release: Release,
  action: string,
  change: Omit<RowChange<'news_release'>, 'memo_content'>,
): Promise<void> => {
  await storeRow(context, 'news_release', release, change);
  context.record({ noun: 'news_release', objectId: release.id, action, after: { ...change } });
};
