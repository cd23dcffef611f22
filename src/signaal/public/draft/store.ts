import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { hashToken, type Keyring, open, seal } from '#platform/secrets/index.ts';
import { type DraftContent, readContent, writeContent } from './content.ts';

/** How a draft is asked for: the id of its address and the key of the browser. */
export interface DraftKeys {
  readonly draftId: string;
  readonly browserKey: string;
}

/** A report that is being made, or that was sent: then its content is gone and `resultId` is the signaal. */
export interface Draft {
  readonly id: string;
  readonly content: DraftContent | null;
  readonly resultId: string | null;
  /** Ids of its photos, in the order in which they were added. */
  readonly photos: readonly string[];
}

/** What a draft was opened from. */
export interface DraftPlace {
  readonly keyring: Keyring;
  readonly db: TenantDb;
  readonly gemeente: string;
  readonly now: Date;
}

interface DraftRow {
  readonly id: string;
  readonly content: Buffer;
  readonly result_id: string | null;
  readonly photos: string[];
}

const FIND = `
  select d.id, d.content, d.result_id,
    array(select f.id::text from file f where f.gemeente = $1 and f.draft_id = $2 order by f.id) as photos
  from draft d
  where d.gemeente = $1 and d.id = $2 and d.key_hash = $3 and d.expires_at > $4`;

/** What stands in the place of the content once it was sent. */
export const NO_CONTENT = Buffer.alloc(0);

/** The fingerprint under which a draft is kept: bound to its own id, so that one key opens only what it made. */
export const draftHash = ({ draftId, browserKey }: DraftKeys): string =>
  hashToken(`${browserKey} ${draftId}`);

/** Seals the content for its own row. */
export const sealDraft = (keyring: Keyring, gemeente: string, id: string, content: DraftContent): Buffer =>
  seal(keyring, writeContent(content), placeOf(gemeente, id));

const placeOf = (gemeente: string, id: string) => ({ gemeente, row: `draft/${id}/content` });

/** Finds a draft that has not expired; `lock` holds it until the transaction ends. Null for wrong, old and foreign keys alike. */
export const findDraft = async (
  { keyring, db, gemeente, now }: DraftPlace,
  keys: DraftKeys,
  lock = false,
): Promise<Draft | null> => {
  if (!isId(keys.draftId)) return null;
  const sql = lock ? `${FIND} for update` : FIND;
  const [row] = await runSql<DraftRow>(db, sql, [gemeente, keys.draftId, draftHash(keys), now]);
  if (!row) return null;
  const sealed = row.content.length > 0;
  return {
    id: row.id,
    content: sealed ? readContent(open(keyring, row.content, placeOf(gemeente, row.id))) : null,
    resultId: row.result_id,
    photos: row.photos,
  };
};
