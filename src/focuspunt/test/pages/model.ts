import { readSettings } from '#gemeente/index.ts';
import { goalsOf } from '#monitor/index.ts';
import { reachesObject } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Failed } from '../../plan/pages/model.ts';
import { type Evidence, evidenceOf } from '../evidence.ts';
import type { TestResult, TestState } from '../states.ts';

/** A mandate that this person may cite. */
export interface MandateChoice {
  readonly id: string;
  readonly role: string;
  readonly scope: string;
}

/** A yearly test as its page shows it. Days are `YYYY-MM-DD`. */
export interface TestPageRow {
  readonly id: string;
  readonly version: number;
  readonly state: TestState;
  readonly dueOn: string;
  readonly focuspuntId: string;
  readonly planId: string;
  readonly title: string;
  readonly besluitOn: string;
  /** The day of the test before this one. */
  readonly before: string | null;
  readonly proposal: TestResult | null;
  readonly proposalReason: string;
  readonly result: TestResult | null;
  readonly reason: string;
  readonly notMeasuredReason: string | null;
  readonly dissent: string | null;
  readonly transferredTo: string | null;
  readonly mandate: string | null;
  readonly decidedOn: string | null;
  readonly trekkerId: string | null;
  readonly trekkerDepartmentId: string | null;
  readonly buurtIds: readonly string[];
  readonly mandates: readonly MandateChoice[];
}

/** What the page of a yearly test shows. */
export interface TestPage {
  readonly test: TestPageRow;
  readonly evidence: Evidence;
  readonly may: {
    readonly propose: boolean;
    readonly decide: boolean;
    readonly measure: boolean;
    readonly asCollege: boolean;
  };
  readonly failed: Failed | null;
  readonly done: string | null;
}

const PAGE = `
  select y.id, y.version, y.state, y.due_on as "dueOn", f.id as "focuspuntId", p.id as "planId", f.title,
    f.besluit_on as "besluitOn", y.proposal, y.proposal_reason as "proposalReason", y.result, y.reason,
    y.not_measured_reason as "notMeasuredReason", y.dissent, y.transferred_to as "transferredTo", m.scope as mandate,
    y.decided_on as "decidedOn", f.trekker_account_id as "trekkerId", f.trekker_department_id as "trekkerDepartmentId",
    (select o.decided_on from yearly_test o where o.gemeente = y.gemeente and o.focuspunt_id = y.focuspunt_id
      and o.due_on < y.due_on and o.state = 'decided' order by o.due_on desc limit 1) as before,
    array(select ab.buurt_id::text from area_buurt ab where ab.gemeente = f.gemeente and ab.area_id = f.area_id
      and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3) limit 1000) as "buurtIds",
    coalesce((select json_agg(json_build_object('id', c.id, 'role', c.role, 'scope', c.scope) order by c.scope, c.id)
      from mandate c where c.gemeente = y.gemeente and c.subject = 'focuspunt' and c.role = any ($4::text[])
        and c.valid_from <= $3 and (c.valid_to is null or c.valid_to > $3)), '[]'::json) as mandates
  from yearly_test y
  join focuspunt f on f.gemeente = y.gemeente and f.id = y.focuspunt_id
  join plan p on p.gemeente = f.gemeente and p.focuspunt_id = f.id
  left join mandate m on m.gemeente = y.gemeente and m.id = y.mandate_id
  where y.gemeente = $1 and y.id = $2`;

/** Reads the page of a yearly test; three queries. Throws `not_found`. */
export const readTestPage = (rq: Rq, id: string, failed: Failed | null): Promise<TestPage> =>
  rq.read(async (db) => {
    if (!isId(id)) throw notFound();
    const today = isoDate(rq.now);
    const held = rq.principal.holdings.map(({ role }) => role);
    const [test] = await runSql<TestPageRow>(db, PAGE, [rq.gemeente, id, today, held]);
    if (!test) throw notFound();
    const settings = await readSettings(db, rq.gemeente, today);
    const goals = await goalsOf(db, rq.gemeente, [test.focuspuntId], { today, settings });
    const facts = {
      buurtIds: test.buurtIds,
      departmentIds: test.trekkerDepartmentId === null ? [] : [test.trekkerDepartmentId],
      accountIds: test.trekkerId === null ? [] : [test.trekkerId],
    };
    const may = (action: string): boolean =>
      rq.world.gate(rq.principal, action, reachesObject(rq.principal, facts)).ok;
    const isOpen = test.state === 'prepared';
    return {
      test,
      evidence: evidenceOf(goals, test.before ?? test.besluitOn),
      may: {
        propose: isOpen && may('test.propose'),
        decide: isOpen && may('test.decide'),
        measure: may('measurement.enter'),
        asCollege: held.includes('college'),
      },
      failed,
      done: rq.url.searchParams.get('gedaan'),
    };
  });
