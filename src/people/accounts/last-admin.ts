import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { refuse } from '../refusals.ts';

const ADMINS = `
  select a.id as account_id, h.id as holding_id
  from account a
  join role_holding h on h.gemeente = a.gemeente and h.account_id = a.id
  where a.gemeente = $1 and h.gemeente = $1 and a.active and h.role = 'functional_admin'
    and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)
  order by a.id, h.id
  for update of a, h`;

/**
 * Throws `last_admin` when nobody would be administrator on `day` without this account (or this holding). Locks the
 * administrators, so that two of them cannot switch each other off in the same moment.
 */
export const keepAnAdmin = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  without: { readonly accountId?: string; readonly holdingId?: string },
): Promise<void> => {
  const admins = await runSql<{ account_id: string; holding_id: string }>(db, ADMINS, [gemeente, day]);
  const isMeant = (admin: { account_id: string; holding_id: string }): boolean =>
    admin.account_id === without.accountId || admin.holding_id === without.holdingId;
  if (admins.some(isMeant) && admins.every(isMeant)) throw refuse('last_admin');
};
