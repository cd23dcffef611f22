import type { Selectable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import type { AssignmentTable, SignaalTable } from '#platform/database/schema.gen.ts';
import { notFound, refuse as refusePlatform } from '#platform/errors.ts';

/** A signaal as it is stored. */
export type Signaal = Selectable<SignaalTable>;
/** One holder's part of a signaal, as it is stored. */
export type Assignment = Selectable<AssignmentTable>;

/**
 * Loads a signaal and holds its row until the transaction ends, so that two deciders go one after the other. Of a voice
 * that was joined or merged its root is held first, always in that order, so that nobody waits for each other.
 */
export const lockSignaal = async (context: Context, id: string): Promise<Signaal> => {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const own = await lockUnjoined(context, id);
    if (own) return own;
    const rootId = await rootIdOf(context, id);
    if (rootId === null) continue;
    await lockRoot(context, rootId);
    const voice = await rowOf(context, id).forUpdate().executeTakeFirst();
    if (voice?.duplicate_of === rootId) return voice;
  }
  throw refusePlatform('changed_meanwhile', { status: 409 });
};

/** Loads the root that somebody means, also when it was merged into another meanwhile, and holds its row. */
export const lockRoot = async (context: Context, id: string): Promise<Signaal> => {
  let wanted = id;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const root = await lockUnjoined(context, wanted);
    if (root) return root;
    wanted = (await rootIdOf(context, wanted)) ?? wanted;
  }
  throw refusePlatform('changed_meanwhile', { status: 409 });
};

/** So often one looks again when a colleague merges at the same moment. */
const MOST_TURNS = 5;

const rowOf = (context: Context, id: string) =>
  context.db.selectFrom('signaal').selectAll().where('gemeente', '=', context.gemeente).where('id', '=', id);

const lockUnjoined = (context: Context, id: string): Promise<Signaal | undefined> => {
  if (!isId(id)) throw notFound();
  return rowOf(context, id).where('duplicate_of', 'is', null).forUpdate().executeTakeFirst();
};

/** What a signaal was joined to; null when it is a root by now. Throws "not found". */
const rootIdOf = async (context: Context, id: string): Promise<string | null> => {
  const row = await rowOf(context, id).executeTakeFirst();
  if (!row) throw notFound();
  return row.duplicate_of;
};

/** All assignments of a signaal, in the order in which they were offered. */
export const assignmentsOf = (
  context: Pick<Context, 'db' | 'gemeente'>,
  signaalId: string,
): Promise<Assignment[]> =>
  context.db
    .selectFrom('assignment')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('signaal_id', '=', signaalId)
    .orderBy('sequence')
    .execute();
