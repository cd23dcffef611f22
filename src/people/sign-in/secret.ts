import { Secret, TOTP } from 'otpauth';
import type { Context } from '#platform/command/command.ts';
import { open, seal } from '#platform/secrets/index.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';

const PERIOD = 30;
const SECRET_BYTES = 20;

const placeOf = (gemeente: string, accountId: string) => ({ gemeente, row: `account/${accountId}/totp` });

/** Makes a fresh secret for an account that has not confirmed one yet, so that an old mail's reader knows it not. */
export const prepareSecret = async (
  { db, gemeente, world }: Pick<Context, 'db' | 'gemeente' | 'world'>,
  accountId: string,
): Promise<void> => {
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  await db
    .updateTable('account')
    .set({ totp_sealed: seal(world.keyring, secret, placeOf(gemeente, accountId)), totp_last_step: null })
    .where('gemeente', '=', gemeente)
    .where('id', '=', accountId)
    .where('totp_confirmed_at', 'is', null)
    .execute();
};

/** The secret of an account in base32. Throws SealError when the stored value is not this account's. */
export const openSecret = (keyring: Keyring, gemeente: string, accountId: string, sealed: Buffer): string =>
  open(keyring, sealed, placeOf(gemeente, accountId));

/** The `otpauth://` address that an authenticator app reads from a QR code (Key URI format). */
export const secretUri = (secret: string, tenant: string, email: string): string =>
  authenticator(secret, tenant, email).toString();

/**
 * The time step (of 30 seconds since 1970) for which this code is right, now or one step beside it for clocks that
 * differ; null when it is wrong.
 */
export const stepOfCode = (secret: string, code: string, now: Date): number | null => {
  const delta = authenticator(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
};

const authenticator = (secret: string, issuer = 'Wijkregie', label = 'Wijkregie'): TOTP =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });
