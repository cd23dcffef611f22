import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { roles } from '../roles.ts';

/** An account as signing in sees it. */
export interface SigningAccount {
  readonly id: string;
  readonly name: string;
  readonly lang: 'nl' | 'en';
  readonly active: boolean;
  readonly invented: boolean;
  readonly has_role: boolean;
  readonly totp_sealed: Buffer | null;
  readonly totp_confirmed_at: Date | null;
}

/** Roles for which somebody signs in; whoever holds none today has nothing behind the door. */
const SIGNING_ROLES = roles.filter((role) => role.signsIn).map((role) => role.id);

const FIND = `
  select a.id, a.name, a.lang, a.active, a.invented, a.totp_sealed, a.totp_confirmed_at, exists (
    select 1 from role_holding h
    where h.gemeente = a.gemeente and h.account_id = a.id and h.role = any ($3)
      and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)) as has_role
  from account a where a.gemeente = $1`;

/** The account of an e-mail address (in lower case), with whether it may come in today. */
export const accountByEmail = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  email: string,
): Promise<SigningAccount | null> => {
  const values = [gemeente, day, SIGNING_ROLES, email];
  const [row] = await runSql<SigningAccount>(db, `${FIND} and a.email = $4`, values);
  return row ?? null;
};

/** The account of an id, with whether it may come in today. */
export const accountById = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  id: string,
): Promise<SigningAccount | null> => {
  const [row] = await runSql<SigningAccount>(db, `${FIND} and a.id = $4`, [gemeente, day, SIGNING_ROLES, id]);
  return row ?? null;
};

/** Why this account may not come in, as a code for the access log; null when it may. */
export const whyNotIn = (
  account: SigningAccount | null,
): 'unknown_address' | 'switched_off' | 'no_role' | null => {
  if (!account) return 'unknown_address';
  if (!account.active) return 'switched_off';
  return account.has_role ? null : 'no_role';
};
