import { endOfTerm, readSettings } from '#gemeente/index.ts';
import { type GoalView, goalsOf } from '#monitor/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Stance } from '../commands/advise.ts';
import type { ReactionCount } from '../public/read.ts';
import { type Gap, type GoalFacts, gapsIn, type Warning, warningsAt } from '../readiness.ts';
import { GOAL_FACTS, ownFacts } from '../readiness-read.ts';
import { focuspuntTerms, mostOpenInArea } from '../settings.ts';
import { type FocuspuntState, OPEN_STATES } from '../states.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Somebody of the wijkteam who was asked, and what he answered. */
export interface AskedMember {
  readonly id: string;
  readonly who: string;
  readonly stance: Stance | null;
  readonly text: string | null;
  readonly hasAddress: boolean;
}

/** A reaction that staff read; its words are public only after clearing. */
export interface WorkReaction {
  readonly id: string;
  readonly stance: Stance;
  readonly channel: ReactionCount['channel'];
  readonly text: string;
  readonly publicText: string | null;
  readonly isCleared: boolean;
}

/** The facts of one focuspunt for whoever works on it. Days are `YYYY-MM-DD`. */
export interface WorkRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly area: string;
  readonly areaId: string;
  readonly state: FocuspuntState;
  readonly version: number;
  readonly origin: 'problem' | 'chance' | 'initiative';
  readonly problem: string;
  readonly summary: string;
  readonly effort: string | null;
  readonly effortBy: string | null;
  readonly effortSince: string | null;
  readonly effortWhyNot: string | null;
  readonly whatIsAdded: string | null;
  readonly trekker_account_id: string | null;
  readonly trekker_function: string | null;
  readonly trekkerDepartmentId: string | null;
  readonly trekkerName: string | null;
  readonly trekkerOrganisation: string | null;
  readonly budget_line: string | null;
  readonly adviceDueAt: Date | null;
  readonly reactionUntil: Date | null;
  readonly besluitOn: string | null;
  readonly rejectReason: string | null;
  readonly heldUntil: string | null;
  readonly withoutBaselineUntil: string | null;
  readonly planDueOn: string | null;
  /** Why no plan is needed; null when one is. */
  readonly planWaiver: string | null;
  readonly nextTestOn: string | null;
  readonly isPublic: boolean;
  readonly roundId: string | null;
  readonly roundTitle: string | null;
  readonly releaseId: string | null;
  readonly hasPlan: boolean;
  readonly planId: string | null;
  readonly openInArea: number;
  readonly goalFacts: readonly GoalFacts[];
  readonly asked: readonly AskedMember[];
  readonly reactions: readonly ReactionCount[];
  readonly words: readonly WorkReaction[];
  readonly knelpunten: readonly { readonly id: string; readonly title: string; readonly number: number }[];
  /** Knelpunten of the area that could still be taken in. */
  readonly openKnelpunten: Work['knelpunten'];
  readonly people: readonly Named[];
  readonly departments: readonly Named[];
  readonly rounds: readonly Named[];
}

/** The same with what follows from it today. */
export interface Work extends WorkRow {
  readonly goals: readonly GoalView[];
  readonly gaps: readonly Gap[];
  readonly warnings: readonly Warning[];
  /** The day that a decision without baseline proposes. */
  readonly baselineDay: string;
}

