import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { FollowedKind } from './follow.ts';

/** Something followed, with what changed in the last quarter that is over. */
export interface Followed {
  readonly id: string;
  readonly kind: FollowedKind;
  readonly objectId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly since: Date;
  /** Meldingen in the last quarter and in the one before it. */
  readonly last: number;
  readonly before: number;
  readonly measurements: number;
  readonly papers: number;
}

const MOST = 50;

const FOLLOWED = `
  select f.id, f.object_kind as kind, f.object_id as "objectId", coalesce(a.name, p.title, c.name) as name,
    c.name_en as "nameEn", f.created_at as since, n.last, n.before,
    (select count(*)::int from goal g join measurement m on m.gemeente = $1 and m.goal_id = g.id
      where g.gemeente = $1 and f.object_kind = 'focuspunt' and g.object_id = f.object_id
        and m.entered_at >= $4 and m.entered_at < $5) as measurements,
    (select count(*)::int from council_link l
      left join council_item i on i.gemeente = $1 and i.id = l.from_id
      left join document d on d.gemeente = $1 and d.id = l.from_id and d.release_id is null
      where l.gemeente = $1 and l.object_kind = f.object_kind and l.object_id = f.object_id
        and coalesce(i.created_at, d.created_at) >= $4 and coalesce(i.created_at, d.created_at) < $5) as papers
  from follow f
  left join area a on a.gemeente = $1 and f.object_kind = 'area' and a.id = f.object_id
  left join focuspunt p on p.gemeente = $1 and f.object_kind = 'focuspunt' and p.id = f.object_id
  left join category c on c.gemeente = $1 and f.object_kind = 'category' and c.id = f.object_id
  left join lateral (
    select count(*) filter (where s.received_at >= $4)::int as last,
      count(*) filter (where s.received_at < $4)::int as before
    from signaal s
    where s.gemeente = $1 and s.kind <> 'complaint' and s.state <> 'withdrawn'
      and s.received_at >= $3 and s.received_at < $5
      and (s.buurt_id = any (array(select ab.buurt_id from area_buurt ab
          where ab.gemeente = $1 and ab.area_id = coalesce(a.id, p.area_id) and ab.valid_to is null))
        or s.category_id = c.id or s.category_id = any (array(select k.id from category k
          where k.gemeente = $1 and k.parent_id = c.id)))) n on true
  where f.gemeente = $1 and f.account_id = $2 and f.rhythm = 'quarter' and f.ended_at is null
  order by f.created_at, f.id limit ${MOST}`;

/** Reads what somebody follows, at most fifty, with the last quarter (`from` up to `to`) beside the one before it. */
export const readFollowed = (
  db: TenantDb,
  gemeente: string,
  accountId: string,
  quarters: { readonly before: Date; readonly from: Date; readonly to: Date },
): Promise<Followed[]> =>
  runSql<Followed>(db, FOLLOWED, [gemeente, accountId, quarters.before, quarters.from, quarters.to]);
