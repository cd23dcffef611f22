import { departments } from '#gemeente/index.ts';
import { accountsHolding } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { hasBandwidth } from '#regie/index.ts';
import { refuse } from '../errors.ts';

/** Who carries a focuspunt: a person with an account, or a function in an organisation; or nobody yet. */
export interface TrekkerInput {
  readonly trekkerAccountId: string | null;
  readonly trekkerFunction: string;
  readonly trekkerDepartmentId: string | null;
}

/**
 * Whether this account may carry this object: a wijkregisseur owns the process, not the execution, unless hours of the
 * pot were written down for it (G3, rapport L478-479, L496-497). Throws `trekker_needs_bandwidth`, `trekker_unknown`.
 */
export const checkTrekker = async (
  context: Context,
  input: TrekkerInput,
  objectIds: readonly string[],
): Promise<void> => {
  const { db, gemeente, today } = context;
  await checkDepartment(context, input.trekkerDepartmentId);
  const id = input.trekkerAccountId;
  if (id === null) return;
  if (!isId(id)) throw unknown();
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!account) throw unknown();
  const wijkregisseurs = await accountsHolding(db, gemeente, today, { role: 'wijkregisseur' });
  if (!wijkregisseurs.includes(id)) return;
  if (!(await hasBandwidth(db, gemeente, id, { objectIds, day: today }))) {
    throw refuse('trekker_needs_bandwidth', { fields: { trekker: 'trekker_needs_bandwidth' } });
  }
};

const unknown = () => refuse('trekker_unknown', { fields: { trekker: 'trekker_unknown' } });

const checkDepartment = async ({ db, gemeente, today }: Context, id: string | null): Promise<void> => {
  if (id === null) return;
  const known = await departments(db, gemeente, today);
  if (!known.some((department) => department.id === id)) throw unknown();
};
