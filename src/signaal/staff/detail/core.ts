import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { reaches, reachesPart, type SignaalFacts } from '../../policy.ts';
import type { Assignment, Signaal } from '../../store/load.ts';
import { ROW_COLUMNS, rowJoins, type SignaalRow } from '../list.ts';
import { type Fallback, fallbackFor } from '../scope.ts';

/** A signaal as its page shows it. Nothing about who reported, no code. */
export interface SignaalDetail extends SignaalRow {
  readonly answerChannel: Signaal['answer_channel'];
  readonly categoryId: string | null;
  readonly buurtId: string | null;
  readonly duplicateOf: string | null;
  readonly duplicateNumber: number | null;
  readonly registeredBy: string | null;
  readonly guardFlags: readonly string[];
  /** Since when a cleared text or photo of it is public. */
  readonly clearedAt: Date | null;
  readonly streetSearch: string | null;
  readonly cell: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Address lines are known for answering: which channels, and whether anything is left to read. */
  readonly reporters: readonly { readonly part: 'reporter' | 'helper'; readonly channel: string }[];
}

/** One holder's part with its department. */
export interface PartRow {
  readonly id: string;
  readonly department_id: string;
  readonly account_id: string | null;
  readonly state: Assignment['state'];
  readonly department: string;
  readonly account: string | null;
  readonly offeredAt: Date;
  readonly offeredBy: Assignment['offered_by'];
  readonly stateSince: Date;
  readonly promising: number | null;
  readonly useful: number | null;
  readonly advice: string | null;
  readonly returnReason: Assignment['return_reason'];
  readonly returnNote: string | null;
  readonly suggested: string | null;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
  readonly executedOn: string | null;
  readonly outcome: Assignment['outcome'];
  readonly answer: string | null;
}

/** A signaal that this visitor may read, with what the gate knows of it. */
export interface SignaalCore {
  readonly signaal: SignaalDetail;
  readonly parts: readonly PartRow[];
  readonly facts: SignaalFacts;
}

const SIGNAAL = `
  select ${ROW_COLUMNS}, s.cleared_at as "clearedAt", s.answer_channel as "answerChannel", s.category_id as "categoryId",
    s.buurt_id as "buurtId", s.duplicate_of as "duplicateOf", s.registered_by as "registeredBy",
    s.guard_flags as "guardFlags", s.street_search as "streetSearch", s.cell, s.lat, s.lon,
    (select o.number from signaal o where o.gemeente = $1 and o.id = s.duplicate_of) as "duplicateNumber",
    array(select jsonb_build_object('part', r.part, 'channel', r.channel) from reporter r
      where r.gemeente = $1 and r.signaal_id = s.id and r.wiped_at is null order by r.part desc) as reporters
  from signaal s ${rowJoins('$1')}
  where s.gemeente = $1 and s.id = $2`;

const PARTS = `
  select a.id, a.department_id, a.account_id, a.state, d.name as department, w.name as account,
    a.offered_at as "offeredAt", a.offered_by as "offeredBy", a.state_since as "stateSince", a.promising, a.useful,
    a.advice, a.return_reason as "returnReason", a.return_note as "returnNote", sd.name as suggested,
    a.planned_on as "plannedOn", a.hear_by as "hearBy", a.executed_on as "executedOn", a.outcome, a.answer
  from assignment a
  join department d on d.gemeente = $1 and d.id = a.department_id
  left join department sd on sd.gemeente = $1 and sd.id = a.suggested_department_id
  left join account w on w.gemeente = $1 and w.id = a.account_id
  where a.gemeente = $1 and a.signaal_id = $2 order by a.sequence limit 100`;

/** Loads what every page about one signaal needs, and throws "not found" for whoever may not read it. */
export const readCore = async (db: TenantDb, rq: Rq, id: string): Promise<SignaalCore> => {
  const core = await loadCore(db, rq, id);
  if (!mayRead(rq, core)) throw notFound();
  return core;
};

/** The same without asking who reads: for whoever showed the code. */
export const loadCore = async (db: TenantDb, rq: Rq, id: string): Promise<SignaalCore> => {
  if (!isId(id)) throw notFound();
  const { gemeente, principal } = rq;
  const [signaal] = await runSql<SignaalDetail>(db, SIGNAAL, [gemeente, id]);
  if (!signaal) throw notFound();
  const parts = await runSql<PartRow>(db, PARTS, [gemeente, id]);
  const fallback = await fallbackFor(db, gemeente, isoDate(rq.now), principal);
  return { signaal, parts, facts: factsOfDetail(signaal, parts, fallback) };
};

const factsOfDetail = (
  signaal: SignaalDetail,
  parts: readonly PartRow[],
  fallback: Fallback,
): SignaalFacts => ({
  buurtId: signaal.buurtId,
  queue: signaal.queue,
  complex: signaal.complex,
  kind: signaal.kind,
  registeredBy: signaal.registeredBy,
  channel: signaal.channel,
  departmentIds: parts.map(({ department_id }) => department_id),
  fallbackAreaId: fallsTo(signaal.buurtId, fallback),
});

const fallsTo = (buurtId: string | null, fallback: Fallback): string | null => {
  const falls = buurtId === null ? fallback.unplaced : fallback.buurtIds.includes(buurtId);
  return falls ? fallback.areaId : null;
};

/** Whoever may read it, or must answer a part of it: an outside partner reads what was placed with him (2.6). */
const mayRead = (rq: Rq, { facts, parts }: SignaalCore): boolean => {
  const { gate } = rq.world;
  return (
    gate(rq.principal, 'signaal.read', reaches(rq.principal, facts)).ok ||
    parts.some((part) => gate(rq.principal, 'assignment.answer', reachesPart(rq.principal, facts, part)).ok)
  );
};
