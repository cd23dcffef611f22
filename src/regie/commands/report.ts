import { endOfTerm, readSettings } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { startTerm } from '#platform/terms.ts';
import { UNDECIDED } from '../rules/knot-states.ts';
import { showTo } from '../seers.ts';
import { knotTerms } from '../settings.ts';
import type { Knot } from '../store/knot.ts';

/** What is knotted, why, and which departments stand on either side of it. */
export interface KnotReport {
  readonly objectKind: Knot['object_kind'];
  readonly objectId: string;
  readonly cause: Knot['cause'];
  /** What it is called in lists; never a word of a reporter. */
  readonly title: string;
  readonly areaId: string | null;
  readonly buurtId: string | null;
  readonly sideA: string | null;
  readonly sideB: string | null;
  /** Why, in the words of whoever raised it. */
  readonly note?: string | null;
}

/**
 * Reports a knot from within any room's command: it gets a number, a decider and a date, and the process guard sees it
 * (product.md C2.9, 0.2 D11). While a knot on the object is undecided, doing it again gives that one. Gives the knot's id.
 */
export const reportKnot = async (context: Context, report: KnotReport): Promise<string> => {
  const standing = await undecidedKnot(context, report.objectKind, report.objectId);
  if (standing) return standing;
  const settings = await readSettings(context.db, context.gemeente, context.today);
  const decideBy = endOfTerm(settings, knotTerms.decide, context.now);
  const id = await insertKnot(context, report, decideBy);
  if (id === null) return mustStand(await undecidedKnot(context, report.objectKind, report.objectId));
  await startTerm(context, 'take', { kind: 'knot', id }, endOfTerm(settings, knotTerms.take, context.now));
  await startTerm(context, 'decide', { kind: 'knot', id }, decideBy);
  await showTo(context, [{ role: 'process_guard' }], 'knot_reported', { kind: 'knot', id });
  context.record({
    noun: 'knot',
    objectId: id,
    action: 'reported',
    after: {
      state: 'reported',
      object_kind: report.objectKind,
      object_id: report.objectId,
      cause: report.cause,
      side_a_department_id: report.sideA,
      side_b_department_id: report.sideB,
      cause_note: secret(report.note ?? null),
    },
  });
  context.emit('knot.reported', id);
  return id;
};

/** The knot on an object that still waits for a decision; null when there is none. */
const undecidedKnot = async (
  { db, gemeente }: Context,
  objectKind: string,
  objectId: string,
): Promise<string | null> => {
  const [row] = await runSql<{ id: string }>(
    db,
    `select id from knot where gemeente = $1 and object_id = $2 and object_kind = $3 and state = any ($4::text[])
     limit 1`,
    [gemeente, objectId, objectKind, [...UNDECIDED]],
  );
  return row?.id ?? null;
};

const mustStand = (id: string | null): string => {
  if (id === null) throw new Error('A knot was reported by somebody else and is gone already');
  return id;
};

/** Gives null when somebody else reported it at the same moment. */
const insertKnot = async (context: Context, report: KnotReport, decideBy: Date): Promise<string | null> => {
  const { db, gemeente, now, principal } = context;
  const [row] = await runSql<{ id: string }>(
    db,
    `with numbered as (
       insert into knot_number (gemeente, next) values ($1, 2)
       on conflict (gemeente) do update set next = knot_number.next + 1 returning next - 1 as number)
     insert into knot (gemeente, id, number, object_kind, object_id, area_id, buurt_id, title, cause, cause_note,
       state, side_a_department_id, side_b_department_id, raised_by, reported_at, state_since, decide_by)
     select $1, $2, number, $3, $4, $5, $6, $7, $8, $9, 'reported', $10, $11, $12, $13, $13, $14 from numbered
     on conflict (gemeente, object_kind, object_id) where state not in ('decided', 'executed', 'dropped')
     do nothing returning id`,
    [
      gemeente,
      newId(),
      report.objectKind,
      report.objectId,
      report.areaId,
      report.buurtId,
      report.title.slice(0, 200),
      report.cause,
      report.note ?? null,
      report.sideA,
      report.sideB,
      principal.kind === 'staff' ? principal.id : null,
      now,
      decideBy,
    ],
  );
  return row?.id ?? null;
};
