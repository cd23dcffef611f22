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
  /** The system it was taken over from, with its number there; null for what was told here. */
  readonly importSystem: string | null;
  readonly importRef: string | null;
  readonly guardFlags: readonly string[];
  /** Since when a cleared text or photo of it is public. */
  readonly clearedAt: Date | null;
  readonly streetSearch: string | null;
  readonly cell: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** The pin lay just over the border and counts for the nearest buurt. */
  readonly placeSnapped: boolean;
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

const PARTS = `array(select jsonb_build_object('id', a.id, 'department_id', a.department_id,
      'account_id', a.account_id, 'state', a.state, 'department', pd.name, 'account', w.name,
      'offeredAt', a.offered_at, 'offeredBy', a.offered_by, 'stateSince', a.state_since, 'promising', a.promising,
      'useful', a.useful, 'advice', a.advice, 'returnReason', a.return_reason, 'returnNote', a.return_note,
      'suggested', sd.name, 'plannedOn', a.planned_on, 'hearBy', a.hear_by, 'executedOn', a.executed_on,
      'outcome', a.outcome, 'answer', a.answer)
    from assignment a
    join department pd on pd.gemeente = $1 and pd.id = a.department_id
    left join department sd on sd.gemeente = $1 and sd.id = a.suggested_department_id
    left join account w on w.gemeente = $1 and w.id = a.account_id
    where a.gemeente = $1 and a.signaal_id = s.id order by a.sequence limit 100)`;

const SIGNAAL = `
  select ${ROW_COLUMNS}, s.cleared_at as "clearedAt", s.answer_channel as "answerChannel", s.category_id as "categoryId",
    s.buurt_id as "buurtId", s.duplicate_of as "duplicateOf", s.registered_by as "registeredBy",
    s.guard_flags as "guardFlags", s.street_search as "streetSearch", s.import_system as "importSystem", s.import_ref as "importRef", s.cell, s.lat, s.lon,
    s.place_snapped as "placeSnapped",
    (select o.number from signaal o where o.gemeente = $1 and o.id = s.duplicate_of) as "duplicateNumber",
    array(select jsonb_build_object('part', r.part, 'channel', r.channel) from reporter r
      where r.gemeente = $1 and r.signaal_id = s.id and r.wiped_at is null order by r.part desc) as reporters,
    ${PARTS} as "jsonParts"
  from signaal s ${rowJoins('$1')}
  where s.gemeente = $1 and s.id = $2`;

/** A part as JSON writes it: moments are texts. */
type JsonPart = Omit<PartRow, 'offeredAt' | 'stateSince'> & {
  readonly offeredAt: string;
  readonly stateSince: string;
};

const partOf = (part: JsonPart): PartRow => ({
  ...part,
  offeredAt: new Date(part.offeredAt),
  stateSince: new Date(part.stateSince),
});

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
  const [row] = await runSql<SignaalDetail & { jsonParts: JsonPart[] }>(db, SIGNAAL, [gemeente, id]);
  if (!row) throw notFound();
  const { jsonParts, ...signaal } = row;
  const parts = jsonParts.map(partOf);
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
