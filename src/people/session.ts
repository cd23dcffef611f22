import { isoDate } from '#platform/calendar/index.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Holding } from '#platform/policy/principal.ts';
import { hashToken } from '#platform/secrets/index.ts';
import type { SignedIn } from '#platform/web/request.ts';
import type { World } from '#platform/world.ts';
import { idleSince, SEEN_EVERY } from './session-rules.ts';

interface SessionRow {
  account_id: string;
  name: string;
  lang: 'nl' | 'en';
  second_factor_at: Date | null;
  demo: boolean;
  role: string | null;
  department_id: string | null;
  area_id: string | null;
  on_behalf_of: string | null;
  buurt_ids: string[] | null;
}

/** The touch and the reading are one statement: one round trip of each screen's budget. */
const SESSION_WITH_ROLES = `
  with touched as (
    update session set last_seen_at = $2
    where gemeente = $4 and token_hash = $1 and expires_at > $2 and last_seen_at > $5 and last_seen_at <= $6
    returning id)
  select s.account_id, a.name, a.lang, s.second_factor_at, s.demo,
    h.role, h.department_id, h.area_id, h.on_behalf_of,
    case when h.area_id is null then null else array(
      select ab.buurt_id::text from area_buurt ab
      where ab.gemeente = h.gemeente and ab.area_id = h.area_id
        and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3)) end as buurt_ids
  from session s
  join account a on a.gemeente = s.gemeente and a.id = s.account_id and a.active
  left join role_holding h on h.gemeente = s.gemeente and h.account_id = s.account_id
    and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)
  where s.gemeente = $4 and s.token_hash = $1 and s.expires_at > $2 and s.last_seen_at > $5`;

/**
 * Who holds a session token, with the roles of today, in one query; null when the session ended (12 hours, or an hour
 * unused) or the account was switched off. Notes the use of the session at most once a minute.
 */
export const signedInBy = async (world: World, gemeente: string, token: string): Promise<SignedIn | null> => {
  const now = world.clock.now();
  const minuteAgo = new Date(now.getTime() - SEEN_EVERY);
  const rows = await tenantTransaction(world.pool, gemeente, (db) =>
    runSql<SessionRow>(db, SESSION_WITH_ROLES, [
      hashToken(token),
      now,
      isoDate(now),
      gemeente,
      idleSince(now),
      minuteAgo,
    ]),
  );
  const first = rows[0];
  if (!first) return null;
  return {
    principal: { kind: 'staff', id: first.account_id, holdings: rows.flatMap(holdingOf) },
    accountId: first.account_id,
    name: first.name,
    lang: first.lang,
    secondFactor: first.second_factor_at !== null,
    demo: first.demo,
  };
};

const holdingOf = (row: SessionRow): Holding[] =>
  row.role === null
    ? []
    : [
        {
          role: row.role,
          departmentId: row.department_id,
          areaId: row.area_id,
          buurtIds: row.buurt_ids,
          onBehalfOf: row.on_behalf_of,
        },
      ];
