import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { MAX_PHOTO_BYTES, type Photo, reencodePhoto } from '#platform/files/photo.ts';
import { PhotoError } from '#platform/files/photo-error.ts';
import type { UploadedFile } from '#platform/web/route.ts';
import type { SignaalError } from '../../errors.ts';

/** The most photos that go with one report, or with one addition to it. */
export const MOST_PHOTOS = 3;
/** The largest form with photos, in bytes: three photos, and room for the text. */
export const PHOTO_FORM_BYTES = MOST_PHOTOS * MAX_PHOTO_BYTES + 100_000;

/** Photos made anew, and what was wrong with those that could not be. */
export interface ReadPhotos {
  readonly photos: readonly Photo[];
  readonly problem: SignaalError | null;
}

/** Makes the photos of a form anew, so that nothing of the original but its pixels is ever stored. */
export const readPhotos = async (files: readonly UploadedFile[], room = MOST_PHOTOS): Promise<ReadPhotos> => {
  const chosen = files.filter(({ field }) => field === 'foto');
  if (chosen.length > room) return { photos: [], problem: 'photo_too_many' };
  const photos: Photo[] = [];
  let problem: SignaalError | null = null;
  for (const { bytes } of chosen) {
    try {
      photos.push(await reencodePhoto(bytes));
    } catch (error) {
      if (!(error instanceof PhotoError)) throw error;
      problem = `photo_${error.code}`;
    }
  }
  return { photos, problem };
};

/** Keeps photos with a draft, or with an addition that is given at once. */
export const insertPhotos = async (
  { db, gemeente, now }: Pick<Context, 'db' | 'gemeente' | 'now'>,
  draftId: string,
  photos: readonly Photo[],
): Promise<void> => {
  for (const { jpeg, thumbnail, width, height } of photos) {
    await db
      .insertInto('file')
      .values({
        gemeente,
        id: newId(),
        object_kind: 'draft',
        object_id: null,
        draft_id: draftId,
        content_type: 'image/jpeg',
        bytes: jpeg,
        thumbnail,
        width,
        height,
        public: false,
        created_at: now,
      })
      .execute();
  }
};

/** Throws photos of a draft away; ids that are not its own do nothing. */
export const dropPhotos = async (
  db: TenantDb,
  gemeente: string,
  draftId: string,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  await runSql(db, 'delete from file where gemeente = $1 and draft_id = $2 and id = any ($3::uuid[])', [
    gemeente,
    draftId,
    [...ids],
  ]);
};

/** A photo on its way to the browser; never kept in a cache, for its address is known to whoever has the code only. */
export const photoAnswer = (bytes: Buffer): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/jpeg', 'content-disposition': 'inline', 'x-robots-tag': 'noindex' },
  });
