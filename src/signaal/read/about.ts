import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { AssignmentState } from '../rules/assignment-states.ts';
import type { SignaalState } from '../rules/signaal-states.ts';
import type { Assignment, Signaal } from '../store/load.ts';

/** What other rooms may know of a signaal: how it stands and who held it; not a word of what was said or by whom. */
export interface SignaalAbout {
  readonly id: string;
  readonly number: number;
  readonly kind: Signaal['kind'];
  readonly source: Signaal['source'];
  readonly state: SignaalState;
  readonly complex: boolean;
  readonly returns: number;
  readonly category: string | null;
  readonly buurt: string | null;
  readonly buurtId: string | null;
  readonly ownerDepartmentId: string;
  readonly receivedAt: Date;
  /** Taken over from another system. */
  readonly imported: boolean;
}

const ABOUT = `
  select s.id, s.number, s.kind, s.source, s.state, s.complex, s.returns, c.name as category, b.name as buurt,
    s.buurt_id as "buurtId", s.owner_department_id as "ownerDepartmentId", s.received_at as "receivedAt",
    s.imported_at is not null as imported
  from signaal s
  left join category c on c.gemeente = $1 and c.id = s.category_id
  left join buurt b on b.gemeente = $1 and b.id = s.buurt_id
  where s.gemeente = $1 and s.id = $2`;

/** How a signaal stands; null when there is none. Asks no policy: the caller has a right of its own. */
export const signaalAbout = async (
  db: TenantDb,
  gemeente: string,
  signaalId: string,
): Promise<SignaalAbout | null> => {
  if (!isId(signaalId)) return null;
  const [row] = await runSql<SignaalAbout>(db, ABOUT, [gemeente, signaalId]);
  return row ?? null;
};

/** One department's part of a signaal, with why it went back. */
export interface PartAbout {
  readonly id: string;
  readonly signaalId: string;
  readonly departmentId: string;
  readonly department: string;
  readonly state: AssignmentState;
  readonly offeredAt: Date;
  readonly stateSince: Date;
  readonly returnReason: Assignment['return_reason'];
  readonly returnNote: string | null;
  readonly suggestedDepartmentId: string | null;
}

const PART = `
  select a.id, a.signaal_id as "signaalId", a.department_id as "departmentId", d.name as department, a.state,
    a.offered_at as "offeredAt", a.state_since as "stateSince", a.return_reason as "returnReason",
    a.return_note as "returnNote", a.suggested_department_id as "suggestedDepartmentId"
  from assignment a join department d on d.gemeente = $1 and d.id = a.department_id`;

/** The parts of a signaal in the order in which they were offered; at most 100. */
export const partsOfSignaal = (db: TenantDb, gemeente: string, signaalId: string): Promise<PartAbout[]> =>
  runSql<PartAbout>(db, `${PART} where a.gemeente = $1 and a.signaal_id = $2 order by a.sequence limit 100`, [
    gemeente,
    signaalId,
  ]);

/** One part by its own id; null when there is none. */
export const partAbout = async (
  db: TenantDb,
  gemeente: string,
  assignmentId: string,
): Promise<PartAbout | null> => {
  if (!isId(assignmentId)) return null;
  const [row] = await runSql<PartAbout>(db, `${PART} where a.gemeente = $1 and a.id = $2`, [
    gemeente,
    assignmentId,
  ]);
  return row ?? null;
};

/** A part of a simple signaal that its department left lying. */
export interface LatePart {
  readonly assignmentId: string;
  readonly signaalId: string;
  readonly departmentId: string;
  readonly lateSince: Date;
}

/** More than this is no stack but a disaster; what is left out comes in the next one. */
const MOST_LATE = 2_000;

const LATE = `
  select a.id as "assignmentId", a.signaal_id as "signaalId", a.department_id as "departmentId",
    min(t.due_at) as "lateSince"
  from department d
  join assignment a on a.gemeente = $1 and a.department_id = d.id
    and a.state in ('offered', 'accepted', 'planned')
  join signaal s on s.gemeente = $1 and s.id = a.signaal_id
  join term t on t.gemeente = $1 and t.object_id = a.id
    and t.kind = any (array['assignment_late', 'plan_date', 'planned_on', 'hear_by'])
  where d.gemeente = $1 and d.kind = any (array['vakafdeling', 'partner'])
    and not s.complex and s.kind <> 'complaint' and s.state = any (array['assigned', 'planned', 'reopened'])
    and t.state = 'passed' and t.due_at >= a.state_since
  group by a.id, a.signaal_id, a.department_id
  order by "lateSince", a.id limit ${MOST_LATE}`;

/** The simple parts whose last promise has passed, oldest first: no answer, no date, or a day that went by (0.2 D11). */
export const latePartsOf = (db: TenantDb, gemeente: string): Promise<LatePart[]> =>
  runSql<LatePart>(db, LATE, [gemeente]);
