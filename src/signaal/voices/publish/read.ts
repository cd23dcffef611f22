import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { refuse } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { reaches } from '../../policy.ts';
import { readCore, type SignaalDetail } from '../../staff/detail/core.ts';

/** What a person needs to see before he clears something. */
export interface PublishView {
  readonly signaal: SignaalDetail;
  readonly publicText: string | null;
  readonly clearedAt: Date | null;
  readonly clearedBy: string | null;
  /** Its subject is never published, or it is a complaint about conduct. */
  readonly isClosed: boolean;
  readonly photos: readonly { readonly id: string; readonly public: boolean }[];
}

const VIEW = `
  select s.public_text as "publicText", s.cleared_at as "clearedAt", w.name as "clearedBy",
    (s.kind = 'complaint' or coalesce(c.sensitive, false) or coalesce(g.sensitive, false)) as "isClosed",
    array(select jsonb_build_object('id', f.id, 'public', f.public) from file f
      where f.gemeente = $1 and f.object_id = $2 and f.object_kind = any (array['signaal', 'outcome'])
      order by f.created_at, f.id limit 30) as photos
  from signaal s
  left join category c on c.gemeente = $1 and c.id = s.category_id
  left join category g on g.gemeente = $1 and g.id = c.parent_id
  left join account w on w.gemeente = $1 and w.id = s.cleared_by
  where s.gemeente = $1 and s.id = $2`;

/** Reads what may be cleared; "not found" for whoever may not read it, "forbidden" for whoever may not clear it. */
export const readPublish = async (db: TenantDb, rq: Rq, id: string): Promise<PublishView> => {
  const { signaal, facts } = await readCore(db, rq, id);
  const verdict = rq.world.gate(rq.principal, 'signaal.publish', reaches(rq.principal, facts));
  if (!verdict.ok) throw refuse('forbidden', { status: 403 });
  const [row] = await runSql<Omit<PublishView, 'signaal'>>(db, VIEW, [rq.gemeente, id]);
  if (!row) throw new Error('A signaal without a row');
  return { signaal, ...row };
};
