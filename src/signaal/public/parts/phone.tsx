import { publicPhone, readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { Link } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';

/** The number that residents may call; empty when the municipality named none. */
export const readPhone = async (
  db: TenantDb,
  { gemeente, now }: Pick<Rq, 'gemeente' | 'now'>,
): Promise<string> => {
  const settings = await readSettings(db, gemeente, isoDate(now));
  return settings.get(publicPhone);
};

/** A number that a telephone can dial at a touch. */
export const PhoneLink = ({ phone }: { phone: string }) => (
  <Link href={`tel:${phone.replace(/(?!^\+)\D/g, '')}`}>{phone.replaceAll(' ', '\u00a0')}</Link>
);
