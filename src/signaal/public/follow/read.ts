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
  /** The signaal that this one was joined to: how that one stands, never what it says. */
  readonly original: Standing | null;
}

/** How another signaal stands, without its words. */
export interface Standing extends HolderFacts {
  readonly state: SignaalState;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
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
}

const SIGNAAL = `
  select s.id, s.kind, s.state, s.queue, s.outcome, s.text, s.text_wiped_at as "textWipedAt", c.name as subject,
    c.name_en as "subjectEn", d.name as "departmentName", d.public_contact as "departmentContact",
    s.place_kind as "placeKind", b.name as "buurtName", s.street, s.place_note as "placeNote", s.lat, s.lon,
    s.planned_on as "plannedOn", s.hear_by as "hearBy", s.received_at as "receivedAt",
    s.state_since as "stateSince", s.answer_channel as "answerChannel",
    array(select f.id::text from file f where f.gemeente = $1 and f.object_id = s.id
      and f.object_kind = any (array['signaal', 'outcome'])
      order by f.created_at, f.id limit 60) as photos,
    (select json_build_object('state', o.state, 'queue', o.queue, 'departmentName', od.name,
        'plannedOn', o.planned_on, 'hearBy', o.hear_by)
      from signaal o join department od on od.gemeente = o.gemeente and od.id = o.owner_department_id
      where o.gemeente = $1 and o.id = s.duplicate_of) as original
  from signaal s
  join department d on d.gemeente = s.gemeente and d.id = s.owner_department_id
  left join category c on c.gemeente = s.gemeente and c.id = s.category_id
  left join buurt b on b.gemeente = s.gemeente and b.id = s.buurt_id
  where s.gemeente = $1 and s.code_hash = $2`;

/** The signaal of a code; null when there is none. */
export const findByCode = async (
  db: TenantDb,
  gemeente: string,
  codeHash: string,
): Promise<Followed | null> => {
  const [row] = await runSql<Followed>(db, SIGNAAL, [gemeente, codeHash]);
  return row ?? null;
};

const SAID = `
  select id, direction, kind, text, text_wiped_at as "wipedAt", verdict, created_at as at
  from feedback
  where gemeente = $1 and signaal_id = $2 and direction = any (array['to_reporter', 'from_reporter'])
  order by created_at desc, id desc limit 200`;

/** Everything that was said to and by the reporter, oldest first; the last 200. */
export const readSaid = async (db: TenantDb, gemeente: string, signaalId: string): Promise<Said[]> => {
  const rows = await runSql<Said>(db, SAID, [gemeente, signaalId]);
  return rows.reverse();
};

const PARTS = `
  select a.state, d.name as "departmentName", a.offered_at as "offeredAt", a.state_since as "stateSince",
    a.executed_on as "executedOn"
  from assignment a join department d on d.gemeente = a.gemeente and d.id = a.department_id
  where a.gemeente = $1 and a.signaal_id = $2 order by a.sequence limit 100`;

/** Who had or has a part of it, in order. */
export const readParts = (db: TenantDb, gemeente: string, signaalId: string): Promise<Part[]> =>
  runSql<Part>(db, PARTS, [gemeente, signaalId]);

const MOMENTS = `
  select kind, due_at as "dueAt" from term
  where gemeente = $1 and object_id = any (array[$2::uuid] || array(
      select id from assignment where gemeente = $1 and signaal_id = $2))
    and state = any (array['open', 'passed'])
  order by due_at desc, id desc limit 100`;

/** The terms that run or have passed, the latest first. */
export const readMoments = (db: TenantDb, gemeente: string, signaalId: string): Promise<Moment[]> =>
  runSql<Moment>(db, MOMENTS, [gemeente, signaalId]);
