import type { Selectable } from 'kysely';
import type { CouncilItemTable, DocumentTable } from '#platform/database/schema.gen.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Precision } from '../rules/dated.ts';
import type { About } from './types.ts';

/** Something that a record is about, with its name. */
export interface AboutRow extends About {
  readonly title: string;
  readonly titleEn: string | null;
}

/** A fraction's point of view. */
export interface PositionRow {
  readonly id: string;
  readonly party: string;
  readonly stance: 'for' | 'against';
  readonly on: string;
  readonly precision: Precision;
  readonly source: string;
}

interface Beside {
  readonly about: readonly AboutRow[];
  readonly mentionedBy: readonly (About & { readonly title: string })[];
}

/** A motie or toezegging with what it is about. */
export interface ItemView extends Beside {
  readonly item: Omit<Selectable<CouncilItemTable>, 'created_at'>;
}

/** A document with what it is about, what it replaces, and who was for or against. */
export interface DocumentView extends Beside {
  readonly document: Omit<Selectable<DocumentTable>, 'created_at'>;
  readonly replaces: { readonly id: string; readonly title: string } | null;
  readonly replacedBy: { readonly id: string; readonly title: string } | null;
  readonly positions: readonly PositionRow[];
}

/** What is about a record and what it is about; what is only staff's stays out for others (`$3`). */
const BESIDE = `
  array(select jsonb_build_object('kind', l.object_kind, 'id', l.object_id,
      'title', coalesce(f.title, k.title, a.name, c.name, d.title, i.title), 'titleEn', c.name_en)
    from council_link l
    left join focuspunt f on f.gemeente = $1 and l.object_kind = 'focuspunt' and f.id = l.object_id
      and ($3 or f.state <> all (array['proposed', 'with_college', 'set', 'rejected', 'held']))
    left join knelpunt k on k.gemeente = $1 and l.object_kind = 'knelpunt' and k.id = l.object_id and $3
    left join area a on a.gemeente = $1 and l.object_kind = 'area' and a.id = l.object_id
    left join category c on c.gemeente = $1 and l.object_kind = 'category' and c.id = l.object_id
    left join document d on d.gemeente = $1 and l.object_kind = 'document' and d.id = l.object_id
    left join council_item i on i.gemeente = $1 and l.object_kind = 'council_item' and i.id = l.object_id
    where l.gemeente = $1 and l.from_id = o.id
      and coalesce(f.title, k.title, a.name, c.name, d.title, i.title) is not null
    order by l.object_kind, l.object_id limit 60) as about,
  array(select jsonb_build_object('kind', l.from_kind, 'id', l.from_id, 'title', coalesce(d.title, i.title))
    from council_link l
    left join document d on d.gemeente = $1 and d.id = l.from_id and d.release_id is null
    left join council_item i on i.gemeente = $1 and i.id = l.from_id
    where l.gemeente = $1 and l.object_kind = any (array['document', 'council_item']) and l.object_id = o.id
      and coalesce(d.title, i.title) is not null
    order by l.from_id limit 60) as "mentionedBy"`;

const ITEM = `select to_jsonb(o) as item, ${BESIDE} from council_item o where o.gemeente = $1 and o.id = $2`;

const DOCUMENT = `
  select to_jsonb(o) as document, ${BESIDE},
    (select jsonb_build_object('id', r.id, 'title', r.title) from document r
      where r.gemeente = $1 and r.id = o.replaces_id) as replaces,
    (select jsonb_build_object('id', r.id, 'title', r.title) from document r
      where r.gemeente = $1 and r.replaces_id = o.id order by r.dated_on desc, r.id limit 1) as "replacedBy",
    array(select jsonb_build_object('id', p.id, 'party', p.party, 'stance', p.stance, 'on', p.taken_on,
        'precision', p.taken_precision, 'source', p.source)
      from council_position p where p.gemeente = $1 and p.document_id = o.id
      order by p.taken_on desc, p.party, p.id limit 100) as positions
  from document o
  where o.gemeente = $1 and o.id = $2
    and (o.release_id is null or exists (select 1 from news_release n
      where n.gemeente = $1 and n.id = o.release_id
        and (n.press_told_at is not null or $4 and n.council_told_at is not null)))`;

/** A motie or toezegging; null when there is none. `isStaff` shows also what is not public yet. */
export const readItem = async (
  db: TenantDb,
  gemeente: string,
  id: string,
  isStaff: boolean,
): Promise<ItemView | null> => (await runSql<ItemView>(db, ITEM, [gemeente, id, isStaff]))[0] ?? null;

/** A document that everybody, or who hears `withCouncil`, was told of; null when there is none. */
export const readDocument = async (
  db: TenantDb,
  gemeente: string,
  id: string,
  { isStaff, withCouncil }: { readonly isStaff: boolean; readonly withCouncil: boolean },
): Promise<DocumentView | null> =>
  (await runSql<DocumentView>(db, DOCUMENT, [gemeente, id, isStaff, withCouncil]))[0] ?? null;
