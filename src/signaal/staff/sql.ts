import { OPEN_STATES, type SignaalState, signaalMachine } from '../rules/signaal-states.ts';

/** Collects the parameters of one statement; gives each its `$n`. */
export interface Parameters {
  readonly values: unknown[];
  readonly add: (value: unknown) => string;
}

/** An empty list of parameters. */
export const parameters = (): Parameters => {
  const values: unknown[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
};

/** A statement with its parameters. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * That a signaal `s` is in one of these states. Spelled out: an index of what is open does not know what a parameter will
 * hold. The words are those of the rules, whatever was asked.
 */
export const stateIn = (states: readonly SignaalState[]): string => {
  const words = signaalMachine.states.filter((state) => states.includes(state)).map((state) => `'${state}'`);
  return words.length === 0 ? 'false' : `s.state in (${words.join(', ')})`;
};

/** That a signaal `s` is open. */
export const IS_OPEN = stateIn(OPEN_STATES);

/**
 * The term that presses now on a signaal and its parts: the first of those that began since the present state, whether
 * it has passed or not. Words to the reporter ("status", "objection") do not press on staff.
 */
export const pressingTerm = (gemeente: string): string => `
  left join lateral (
    select t.kind, t.due_at from term t
    left join assignment ta on ta.gemeente = t.gemeente and ta.id = t.object_id
    where t.gemeente = ${gemeente}
      and t.object_id = any (array(select pa.id from assignment pa
        where pa.gemeente = ${gemeente} and pa.signaal_id = s.id) || s.id)
      and t.kind = any (array['triage', 'question', 'assignment', 'reopened', 'plan_date', 'planned_on', 'hear_by'])
      and t.state = any (array['open', 'passed'])
      and t.started_at >= coalesce(ta.state_since, s.state_since)
    order by t.due_at limit 1) press on true`;