const WORK = `
  select f.id, f.number, f.title, a.name as area, f.area_id as "areaId", f.state, f.version, f.origin, f.problem,
    f.public_summary as summary, f.effort, f.effort_by as "effortBy", f.effort_since as "effortSince",
    f.effort_why_not as "effortWhyNot", f.what_is_added as "whatIsAdded", f.trekker_account_id, f.trekker_function,
    f.trekker_department_id as "trekkerDepartmentId", f.budget_line, f.advice_due_at as "adviceDueAt",
    f.reaction_until as "reactionUntil", f.besluit_on as "besluitOn", f.reject_reason as "rejectReason",
    f.held_until as "heldUntil", f.without_baseline_until as "withoutBaselineUntil", f.plan_due_on as "planDueOn",
    f.plan_waiver as "planWaiver",
    f.next_test_on as "nextTestOn", f.public_state = f.state as "isPublic", f.round_id as "roundId",
    (select name from account x where x.gemeente = f.gemeente and x.id = f.trekker_account_id) as "trekkerName",
    (select name from department x where x.gemeente = f.gemeente and x.id = f.trekker_department_id)
      as "trekkerOrganisation",
    (select title from focus_round x where x.gemeente = f.gemeente and x.id = f.round_id) as "roundTitle",
    (select n.id from news_release n where n.gemeente = f.gemeente and (n.focuspunt_id = f.id or n.round_id = f.round_id)
      order by n.made_at desc, n.id desc limit 1) as "releaseId",
    (select p.id from plan p where p.gemeente = f.gemeente and p.focuspunt_id = f.id) as "planId",
    exists (select 1 from plan p where p.gemeente = f.gemeente and p.focuspunt_id = f.id and p.state <> 'draft')
      as "hasPlan",
    (select count(*)::int from focuspunt o where o.gemeente = f.gemeente and o.area_id = f.area_id and o.id <> f.id
      and o.state = any ($3::text[])) as "openInArea",
    ${GOAL_FACTS} as "goalFacts",
    array(select jsonb_build_object('id', v.id, 'who', m.function || ', ' || d.name, 'stance', v.stance, 'text', v.text,
        'hasAddress', m.account_id is not null or m.correspondent_id is not null)
      from focuspunt_advice v join wijkteam_member m on m.gemeente = v.gemeente and m.id = v.member_id
      join department d on d.gemeente = m.gemeente and d.id = m.department_id
      where v.gemeente = f.gemeente and v.focuspunt_id = f.id order by d.name, v.id limit 100) as asked,
    array(select jsonb_build_object('channel', r.channel, 'stance', r.stance, 'n', count(*)::int)
      from focuspunt_reaction r where r.gemeente = f.gemeente and r.focuspunt_id = f.id
      group by r.channel, r.stance order by r.channel, r.stance) as reactions,
    array(select jsonb_build_object('id', r.id, 'stance', r.stance, 'channel', r.channel, 'text', r.text,
        'publicText', r.public_text, 'isCleared', r.cleared_at is not null)
      from focuspunt_reaction r where r.gemeente = f.gemeente and r.focuspunt_id = f.id and r.text <> ''
      order by (r.cleared_at is not null), r.created_at, r.id limit 30) as words,
    array(select jsonb_build_object('id', k.id, 'title', k.title, 'number', k.number) from focuspunt_knelpunt l
      join knelpunt k on k.gemeente = l.gemeente and k.id = l.knelpunt_id
      where l.gemeente = f.gemeente and l.focuspunt_id = f.id order by k.number limit 20) as knelpunten,
    array(select jsonb_build_object('id', k.id, 'title', k.title, 'number', k.number) from knelpunt k
      where k.gemeente = f.gemeente and k.area_id = f.area_id
        and k.state = any (array['investigated', 'placed', 'insufficient', 'candidate'])
        and not exists (select 1 from focuspunt_knelpunt l where l.gemeente = f.gemeente and l.knelpunt_id = k.id)
      order by k.created_at desc, k.id desc limit 20) as "openKnelpunten",
    array(select jsonb_build_object('id', x.id, 'name', x.name) from account x where x.gemeente = f.gemeente and x.active
      order by x.name collate "nl-x-icu", x.id limit 500) as people,
    array(select jsonb_build_object('id', x.id, 'name', x.name) from department x where x.gemeente = f.gemeente
      and x.valid_from <= $4 and (x.valid_to is null or x.valid_to > $4)
      order by x.name collate "nl-x-icu", x.id limit 500) as departments,
    array(select jsonb_build_object('id', x.id, 'name', x.title) from focus_round x where x.gemeente = f.gemeente
      and x.state = 'gathering' order by x.starts_on desc, x.id limit 20) as rounds
  from focuspunt f join area a on a.gemeente = f.gemeente and a.id = f.area_id
  where f.gemeente = $1 and f.id = $2`;

/** Everything the work page shows. Three queries. */
export const readWork = (rq: Rq, id: string): Promise<Work> =>
  rq.read(async (db) => {
    if (!isId(id)) throw notFound();
    const today = isoDate(rq.now);
    const [row] = await runSql<WorkRow>(db, WORK, [rq.gemeente, id, [...OPEN_STATES], today]);
    if (!row) throw notFound();
    const settings = await readSettings(db, rq.gemeente, today);
    const goals = await goalsOf(db, rq.gemeente, [id], { today, settings });
    const facts = { goals: row.goalFacts, hasPlan: row.hasPlan, ...ownFacts(row) };
    const consult = {
      asked: row.asked.length,
      answered: row.asked.filter(({ stance }) => stance !== null).length,
      adviceDueAt: row.adviceDueAt,
      reactionUntil: row.reactionUntil,
      openInArea: row.openInArea,
      mostInArea: settings.get(mostOpenInArea),
    };
    const baselineDay = isoDate(endOfTerm(settings, focuspuntTerms.baseline, rq.now));
    return { ...row, goals, gaps: gapsIn(facts), warnings: warningsAt(facts, consult, rq.now), baselineDay };
  });
