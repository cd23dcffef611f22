import { readSettings } from '#gemeente/index.ts';
import { type GoalView, goalsOf } from '#monitor/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Stance } from '../commands/advise.ts';
import type { FocuspuntState } from '../states.ts';

/** Of how many kinds and by which way residents reacted. */
export interface ReactionCount {
  readonly channel: 'web' | 'desk' | 'phone' | 'paper';
  readonly stance: Stance;
  readonly n: number;
}

/** An action of the plan, by function. */
export interface PublicAction {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly state: 'open' | 'busy' | 'done' | 'cancelled';
}

/** What everybody may know of a focuspunt: nothing of an outcome before it is made known (0.2 D15). */
export interface PublicFocuspunt {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly area: string;
  readonly areaId: string;
  readonly state: FocuspuntState;
  readonly origin: 'problem' | 'chance' | 'initiative';
  readonly problem: string;
  readonly summary: string;
  readonly whyNot: string | null;
  readonly whatIsAdded: string | null;
  readonly trekker: string | null;
  readonly reactionUntil: Date | null;
  readonly isReactionOpen: boolean;
  readonly besluitOn: string | null;
  readonly rejectReason: string | null;
  readonly heldUntil: string | null;
  readonly withoutBaselineUntil: string | null;
  readonly planDueOn: string | null;
  /** No plan is needed, said with a reason ("waar nodig", rapport L331). */
  readonly isPlanWaived: boolean;
  readonly nextTestOn: string | null;
  readonly invented: boolean;
  readonly memoId: string | null;
  readonly reactions: readonly ReactionCount[];
  readonly advice: readonly { readonly stance: Stance | null; readonly n: number }[];
  readonly texts: readonly { readonly id: string; readonly text: string; readonly stance: Stance }[];
  readonly actions: readonly PublicAction[];
  readonly goals: readonly GoalView[];
}

/** The college's decision is known to everybody: by its news, or because it is behind it already. */
const KNOWN = `f.public_state <> all (array['proposed', 'consulting', 'with_college'])`;

const ONE = `
  select f.id, f.number, f.title, a.name as area, f.area_id as "areaId", f.public_state as state, f.origin, f.problem,
    f.public_summary as summary, f.effort_why_not as "whyNot", f.what_is_added as "whatIsAdded", f.invented,
    nullif(concat_ws(', ', f.trekker_function, d.name), '') as trekker, f.reaction_until as "reactionUntil",
    coalesce(f.reaction_until >= $3, false) and f.public_state = any (array['consulting', 'with_college'])
      as "isReactionOpen",
    case when ${KNOWN} then f.besluit_on end as "besluitOn",
    case when ${KNOWN} then f.reject_reason end as "rejectReason",
    case when f.public_state = 'held' then f.held_until end as "heldUntil",
    case when ${KNOWN} then f.without_baseline_until end as "withoutBaselineUntil",
    case when ${KNOWN} and f.plan_waiver is null then f.plan_due_on end as "planDueOn",
    (${KNOWN} and f.plan_waiver is not null) as "isPlanWaived",
    case when ${KNOWN} then f.next_test_on end as "nextTestOn",
    (select n.id from news_release n where n.gemeente = f.gemeente and n.press_told_at is not null
      and (n.focuspunt_id = f.id or n.round_id = f.round_id) order by n.press_told_at desc, n.id desc limit 1) as "memoId",
    array(select jsonb_build_object('channel', r.channel, 'stance', r.stance, 'n', count(*)::int)
      from focuspunt_reaction r where r.gemeente = f.gemeente and r.focuspunt_id = f.id
      group by r.channel, r.stance order by r.channel, r.stance) as reactions,
    array(select jsonb_build_object('stance', v.stance, 'n', count(*)::int)
      from focuspunt_advice v where v.gemeente = f.gemeente and v.focuspunt_id = f.id
      group by v.stance order by v.stance) as advice,
    array(select jsonb_build_object('id', r.id, 'text', r.public_text, 'stance', r.stance)
      from focuspunt_reaction r where r.gemeente = f.gemeente and r.focuspunt_id = f.id and r.public_text is not null
      order by r.created_at, r.id limit 50) as texts,
    array(select jsonb_build_object('id', x.id, 'title', x.title, 'owner', x.owner_function, 'dueOn', x.due_on, 'state', x.state)
      from plan p join plan_action x on x.gemeente = p.gemeente and x.plan_id = p.id
      where p.gemeente = f.gemeente and p.focuspunt_id = f.id and p.state <> 'draft' and ${KNOWN}
      order by x.due_on, x.id limit 50) as actions
  from focuspunt f
  join area a on a.gemeente = f.gemeente and a.id = f.area_id
  left join department d on d.gemeente = f.gemeente and d.id = f.trekker_department_id
  where f.gemeente = $1 and f.id = $2 and f.public_state <> 'proposed'`;

/** One focuspunt as everybody sees it; not found while it is only proposed. Three queries. */
export const readPublic = (rq: Rq, id: string): Promise<PublicFocuspunt> =>
  rq.read(async (db) => {
    if (!isId(id)) throw notFound();
    const [row] = await runSql<Omit<PublicFocuspunt, 'goals'>>(db, ONE, [rq.gemeente, id, rq.now]);
    if (!row) throw notFound();
    const today = isoDate(rq.now);
    const settings = await readSettings(db, rq.gemeente, today);
    const goals = await goalsOf(db, rq.gemeente, [id], { today, settings });
    return { ...row, goals };
  });

/** One line of the public list. */
export interface PublicLine {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly state: FocuspuntState;
  readonly nextTestOn: string | null;
  readonly goals: readonly GoalView[];
}

/** More focuspunten than this are not on one page; the newest of them. */
const MOST_LINES = 100;

const LINES = `select f.id, f.title, a.name as area, f.public_state as state,
    case when ${KNOWN} then f.next_test_on end as "nextTestOn"
  from focuspunt f join area a on a.gemeente = f.gemeente and a.id = f.area_id
  where f.gemeente = $1 and f.public_state <> 'proposed' order by f.created_at desc, f.id desc limit ${MOST_LINES + 1}`;

/** The newest hundred focuspunten that everybody may know, by area; `isMore` says that there are others. */
export const readPublicList = (
  rq: Rq,
): Promise<{ readonly lines: readonly PublicLine[]; readonly isMore: boolean }> =>
  rq.read(async (db) => {
    const rows = await runSql<Omit<PublicLine, 'goals'>>(db, LINES, [rq.gemeente]);
    const today = isoDate(rq.now);
    const settings = await readSettings(db, rq.gemeente, today);
    const shown = rows.slice(0, MOST_LINES);
    const goals = await goalsOf(
      db,
      rq.gemeente,
      shown.map(({ id }) => id),
      { today, settings },
    );
    return {
      isMore: rows.length > MOST_LINES,
      lines: shown.map((row) => ({ ...row, goals: goals.filter((goal) => goal.objectId === row.id) })),
    };
  });
