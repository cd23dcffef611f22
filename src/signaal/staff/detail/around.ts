import { type StoredSetting, settingsFrom } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import {
  boundsOf,
  type Candidate,
  candidatesSql,
  cellsAround,
  type Neighbour,
  rankNeighbours,
} from '../../neighbours/read.ts';
import { reaches, type SignaalFacts } from '../../policy.ts';
import { OPEN_STATES } from '../../rules/signaal-states.ts';
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
  /** Somebody who joined said it. */
  readonly neighbour: boolean;
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

/** A neighbour as this reader meets it; its words and its page only where he may read it. */
export interface NeighbourRow extends Neighbour {
  readonly isReadable: boolean;
}

/** What the gate asks of another signaal. */
interface OtherFacts {
  readonly kind: string;
  readonly queue: string;
  readonly complex: boolean;
  readonly buurt_id: string | null;
  readonly registered_by: string | null;
  readonly channel: string;
  readonly department_ids: readonly string[];
}

/** Somebody who joined this one or was merged into it, or what this one itself follows. */
export interface RelatedRow extends OtherFacts {
  readonly id: string;
  readonly number: number;
  readonly joined: boolean;
  readonly received_at: string;
  readonly isReadable: boolean;
}

/** Everything around a signaal, in one query. */
export interface Around {
  readonly said: readonly SaidRow[];
  readonly terms: readonly TermRow[];
  readonly history: readonly HistoryRow[];
  readonly messages: readonly MessageSent[];
  readonly photos: readonly { readonly id: string; readonly kind: string }[];
  readonly nearby: readonly NeighbourRow[];
  /** The newest of those who joined or were merged, and how many there are. */
  readonly voices: readonly RelatedRow[];
  readonly voice_count: number;
  /** What this one follows. */
  readonly original: RelatedRow | null;
  /** "Ik ook": its reporter joined by himself. */
  readonly joined: boolean;
}

const related = (name: string): string => `jsonb_build_object('id', ${name}.id, 'number', ${name}.number,
      'joined', ${name}.joined, 'channel', ${name}.channel, 'received_at', ${name}.received_at, 'kind', ${name}.kind,
      'queue', ${name}.queue, 'complex', ${name}.complex, 'buurt_id', ${name}.buurt_id,
      'registered_by', ${name}.registered_by, 'department_ids', array(select ra.department_id from assignment ra
        where ra.gemeente = $1 and ra.signaal_id = ${name}.id order by ra.sequence limit 100))`;

const THEME = '(select coalesce(g.parent_id, g.id) from category g where g.gemeente = $1 and g.id = $8)';

const AROUND = `
  select
    array(select jsonb_build_object('id', f.id, 'direction', f.direction, 'kind', f.kind, 'text', f.text,
        'wiped', f.text_wiped_at is not null, 'channel', f.channel, 'verdict', f.verdict, 'author', w.name, 'neighbour', f.voice_id is not null, 'at', f.created_at)
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
    ${candidatesSql({ gemeente: '$1', self: '$2', theme: THEME, street: '$5', cells: '$6', from: '$9', until: '$10' })} as candidates,
    array(select jsonb_build_object('key', x.key, 'value', x.value) from (
      select distinct on (key) key, value from setting where gemeente = $1 and valid_from <= $7
        and key = any (array['neighbour.metres', 'neighbour.metres_crowd', 'neighbour.days'])
      order by key, valid_from desc) x) as settings,
    (select jsonb_build_object('id', coalesce(g.parent_id, g.id), 'crowd', g.crowd)
      from category g where g.gemeente = $1 and g.id = $8) as theme,
    array(select ${related('y')} from signaal y where y.gemeente = $1 and y.duplicate_of = $2
      order by y.received_at desc, y.id desc limit 20) as voices,
    (select count(*)::int from signaal y where y.gemeente = $1 and y.duplicate_of = $2) as voice_count,
    (select ${related('z')} from signaal z where z.gemeente = $1 and z.id = (
      select self.duplicate_of from signaal self where self.gemeente = $1 and self.id = $2)) as original,
    (select self.joined from signaal self where self.gemeente = $1 and self.id = $2) as joined`;

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

/** What one statement reads, before it is ranked and gated. */
interface Read extends Omit<Around & Choices, 'nearby'> {
  readonly candidates: readonly Candidate[];
  readonly settings: readonly StoredSetting[];
  readonly theme: { readonly id: string; readonly crowd: boolean } | null;
}

/** The farthest in time that the settings allow. */
const DAYS_AROUND = 90;
const DAY = 86_400_000;

/** Reads everything around a signaal, and what can be chosen in its forms today. */
export const readAround = async (db: TenantDb, rq: Rq, core: SignaalCore): Promise<Around & Choices> => {
  const { signaal, parts } = core;
  const ids = [signaal.id, ...parts.map(({ id }) => id)];
  const cells = cellsAround(pointOf(core));
  const at = signaal.receivedAt.getTime();
  const [row] = await runSql<Read>(db, `${AROUND}, ${CHOICES}`, [
    ...[rq.gemeente, signaal.id, ids, ids, signaal.streetSearch, cells, isoDate(rq.now), signaal.categoryId],
    new Date(at - DAYS_AROUND * DAY),
    new Date(at + DAYS_AROUND * DAY),
  ]);
  if (!row) throw new Error('A query without a row');
  const readable = <Other extends OtherFacts>(other: Other) => ({
    ...other,
    isReadable: mayRead(rq, other, core),
  });
  return {
    ...row,
    nearby: neighboursOf(core, row).map(readable),
    voices: row.voices.map(readable),
    original: row.original ? readable(row.original) : null,
  };
};

/** More neighbours than these nobody compares. */
const MOST_SHOWN = 6;

const neighboursOf = (
  { signaal, ...core }: SignaalCore,
  { candidates, settings, theme }: Read,
): Neighbour[] => {
  const isComparable = signaal.kind === 'report' || signaal.kind === 'idea';
  if (!isComparable || signaal.duplicateOf !== null || !OPEN_STATES.includes(signaal.state)) return [];
  const sought = {
    themeId: theme?.id ?? null,
    crowd: theme?.crowd ?? false,
    point: pointOf({ signaal, ...core }),
    street: signaal.streetSearch,
    buurtId: signaal.buurtId,
    at: signaal.receivedAt,
    text: signaal.text ?? '',
  };
  return rankNeighbours(sought, candidates, boundsOf(settingsFrom(settings))).slice(0, MOST_SHOWN);
};

const pointOf = ({ signaal: { lat, lon } }: SignaalCore) =>
  lat === null || lon === null ? null : { lat, lon };

const mayRead = (rq: Rq, other: OtherFacts, core: SignaalCore): boolean =>
  rq.world.gate(rq.principal, 'signaal.read', reaches(rq.principal, factsOfOther(other, core))).ok;

/** What the gate knows of another signaal than the one that is shown. */
export const factsOfOther = (other: OtherFacts, { facts }: SignaalCore): SignaalFacts => ({
  buurtId: other.buurt_id,
  queue: other.queue,
  complex: other.complex,
  kind: other.kind,
  registeredBy: other.registered_by,
  channel: other.channel,
  departmentIds: other.department_ids,
  // Of another buurt it is not known here who takes it; then it is told without a link.
  fallbackAreaId: other.buurt_id === facts.buurtId ? facts.fallbackAreaId : null,
});
