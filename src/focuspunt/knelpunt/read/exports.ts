import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Knelpunt } from '../store/load.ts';
import { VOICES } from './list.ts';

/** In which knelpunt a signaal is bundled: what its own page and the thread may say. */
export interface KnelpuntOfSignaal {
  readonly signaalId: string;
  readonly knelpuntId: string;
  readonly number: number;
  readonly title: string;
  readonly state: Knelpunt['state'];
  readonly publicSentence: string;
  readonly since: Date;
}

const OF_SIGNALEN = `
  select s.id as "signaalId", k.id as "knelpuntId", k.number, k.title, k.state,
    k.public_sentence as "publicSentence", ks.added_at as since
  from signaal s
  join knelpunt_signaal ks on ks.gemeente = $1 and ks.signaal_id = case when s.duplicate_of is null then s.id else s.duplicate_of end
    and ks.removed_at is null
  join knelpunt k on k.gemeente = $1 and k.id = ks.knelpunt_id
  where s.gemeente = $1 and s.id = any ($2::uuid[])
  order by s.id limit 1000`;

/** The knelpunt of each of these signalen, also of those who joined one that is bundled; at most 1,000. */
export const knelpuntOf = async (
  db: TenantDb,
  gemeente: string,
  signaalIds: readonly string[],
): Promise<ReadonlyMap<string, KnelpuntOfSignaal>> => {
  const rows = await runSql<KnelpuntOfSignaal>(db, OF_SIGNALEN, [gemeente, [...signaalIds]]);
  return new Map(rows.map((row) => [row.signaalId, row]));
};

/** A knelpunt as everybody may know it: what was told to its reporters, never their words. */
export interface PublicKnelpunt {
  readonly id: string;
  readonly title: string;
  /** What the reporters heard last; of "geen actie" the public reason. */
  readonly publicSentence: string;
  readonly state: Knelpunt['state'];
  readonly since: Date;
  readonly theme: string | null;
  readonly themeEn: string | null;
  readonly area: string;
  /** How many voices; null when they are too few to say (product.md C5.7). */
  readonly voices: number | null;
}

/** Fewer voices than this are not published. */
const LEAST_SHOWN = 5;

const PUBLIC = `
  select k.id, k.title, case when k.state = 'no_action' then k.public_reason else k.public_sentence end
      as "publicSentence", k.state, k.state_since as since, c.name as theme, c.name_en as "themeEn", a.name as area,
    ${VOICES} as voices
  from knelpunt k
  join area a on a.gemeente = $1 and a.id = k.area_id
  left join category c on c.gemeente = $1 and c.id = k.category_id
  where k.gemeente = $1 and k.word > 0 and k.area_id = any (array(select ab.area_id from area_buurt ab
      where ab.gemeente = $1 and ab.buurt_id = any ($2::uuid[])
        and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3)))
    and (k.buurt_id is null or k.buurt_id = any ($2::uuid[]))
  order by k.created_at desc, k.id desc limit $4`;

/**
 * The knelpunten of these buurten that were told to their reporters, newest first: public fields only. `today` is
 * `YYYY-MM-DD`. One query.
 */
export const publicKnelpunten = async (
  db: TenantDb,
  gemeente: string,
  today: string,
  { buurtIds, limit }: { readonly buurtIds: readonly string[]; readonly limit: number },
): Promise<PublicKnelpunt[]> => {
  const rows = await runSql<PublicKnelpunt & { voices: number }>(db, PUBLIC, [
    gemeente,
    [...buurtIds],
    today,
    limit,
  ]);
  return rows.map((row) => ({ ...row, voices: row.voices < LEAST_SHOWN ? null : row.voices }));
};
