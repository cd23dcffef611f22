import type { Selectable, Updateable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import type { NewsReleaseTable } from '#platform/database/schema.gen.ts';
import { notFound } from '#platform/errors.ts';
import { type MemoContent, memoContent } from './content.ts';

/** A release as it is stored. */
export type Release = Selectable<NewsReleaseTable>;

/** Loads a release and holds its row, so that two clicks send each message once. */
export const lockRelease = async ({ db, gemeente }: Context, id: string): Promise<Release> => {
  if (!isId(id)) throw notFound();
  const release = await db
    .selectFrom('news_release')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!release) throw notFound();
  return release;
};

/** What the memo tells, as it was when it was made. */
export const contentOf = (release: Pick<Release, 'memo_content'>): MemoContent =>
  memoContent.parse(release.memo_content);

/** Changes a release and writes its history. */
export const changeRelease = async (
  context: Context,
  release: Release,
  action: string,
  change: Omit<Updateable<NewsReleaseTable>, 'gemeente' | 'id' | 'version' | 'memo_content'>,
): Promise<void> => {
  await context.db
    .updateTable('news_release')
    .set({ ...change, version: release.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', release.id)
    .execute();
  context.record({ noun: 'news_release', objectId: release.id, action, after: { ...change } });
};
