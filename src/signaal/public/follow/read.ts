import type { FeedbackTable, SignaalTable } from '#platform/database/schema.gen.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { AssignmentState } from '../../rules/assignment-states.ts';
import type { SignaalState } from '../../rules/signaal-states.ts';
import type { HolderFacts } from '../parts/holder.ts';

type Row<Column extends keyof SignaalTable> = SignaalTable[Column];

/** How a signaal stands: what its reporter may know of it, field by field. No person, no queue of others, no history. */
export interface Followed extends HolderFacts {
  readonly id: string;
  readonly kind: Row<'kind'>;
  readonly state: SignaalState;
  readonly outcome: Row<'outcome'>;
  readonly text: string | null;
  readonly textWipedAt: Date | null;
  readonly subject: string | null;
  readonly subjectEn: string | null;
  readonly departmentContact: string | null;
  readonly placeKind: Row<'place_kind'>;
  readonly buurtName: string | null;
  readonly street: string | null;
  readonly placeNote: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
  readonly receivedAt: Date;
  readonly stateSince: Date;
  readonly answerChannel: Row<'answer_channel'>;
  readonly photos: readonly string[];
  /** "Ik ook": its reporter joined by himself; otherwise a colleague may have merged it. */
  readonly joined: boolean;
  /** The signaal that this one follows: how that one stands, never what it says. */
  readonly original: Standing | null;
}

/** How another signaal stands, without its words; moments as JSON writes them. */
export interface Standing extends HolderFacts {
  readonly id: string;
  readonly state: SignaalState;
  readonly outcome: Row<'outcome'>;
  readonly departmentContact: string | null;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
  readonly receivedAt: string;
  readonly stateSince: string;
}

/** One thing said between the municipality and the reporter. */
export interface Said {
  readonly id: string;
  readonly direction: 'to_reporter' | 'from_reporter';
  readonly kind: FeedbackTable['kind'];
  readonly text: string;
  readonly wipedAt: Date | null;
  readonly verdict: 'solved' | 'not_solved' | null;
  readonly at: Date;
}

/** One holder's part. */
export interface Part {
  readonly state: AssignmentState;
  readonly departmentName: string;
  readonly offeredAt: Date;
  readonly stateSince: Date;
  readonly executedOn: string | null;
}

/** A moment before which something happens. */
export interface Moment {
  readonly kind: string;
  readonly dueAt: Date;
  /** It runs for this reporter alone, not for everybody who follows the same. */
  readonly own: boolean;
}

/** One row, also when there is no such signaal: so that the guesses of this visitor come with it. */
const LOOKED_AT = `
  select (select r.used from rate_count r where r.gemeente = $1 and r.bucket = $3 and r.window_start = $4) as misses,
    s.id, s.kind, s.state, s.queue, s.outcome, s.text, s.text_wiped_at as "textWipedAt", c.name as subject,
    c.name_en as "subjectEn", d.name as "departmentName", d.public_contact as "departmentContact",
    s.place_kind as "placeKind", b.name as "buurtName", s.street, s.place_note as "placeNote", s.lat, s.lon,
    s.planned_on as "plannedOn", s.hear_by as "hearBy", s.received_at as "receivedAt",
    s.state_since as "stateSince", s.answer_channel as "answerChannel", s.joined,
    array(select f.id::text from file f where f.gemeente = $1 and f.object_id = s.id
      and f.object_kind = any (array['signaal', 'outcome'])
      order by f.created_at, f.id limit 60) as photos,
    (select json_build_object('id', o.id, 'state', o.state, 'outcome', o.outcome, 'queue', o.queue,
        'departmentName', od.name, 'departmentContact', od.public_contact, 'plannedOn', o.planned_on,
        'hearBy', o.hear_by, 'receivedAt', o.received_at, 'stateSince', o.state_since)
      from signaal o join department od on od.gemeente = o.gemeente and od.id = o.owner_department_id
      where o.gemeente = $1 and o.id = s.duplicate_of) as original
  from (select 1) once
  left join signaal s on s.gemeente = $1 and s.code_hash = $2
  left join department d on d.gemeente = $1 and d.id = s.owner_department_id
  left join category c on c.gemeente = $1 and c.id = s.category_id
  left join buurt b on b.gemeente = $1 and b.id = s.buurt_id`;

/** What a code leads to. */
export interface LookedAt {
  /** How many codes this visitor guessed wrong in the window. */
  readonly misses: number;
  /** Null when the code leads to nothing. */
  readonly signaal: Followed | null;
}

