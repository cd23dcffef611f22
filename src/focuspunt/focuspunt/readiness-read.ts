import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { ConsultFacts, GoalFacts, ReadinessFacts } from './readiness.ts';
import { mostOpenInArea } from './settings.ts';
import { OPEN_STATES } from './states.ts';
import { type Focuspunt, settingsOf } from './store.ts';

/** The goals of one focuspunt `f` as a list of facts; a correction counts, what it corrects does not matter here. */
export const GOAL_FACTS = `array(select jsonb_build_object('kind', g.kind, 'unit', g.unit, 'source', g.source,
    'targetValue', g.target_value, 'targetText', g.target_text, 'targetOn', g.target_on,
    'hasOwner', g.owner_account_id is not null or coalesce(g.owner_function, '') <> '',
    'hasBaseline', exists (select 1 from measurement m where m.gemeente = g.gemeente and m.goal_id = g.id
      and m.role = 'baseline' and m.not_measured_reason is null))
  from goal g where g.gemeente = f.gemeente and g.object_id = f.id and g.object_kind = 'focuspunt'
    and g.replaced_at is null order by g.created_at, g.id limit 20)`;

const FACTS = `select ${GOAL_FACTS} as goals,
    exists (select 1 from plan p where p.gemeente = f.gemeente and p.focuspunt_id = f.id and p.state <> 'draft')
      as "hasPlan",
    (select count(*)::int from focuspunt_advice a where a.gemeente = f.gemeente and a.focuspunt_id = f.id) as asked,
    (select count(*)::int from focuspunt_advice a where a.gemeente = f.gemeente and a.focuspunt_id = f.id
      and a.answered_at is not null) as answered,
    (select count(*)::int from focuspunt o where o.gemeente = f.gemeente and o.area_id = f.area_id and o.id <> f.id
      and o.state = any ($3::text[])) as "openInArea"
  from focuspunt f where f.gemeente = $1 and f.id = $2`;

interface Row {
  readonly goals: GoalFacts[];
  readonly hasPlan: boolean;
  readonly asked: number;
  readonly answered: number;
  readonly openInArea: number;
}

/** Whether somebody or some office carries it, and whether the money was answered: "geen" is an answer too. */
export const ownFacts = (
  focuspunt: Pick<Focuspunt, 'trekker_account_id' | 'trekker_function' | 'budget_line'>,
): Pick<ReadinessFacts, 'hasTrekker' | 'hasBudget'> => ({
  hasTrekker: focuspunt.trekker_account_id !== null || (focuspunt.trekker_function ?? '') !== '',
  hasBudget: (focuspunt.budget_line ?? '') !== '',
});

/** Everything that completeness and warnings ask of one focuspunt. */
export const readReadiness = async (
  context: Pick<Context, 'db' | 'gemeente' | 'today'>,
  focuspunt: Focuspunt,
): Promise<{ readonly facts: ReadinessFacts; readonly consult: ConsultFacts }> => {
  const [row] = await runSql<Row>(context.db, FACTS, [context.gemeente, focuspunt.id, [...OPEN_STATES]]);
  const settings = await settingsOf(context);
  return {
    facts: { goals: row?.goals ?? [], hasPlan: row?.hasPlan ?? false, ...ownFacts(focuspunt) },
    consult: {
      asked: row?.asked ?? 0,
      answered: row?.answered ?? 0,
      adviceDueAt: focuspunt.advice_due_at,
      reactionUntil: focuspunt.reaction_until,
      openInArea: row?.openInArea ?? 0,
      mostInArea: settings.get(mostOpenInArea),
    },
  };
};
