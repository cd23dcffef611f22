import type { Selectable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import type { AssignmentTable, SignaalTable } from '#platform/database/schema.gen.ts';
import { notFound } from '#platform/errors.ts';

/** A signaal as it is stored. */
export type Signaal = Selectable<SignaalTable>;
/** One holder's part of a signaal, as it is stored. */
export type Assignment = Selectable<AssignmentTable>;

/** Loads a signaal and holds its row until the transaction ends, so that two deciders go one after the other. */
export const lockSignaal = async (context: Context, id: string): Promise<Signaal> => {
  if (!isId(id)) throw notFound();
  const signaal = await context.db
    .selectFrom('signaal')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!signaal) throw notFound();
  return signaal;
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