/** The signaal of a code, with the count of wrong guesses in `bucket` since the start of its window, in one query. */
export const lookAt = async (
  db: TenantDb,
  gemeente: string,
  codeHash: string,
  bucket: string,
  window: Date,
): Promise<LookedAt> => {
  type Row = Partial<Followed> & { readonly misses: number | null };
  const [row] = await runSql<Row>(db, LOOKED_AT, [gemeente, codeHash, bucket, window]);
  if (!row) throw new Error('A query without a row');
  const { misses, ...signaal } = row;
  // The columns of the signaal are there together or not at all.
  return { misses: misses ?? 0, signaal: signaal.id ? (signaal as Followed) : null };
};

/** Everything that happened to a signaal, or to what it follows. */
export interface Course {
  readonly said: readonly Said[];
  readonly parts: readonly Part[];
  readonly moments: readonly Moment[];
}

const COURSE = `
  select
    array(select jsonb_build_object('id', f.id, 'direction', f.direction, 'kind', f.kind, 'text', f.text,
        'wipedAt', f.text_wiped_at, 'verdict', f.verdict, 'at', f.created_at)
      from feedback f where f.gemeente = $1 and f.id = any (array(
        select o.id from feedback o where o.gemeente = $1 and o.signaal_id = $2 and o.voice_id is null
          and o.direction = any (array['to_reporter', 'from_reporter'])
        union select v.id from feedback v where v.gemeente = $1 and v.voice_id = $2
        union select r.id from feedback r where r.gemeente = $1 and r.signaal_id = $3 and $3::uuid <> $2::uuid
          and r.direction = 'to_reporter' and r.kind = any (array['outcome', 'plan', 'status'])))
      order by f.created_at desc, f.id desc limit 200) as said,
    array(select jsonb_build_object('state', a.state, 'departmentName', d.name, 'offeredAt', a.offered_at,
        'stateSince', a.state_since, 'executedOn', a.executed_on)
      from assignment a join department d on d.gemeente = a.gemeente and d.id = a.department_id
      where a.gemeente = $1 and a.signaal_id = $3 order by a.sequence limit 100) as parts,
    array(select jsonb_build_object('kind', t.kind, 'dueAt', t.due_at, 'own', t.object_id = $2 and $3::uuid <> $2::uuid)
      from term t where t.gemeente = $1 and t.object_id = any (array[$2::uuid, $3::uuid] || array(
          select w.id from assignment w where w.gemeente = $1 and w.signaal_id = $3))
        and t.state = any (array['open', 'passed'])
      order by t.due_at desc, t.id desc limit 100) as moments`;

/** Rows as JSON writes them: moments are texts. */
type Written<Facts> = { readonly [Key in keyof Facts]: Date extends Facts[Key] ? string : Facts[Key] };

const momentIn = (text: string): Date => new Date(text);

/**
 * What was said to and by this reporter (the last 200, oldest first), who had a part of the work, and the terms that run or
 * have passed, the latest first. Of what follows another, the course of that one, and nothing that others said to it.
 */
export const readCourse = async (
  db: TenantDb,
  gemeente: string,
  { id, text, original }: Pick<Followed, 'id' | 'text' | 'original'>,
): Promise<Course> => {
  const [row] = await runSql<{ said: Written<Said>[]; parts: Written<Part>[]; moments: Written<Moment>[] }>(
    db,
    COURSE,
    [gemeente, id, original?.id ?? id],
  );
  // What a joiner told was passed on to the other; on his own page it stands already.
  const isNew = (one: Written<Said>) => !original || one.kind !== 'addition' || one.text !== text;
  return {
    said: (row?.said ?? [])
      .toReversed()
      .filter(isNew)
      .map((one) => ({
        ...one,
        at: momentIn(one.at),
        wipedAt: one.wipedAt === null ? null : momentIn(one.wipedAt),
      })),
    parts: (row?.parts ?? []).map((one) => ({
      ...one,
      offeredAt: momentIn(one.offeredAt),
      stateSince: momentIn(one.stateSince),
    })),
    moments: (row?.moments ?? []).map((one) => ({ ...one, dueAt: momentIn(one.dueAt) })),
  };
};

/** What a code shows of something that follows another: its own words, and how that other stands. */
export const asItStands = (signaal: Followed): Followed => {
  const { original } = signaal;
  if (!original) return signaal;
  const { state, outcome, queue, departmentName, departmentContact, plannedOn, hearBy } = original;
  return {
    ...signaal,
    ...{ state, outcome, queue, departmentName, departmentContact, plannedOn, hearBy },
    stateSince: momentIn(original.stateSince),
  };
};
