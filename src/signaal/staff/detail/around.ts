import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import { reaches } from '../../policy.ts';
import type { SignaalCore } from './core.ts';

/** One thing said, by whom. */
export interface SaidRow {
  readonly id: string;
  readonly direction: 'to_reporter' | 'from_reporter' | 'internal';
  readonly kind: string;
  readonly text: string;
  readonly wiped: boolean;
  readonly channel: string;
  readonly verdict: 'solved' | 'not_solved' | null;
  readonly author: string | null;
  readonly at: string;
}

/** A term of the signaal or of one part. */
export interface TermRow {
  readonly id: string;
  readonly kind: string;
  readonly object_id: string;
  readonly started_at: string;
  readonly due_at: string;
  readonly state: 'open' | 'met' | 'passed' | 'cancelled';
}

/** One line of the history. */
export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string | null;
  readonly on_behalf_of: string | null;
  readonly actor_kind: string;
  readonly noun: string;
  readonly action: string;
}

/** A message in the reporter's post: which and how it went, never to whom. */
export interface MessageSent {
  readonly id: string;
  readonly template: string;
  readonly channel: string;
  readonly state: string;
  readonly at: string;
}

/** Another signaal near this one; no words, for it may lie beyond this reader's reach. */
interface NearbyRow extends NearbyFacts {
  readonly id: string;
  readonly number: number;
  readonly category: string | null;
  readonly category_en: string | null;
  readonly street: string | null;
  readonly at: string;
  /** Whether this reader may open it; only then its line is a link. */
  readonly isReadable: boolean;
}

/** What the gate asks of it. */
interface NearbyFacts {
  readonly kind: string;
  readonly queue: string;
  readonly complex: boolean;
  readonly buurt_id: string | null;
  readonly registered_by: string | null;
  readonly department_ids: readonly string[];
}

/** Everything around a signaal, in one query. */
export interface Around {
  readonly said: readonly SaidRow[];
  readonly terms: readonly TermRow[];
  readonly history: readonly HistoryRow[];
  readonly messages: readonly MessageSent[];
  readonly photos: readonly { readonly id: string; readonly kind: string }[];
  readonly nearby: readonly NearbyRow[];
}

const AROUND = `
  select
    array(select jsonb_build_object('id', f.id, 'direction', f.direction, 'kind', f.kind, 'text', f.text,
        'wiped', f.text_wiped_at is not null, 'channel', f.channel, 'verdict', f.verdict, 'author', w.name, 'at', f.created_at)
      from feedback f left join account w on w.gemeente = $1 and w.id = f.author_id
      where f.gemeente = $1 and f.signaal_id = $2 order by f.created_at, f.id limit 200) as said,
    array(select jsonb_build_object('id', t.id, 'kind', t.kind, 'due_at', t.due_at, 'state', t.state,
        'object_id', t.object_id, 'started_at', t.started_at)
      from term t where t.gemeente = $1 and t.object_id = any ($3::uuid[]) order by t.due_at, t.id limit 100) as terms,
    array(select jsonb_build_object('id', h.id, 'at', h.at, 'actor', w.name, 'on_behalf_of', b.name,
        'actor_kind', h.actor_kind, 'noun', h.noun, 'action', h.action)
      from history h
      left join account w on w.gemeente = $1 and w.id = h.actor_id
      left join account b on b.gemeente = $1 and b.id = h.on_behalf_of
      where h.gemeente = $1 and h.noun = any (array['signaal', 'assignment', 'reporter'])
        and h.object_id = any ($4::text[]) order by h.at desc, h.id desc limit 100) as history,
    array(select jsonb_build_object('id', m.id, 'template', m.template, 'channel', m.channel, 'state', m.state,
        'at', m.created_at)
      from message m where m.gemeente = $1 and m.object_id = $2 order by m.created_at, m.id limit 50) as messages,
    array(select jsonb_build_object('id', p.id, 'kind', p.object_kind)
      from file p where p.gemeente = $1 and p.object_id = $2 and p.object_kind = any (array['signaal', 'outcome'])
      order by p.created_at, p.id limit 30) as photos,
    array(select jsonb_build_object('id', n.id, 'number', n.number, 'street', n.street, 'at', n.received_at,
        'category', c.name, 'category_en', c.name_en, 'kind', n.kind, 'queue', n.queue, 'complex', n.complex,
        'buurt_id', n.buurt_id, 'registered_by', n.registered_by, 'department_ids', array(select a.department_id
          from assignment a where a.gemeente = $1 and a.signaal_id = n.id order by a.sequence limit 100))
      from signaal n left join category c on c.gemeente = $1 and c.id = n.category_id
      where n.gemeente = $1 and n.id = any (array(
          (select x.id from signaal x where x.gemeente = $1 and x.street_search = $5 and x.id <> $2
            order by x.received_at desc, x.id desc limit 12) union
          (select x.id from signaal x where x.gemeente = $1 and x.cell = $6 and x.id <> $2
            order by x.received_at desc limit 12)))
        and n.kind <> 'complaint' and n.duplicate_of is null
        and n.state = any (array['received', 'reopened', 'assigned', 'planned'])
      order by n.received_at desc, n.id desc limit 10) as nearby`;

