import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Stance } from '../focuspunt/commands/advise.ts';
import { type Gap, type GoalFacts, gapsIn } from '../focuspunt/readiness.ts';
import { GOAL_FACTS, ownFacts } from '../focuspunt/readiness-read.ts';
import { type FocuspuntState, OPEN_STATES } from '../focuspunt/states.ts';
import type { RoundState } from './states.ts';

interface Facts {
  readonly trekker_account_id: string | null;
  readonly trekker_function: string | null;
  readonly budget_line: string | null;
  readonly goalFacts: readonly GoalFacts[];
  readonly hasPlan: boolean;
}

/** A focuspunt in a list of staff. */
export interface OpenLine {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly area: string;
  readonly state: FocuspuntState;
  readonly gaps: readonly Gap[];
}

/** A round in the list. Days are `YYYY-MM-DD`. */
export interface RoundLine {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: RoundState;
  readonly startsOn: string;
  readonly points: number;
}

/** So many lines fit on one page; of the rest the areas' own pages tell. */
const MOST_OPEN = 100;
const MOST_ROUNDS = 20;

const FACTS = `f.trekker_account_id, f.trekker_function, f.budget_line, ${GOAL_FACTS} as "goalFacts",
  exists (select 1 from plan p where p.gemeente = f.gemeente and p.focuspunt_id = f.id and p.state <> 'draft') as "hasPlan"`;

const OPEN = `select f.id, f.number, f.title, a.name as area, f.state, ${FACTS}
  from focuspunt f join area a on a.gemeente = f.gemeente and a.id = f.area_id
  where f.gemeente = $1 and f.state = any ($2::text[]) order by f.created_at, f.id limit ${MOST_OPEN}`;

const ROUNDS = `select r.id, r.number, r.title, r.state, r.starts_on as "startsOn",
    (select count(*)::int from focuspunt f where f.gemeente = r.gemeente and f.round_id = r.id) as points
  from focus_round r where r.gemeente = $1 order by r.starts_on desc, r.id desc limit ${MOST_ROUNDS}`;

const withGaps = <Row extends Facts>(row: Row): Row & { readonly gaps: readonly Gap[] } => ({
  ...row,
  gaps: gapsIn({ goals: row.goalFacts, hasPlan: row.hasPlan, ...ownFacts(row) }),
});

/** What staff have in hand: the open focuspunten with what they lack, and the rounds. Two queries. */
export const readOverview = (
  rq: Rq,
): Promise<{ readonly open: readonly OpenLine[]; readonly rounds: readonly RoundLine[] }> =>
  rq.read(async (db) => ({
    open: (await runSql<Omit<OpenLine, 'gaps'> & Facts>(db, OPEN, [rq.gemeente, [...OPEN_STATES]])).map(
      withGaps,
    ),
    rounds: await runSql<RoundLine>(db, ROUNDS, [rq.gemeente]),
  }));

/** One decision point of a proposal to the college. */
export interface RoundPoint {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly title: string;
  readonly area: string;
  readonly state: FocuspuntState;
  readonly summary: string;
  readonly problem: string;
  readonly effort: string | null;
  readonly effortBy: string | null;
  readonly effortSince: string | null;
  readonly whyNot: string | null;
  readonly whatIsAdded: string | null;
  readonly trekker: string | null;
  readonly budget_line: string | null;
  readonly goal: string | null;
  readonly advice: Readonly<Record<Stance | 'silent', number>>;
  readonly reactions: Readonly<Record<Stance, number>>;
  readonly reactionUntil: Date | null;
  readonly outcome: 'set' | 'rejected' | 'held' | null;
  readonly gaps: readonly Gap[];
}

/** A round with its points. */
export interface RoundDetail extends RoundLine {
  readonly proposalText: string;
  readonly decisionOn: string | null;
  readonly releaseId: string | null;
  readonly version: number;
  readonly list: readonly RoundPoint[];
}

const counts = (table: string, silent: boolean): string => {
  const count = (fits: string) =>
    `(select count(*)::int from ${table} c where c.gemeente = f.gemeente and c.focuspunt_id = f.id and ${fits})`;
  const parts = ['agree', 'partly', 'against'].map(
    (stance) => `'${stance}', ${count(`c.stance = '${stance}'`)}`,
  );
  if (silent) parts.push(`'silent', ${count('c.stance is null')}`);
  return `jsonb_build_object(${parts.join(', ')})`;
};

const ONE = `select r.id, r.number, r.title, r.state, r.starts_on as "startsOn", 0 as points, r.version,
    r.proposal_text as "proposalText", r.decision_on as "decisionOn",
    (select n.id from news_release n where n.gemeente = r.gemeente and n.round_id = r.id
      order by n.made_at desc, n.id desc limit 1) as "releaseId"
  from focus_round r where r.gemeente = $1 and r.id = $2`;

const POINTS = `select f.id, f.number, f.version, f.title, a.name as area, f.state, f.public_summary as summary, f.problem,
    f.effort, f.effort_by as "effortBy", f.effort_since as "effortSince", f.effort_why_not as "whyNot",
    f.what_is_added as "whatIsAdded", f.reaction_until as "reactionUntil",
    nullif(concat_ws(', ', (select x.name from account x where x.gemeente = f.gemeente and x.id = f.trekker_account_id),
      f.trekker_function, d.name), '') as trekker, ${FACTS},
    (select g.title from goal g where g.gemeente = f.gemeente and g.object_id = f.id and g.object_kind = 'focuspunt'
      and g.replaced_at is null order by g.created_at, g.id limit 1) as goal,
    ${counts('focuspunt_advice', true)} as advice, ${counts('focuspunt_reaction', false)} as reactions,
    (select x.outcome from focuspunt_decision x where x.gemeente = f.gemeente and x.focuspunt_id = f.id
      and x.round_id = f.round_id order by x.recorded_at desc, x.id desc limit 1) as outcome
  from focuspunt f
  join area a on a.gemeente = f.gemeente and a.id = f.area_id
  left join department d on d.gemeente = f.gemeente and d.id = f.trekker_department_id
  where f.gemeente = $1 and f.round_id = $2 order by f.number limit 100`;

/** One round with all its decision points, at most a hundred. Two queries. */
export const readRound = (rq: Rq, id: string): Promise<RoundDetail> =>
  rq.read(async (db) => {
    if (!isId(id)) throw notFound();
    const [round] = await runSql<Omit<RoundDetail, 'list'>>(db, ONE, [rq.gemeente, id]);
    if (!round) throw notFound();
    const list = await runSql<Omit<RoundPoint, 'gaps'> & Facts>(db, POINTS, [rq.gemeente, id]);
    return { ...round, points: list.length, list: list.map(withGaps) };
  });
