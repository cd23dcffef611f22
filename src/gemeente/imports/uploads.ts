import { defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { refuse } from '../errors.ts';
import { tidyText } from '../tables/decode.ts';

/** What a file is looked at for. */
export type UploadKind = 'areas' | 'key_figures';

/** A file that waits to be looked at and read in. */
export interface Upload {
  readonly id: string;
  readonly kind: UploadKind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The largest file that is taken from a browser, in bytes; the command line takes larger ones. */
export const LARGEST_UPLOAD = 20_000_000;
const DAY = 24 * 3_600_000;
const LONGEST_NAME = 200;

/** Keeps a file for whoever sent it, in place of his former one; what others left for a day goes too. Gives its id. */
export const keepUpload = defineCommand<Omit<Upload, 'id'>, string>({
  name: 'area_file.keep',
  action: 'area.manage',
  run: async (context, { kind, name, bytes }) => {
    context.allow();
    const { db, gemeente, now, principal } = context;
    if (principal.id === null) throw notFound();
    if (bytes.length === 0) throw refuse('file_needed', { fields: { bestand: 'file_needed' } });
    await runSql(db, 'delete from uploaded_file where gemeente = $1 and created_at < $2', [
      gemeente,
      new Date(now.getTime() - DAY),
    ]);
    await runSql(db, 'delete from uploaded_file where gemeente = $1 and account_id = $2', [
      gemeente,
      principal.id,
    ]);
    const id = newId();
    await runSql(
      db,
      `insert into uploaded_file (gemeente, id, kind, name, bytes, account_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [gemeente, id, kind, tidyText(name).slice(0, LONGEST_NAME), Buffer.from(bytes), principal.id, now],
    );
    return id;
  },
});

/** Throws a file away that was read in. */
export const dropUpload = defineCommand<{ readonly id: string }, void>({
  name: 'area_file.drop',
  action: 'area.manage',
  run: async (context, { id }) => {
    context.allow();
    await runSql(
      context.db,
      'delete from uploaded_file where gemeente = $1 and id = $2 and account_id = $3',
      [context.gemeente, id, context.principal.id],
    );
  },
});

/** A file of one's own; throws `not_found`, also for the file of somebody else. */
export const uploadOf = async (
  db: TenantDb,
  gemeente: string,
  id: string,
  accountId: string | null,
): Promise<Upload> => {
  const [row] = await runSql<Upload>(
    db,
    'select id, kind, name, bytes from uploaded_file where gemeente = $1 and id = $2 and account_id = $3',
    [gemeente, id, accountId],
  );
  if (!row) throw notFound();
  return row;
};
