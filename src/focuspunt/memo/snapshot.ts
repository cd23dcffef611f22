import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { MemoPoint } from './content.ts';

const COUNT = (table: string, stance: string): string =>
  `(select count(*)::int from ${table} c where c.gemeente = f.gemeente and c.focuspunt_id = f.id and ${stance})`;

const STANCES = (table: string): string => `jsonb_build_object(
  'agree', ${COUNT(table, "c.stance = 'agree'")}, 'partly', ${COUNT(table, "c.stance = 'partly'")},
  'against', ${COUNT(table, "c.stance = 'against'")}`;

const POINTS = `
  select f.id as "focuspuntId", f.number, f.title, a.name as area, f.problem, f.budget_line as "budgetLine",
    case when f.plan_waiver is null then f.plan_due_on end as "planDueOn", f.next_test_on as "nextTestOn", d.outcome, d.reason, d.held_until as "heldUntil",
    d.without_baseline_until as "withoutBaselineUntil", d.decided_on as "decidedOn", f.public_summary as sentence,
    nullif(concat_ws(', ', f.trekker_function, t.name), '') as trekker,
    (select jsonb_build_object('kind', g.kind, 'title', g.title, 'unit', g.unit, 'source', g.source,
        'targetValue', g.target_value, 'targetText', g.target_text, 'targetOn', g.target_on,
        'baseline', b.value, 'baselineOn', b.measured_on)
      from goal g left join lateral (select m.value, m.measured_on from measurement m
        where m.gemeente = g.gemeente and m.goal_id = g.id and m.role = 'baseline' and m.value is not null
        order by m.measured_on desc, m.entered_at desc, m.id desc limit 1) b on true
      where g.gemeente = f.gemeente and g.object_id = f.id and g.object_kind = 'focuspunt' and g.replaced_at is null
      order by g.created_at, g.id limit 1) as goal,
    ${STANCES('focuspunt_advice')}, 'silent', ${COUNT('focuspunt_advice', 'c.answered_at is null')}) as advice,
    ${STANCES('focuspunt_reaction')}) as reactions
  from focuspunt f
  join area a on a.gemeente = f.gemeente and a.id = f.area_id
  left join department t on t.gemeente = f.gemeente and t.id = f.trekker_department_id
  join lateral (select * from focuspunt_decision x where x.gemeente = f.gemeente and x.focuspunt_id = f.id
    order by x.recorded_at desc, x.id desc limit 1) d on true
  where f.gemeente = $1 and f.state = any (array['set', 'rejected', 'held']) and f.outcome_public_at is null`;

/** The facts of what the college just decided, of a round or of one focuspunt, in the order of their numbers. */
export const readPoints = (
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  about: { readonly roundId: string } | { readonly focuspuntId: string },
): Promise<MemoPoint[]> =>
  'roundId' in about
    ? runSql(db, `${POINTS} and f.round_id = $2 order by f.number limit 100`, [gemeente, about.roundId])
    : runSql(db, `${POINTS} and f.id = $2 limit 1`, [gemeente, about.focuspuntId]);
