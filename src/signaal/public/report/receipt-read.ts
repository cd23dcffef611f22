import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { open } from '#platform/secrets/index.ts';
import type { World } from '#platform/world.ts';
import { codePlace } from '../../store/insert.ts';
import type { HolderFacts } from '../parts/holder.ts';

/** What the receipt tells. */
export interface ReceiptFacts extends HolderFacts {
  readonly code: string;
  readonly kind: string;
  readonly receivedAt: Date;
  readonly answerChannel: 'mail' | 'letter' | 'phone' | 'none';
  /** The moment before which somebody looked at it: decided who does it, or answered the question. */
  readonly lookedAtBefore: Date | null;
  /** The moment before which the reporter hears how it stands, when it takes long. */
  readonly hearsBefore: Date | null;
  /** The usual term of its category, such as `5 workday`. */
  readonly handlingTerm: string | null;
  /** The day of what it joined, with what is promised there; null when it stands on its own. */
  readonly joinedOf: Date | null;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
}

interface ReceiptRow {
  readonly kind: string;
  readonly queue: HolderFacts['queue'];
  readonly department: string;
  readonly received_at: Date;
  readonly answer_channel: ReceiptFacts['answerChannel'];
  readonly handling_term: string | null;
  readonly code_sealed: Buffer;
  readonly looked_at_before: Date | null;
  readonly hears_before: Date | null;
  readonly joined_of: Date | null;
  readonly planned_on: string | null;
  readonly hear_by: string | null;
}

const RECEIPT = `
  select s.kind, w.queue, d.name as department, s.received_at, s.answer_channel, s.code_sealed, c.handling_term,
    case when s.joined then w.received_at end as joined_of, w.planned_on, w.hear_by,
    (select min(t.due_at) from term t where t.gemeente = $1 and t.kind in ('assignment', 'triage', 'question')
      and t.object_id = any (array[s.id] || array(
        select a.id from assignment a where a.gemeente = $1 and a.signaal_id = $2))) as looked_at_before,
    (select min(t.due_at) from term t where t.gemeente = $1 and t.object_id = w.id and t.kind = 'status'
      and t.state = 'open') as hears_before
  from signaal s
  join signaal w on w.gemeente = $1 and w.id = case when s.duplicate_of is null then s.id else s.duplicate_of end
  join department d on d.gemeente = s.gemeente and d.id = w.owner_department_id
  left join category c on c.gemeente = s.gemeente and c.id = s.category_id
  where s.gemeente = $1 and s.id = $2`;

/** Reads the receipt of a signaal that was just given; null when it is not there. */
export const readReceipt = async (
  { keyring }: Pick<World, 'keyring'>,
  db: TenantDb,
  gemeente: string,
  signaalId: string,
): Promise<ReceiptFacts | null> => {
  const [row] = await runSql<ReceiptRow>(db, RECEIPT, [gemeente, signaalId]);
  if (!row) return null;
  return {
    code: open(keyring, row.code_sealed, codePlace(gemeente, signaalId)),
    kind: row.kind,
    queue: row.queue,
    departmentName: row.department,
    receivedAt: row.received_at,
    answerChannel: row.answer_channel,
    lookedAtBefore: row.looked_at_before,
    hearsBefore: row.hears_before,
    handlingTerm: row.handling_term,
    joinedOf: row.joined_of,
    plannedOn: row.planned_on,
    hearBy: row.hear_by,
  };
};