/** What can be chosen in the forms of this page. */
export interface Choices {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly categories: readonly {
    readonly id: string;
    readonly name: string;
    readonly name_en: string | null;
  }[];
  readonly texts: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly title: string;
    readonly body: string;
  }[];
}

const valid = (table: string): string =>
  `${table}.gemeente = $1 and ${table}.valid_from <= $7 and (${table}.valid_to is null or ${table}.valid_to > $7)`;

const CHOICES = `
    array(select jsonb_build_object('id', d.id, 'name', d.name) from department d
      where ${valid('d')} and d.kind = any (array['vakafdeling', 'partner'])
      order by d.name collate "nl-x-icu", d.id limit 500) as departments,
    array(select jsonb_build_object('id', c.id, 'name', c.name, 'name_en', c.name_en) from category c
      where ${valid('c')} and c.parent_id is not null
      order by c.name collate "nl-x-icu", c.id limit 500) as categories,
    array(select jsonb_build_object('id', x.id, 'outcome', x.outcome, 'title', x.title, 'body', x.body)
      from standard_text x where ${valid('x')} and (x.category_id is null or x.category_id = $8)
      order by x.category_id nulls last, x.title, x.id limit 100) as texts`;

/** Reads everything around a signaal, and what can be chosen in its forms today. */
export const readAround = async (db: TenantDb, rq: Rq, core: SignaalCore): Promise<Around & Choices> => {
  const { signaal, parts } = core;
  const ids = [signaal.id, ...parts.map(({ id }) => id)];
  const { street, cell } = { street: signaal.streetSearch, cell: signaal.cell };
  const values = [rq.gemeente, signaal.id, ids, ids, street, cell, isoDate(rq.now), signaal.categoryId];
  const [row] = await runSql<Around & Choices>(db, `${AROUND}, ${CHOICES}`, values);
  if (!row) throw new Error('A query without a row');
  return { ...row, nearby: row.nearby.map((near) => ({ ...near, isReadable: mayRead(rq, near, core) })) };
};

const mayRead = (rq: Rq, near: NearbyFacts, { facts }: SignaalCore): boolean => {
  const nearFacts = {
    buurtId: near.buurt_id,
    queue: near.queue,
    complex: near.complex,
    kind: near.kind,
    registeredBy: near.registered_by,
    departmentIds: near.department_ids,
    // Of another buurt it is not known here who takes it; then it is told without a link.
    fallbackAreaId: near.buurt_id === facts.buurtId ? facts.fallbackAreaId : null,
  };
  return rq.world.gate(rq.principal, 'signaal.read', reaches(rq.principal, nearFacts)).ok;
};
