import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Level } from '../rules/knot-states.ts';
import type { KnotRow } from './knots.ts';

/** What one side, the guard or the wijkregisseur said. */
export interface HearingRow {
  readonly id: string;
  readonly department: string | null;
  readonly departmentId: string | null;
  readonly how: 'comment' | 'call';
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** One decision; the newest is the one that holds. */
export interface DecisionRow {
  readonly id: string;
  readonly level: Level;
  readonly owner: string;
  readonly budgetLine: string;
  readonly amountEuro: number | null;
  readonly dueOn: string;
  readonly text: string;
  readonly publicText: string;
  readonly mandate: string | null;
  readonly by: string;
  readonly at: string;
}

/** One line of the history: which step, by whom; null for the program itself. */
export interface StepRow {
  readonly id: string;
  readonly action: string;
  readonly by: string | null;
  readonly at: string;
}

/** A knot with everything its page tells of it. */
export interface KnotDetail extends KnotRow {
  readonly objectId: string;
  readonly causeNote: string | null;
  readonly droppedReason: string | null;
  readonly sideAId: string | null;
  readonly sideBId: string | null;
  readonly raisedById: string | null;
  readonly raisedBy: string | null;
  readonly version: number;
  readonly stateSince: Date;
  /** The buurten it is about, for whose area it lies in. */
  readonly buurtIds: readonly string[];
  readonly hearings: readonly HearingRow[];
  readonly decisions: readonly DecisionRow[];
  /** At most the first sixty. */
  readonly history: readonly StepRow[];
  /** The group's home, when the knot is about a group that has one. */
  readonly groupHome: string | null;
}

const DETAIL = `
  select k.id, k.number, k.title, k.object_kind as "objectKind", k.object_id as "objectId", k.cause,
    k.cause_note as "causeNote", k.dropped_reason as "droppedReason", k.state, k.version, g.name as guard,
    a.name as "sideA", b.name as "sideB", k.side_a_department_id as "sideAId", k.side_b_department_id as "sideBId",
    k.raised_by as "raisedById", r.name as "raisedBy", k.reported_at as "reportedAt", k.decide_by as "decideBy",
    k.check_on as "checkOn", k.state_since as "stateSince", null as owner,
    array(select m.buurt_id::text from area_buurt m where m.gemeente = $1 and m.area_id = k.area_id
        and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3) limit 1000)
      || case when k.buurt_id is null then '{}'::text[] else array[k.buurt_id::text] end as "buurtIds",
    array(select json_build_object('id', h.id, 'department', d.name, 'departmentId', h.department_id, 'how', h.how,
        'text', h.text, 'by', w.name, 'at', h.at)
      from knot_hearing h join account w on w.gemeente = $1 and w.id = h.said_by
      left join department d on d.gemeente = $1 and d.id = h.department_id
      where h.gemeente = $1 and h.knot_id = k.id order by h.at, h.id limit 100) as hearings,
    array(select json_build_object('id', c.id, 'level', c.level, 'owner', d.name, 'budgetLine', c.budget_line,
        'amountEuro', c.amount_euro, 'dueOn', c.due_on, 'text', c.text, 'publicText', c.public_text,
        'mandate', m.source, 'by', w.name, 'at', c.decided_at)
      from knot_decision c join department d on d.gemeente = $1 and d.id = c.owner_department_id
      join account w on w.gemeente = $1 and w.id = c.decided_by
      left join mandate m on m.gemeente = $1 and m.id = c.mandate_id
      where c.gemeente = $1 and c.knot_id = k.id order by c.decided_at desc, c.id desc limit 50) as decisions,
    array(select json_build_object('id', y.id, 'action', y.action, 'by', w.name, 'at', y.at)
      from history y left join account w on w.gemeente = $1 and w.id = y.actor_id
      where y.gemeente = $1 and y.object_id = k.id::text and y.noun = 'knot' order by y.at, y.id limit 60) as history,
    (select hd.name from residents_group q join department hd on hd.gemeente = $1 and hd.id = q.home_department_id
      where q.gemeente = $1 and q.id = k.object_id) as "groupHome"
  from knot k
  left join account g on g.gemeente = $1 and g.id = k.guard_account_id
  left join account r on r.gemeente = $1 and r.id = k.raised_by
  left join department a on a.gemeente = $1 and a.id = k.side_a_department_id
  left join department b on b.gemeente = $1 and b.id = k.side_b_department_id
  where k.gemeente = $1 and k.id = $2`;

/** One knot on a day (`YYYY-MM-DD`); null when there is none. Asks no policy: the page does. */
export const readKnot = async (
  db: TenantDb,
  gemeente: string,
  id: string,
  today: string,
): Promise<KnotDetail | null> => {
  if (!isId(id)) return null;
  const [row] = await runSql<KnotDetail>(db, DETAIL, [gemeente, id, today]);
  return row ?? null;
};

/** One move of a group between departments, for the history of a knot or of the group itself. */
export interface MoveRow {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  readonly toId: string;
  readonly state: 'offered' | 'accepted' | 'returned' | 'refused_by_group';
  readonly reason: string | null;
  readonly consent: string | null;
  readonly offeredAt: Date;
  readonly settledAt: Date | null;
}

/** The moves of a group, the oldest first; at most 100. */
export const movesOfGroup = (db: TenantDb, gemeente: string, groupId: string): Promise<MoveRow[]> =>
  runSql<MoveRow>(
    db,
    `select m.id, f.name as "from", d.name as "to", m.to_department_id as "toId", m.state, m.reason,
       m.consent_note as consent, m.offered_at as "offeredAt", m.settled_at as "settledAt"
     from group_move m join department d on d.gemeente = $1 and d.id = m.to_department_id
     left join department f on f.gemeente = $1 and f.id = m.from_department_id
     where m.gemeente = $1 and m.group_id = $2 order by m.offered_at, m.id limit 100`,
    [gemeente, groupId],
  );
