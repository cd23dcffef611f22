import { type Mistakes, readSettings, type Settings, storedFields, type Typed } from '#gemeente/index.ts';
import { type GoalView, goalsOf } from '#monitor/index.ts';
import { choosablePeople, type ObjectFacts } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { type PlanPageRow, readPlan } from '../read/page.ts';
import { reachesPlan } from '../store.ts';

/** A form of this page that was sent and not taken. */
export interface Failed {
  /** Its path behind the plan's own, such as `acties`. */
  readonly form: string;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
  /** Somebody else was first. */
  readonly isStale: boolean;
}

/** Something to choose in a list. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the page of a plan shows. */
export interface PlanPage {
  readonly plan: PlanPageRow;
  readonly goals: readonly GoalView[];
  readonly settings: Settings;
  readonly people: readonly Choice[];
  /** Whether this person may do an action with the plan, or with a part of it that also belongs to `more`. */
  readonly may: (action: string, more?: ObjectFacts) => boolean;
  readonly failed: Failed | null;
  readonly done: string | null;
}

/** Who reaches a plan, from its page's own query. */
export const factsOfPlan = (plan: PlanPageRow): ObjectFacts => ({
  buurtIds: plan.buurtIds,
  departmentIds: plan.trekkerDepartmentId === null ? [] : [plan.trekkerDepartmentId],
  accountIds: plan.trekkerId === null ? [] : [plan.trekkerId],
});

/** Reads the page of a plan; four queries, the people to choose from only for whoever writes. Throws `not_found`. */
export const readPlanPage = (rq: Rq, id: string, failed: Failed | null): Promise<PlanPage> =>
  rq.read(async (db) => {
    if (!isId(id)) throw notFound();
    const today = isoDate(rq.now);
    const plan = await readPlan(db, rq.gemeente, id, today);
    if (!plan) throw notFound();
    const facts = factsOfPlan(plan);
    const may = (action: string, more: ObjectFacts = {}): boolean =>
      rq.world.gate(rq.principal, action, reachesPlan(rq, facts, more)).ok;
    const settings = await readSettings(db, rq.gemeente, today);
    const chosen = may('plan.edit') ? await choosablePeople(db, rq.gemeente, today) : [];
    return {
      plan,
      settings,
      goals: await goalsOf(db, rq.gemeente, [plan.focuspuntId], { today, settings }),
      people: chosen,
      may,
      failed,
      done: rq.url.searchParams.get('gedaan'),
    };
  });

/** One form of this page: its address, the ids of its fields, and what was typed in it. */
export interface ActForm {
  readonly action: string;
  readonly isOpen: boolean;
  readonly typed: Typed;
  /** What a text field of this form takes. */
  readonly field: (name: string) => { name: string; id: string; value: string; error?: string };
  /** What a date field of this form takes. */
  readonly day: (name: string) => {
    name: string;
    id: string;
    value: ReturnType<Typed['parts']>;
    error?: string;
  };
}

type Stored = Parameters<typeof storedFields>[0];

/** The id of one field of one form: the page holds several, so a name is not enough. */
export const fieldId = (form: string, name: string): string => `${form.replaceAll('/', '-')}-${name}`;

/** A form of an object's page; `stored` is what its fields hold before anything is typed. */
export const actForm = (base: string, failed: Failed | null, form: string, stored: Stored = {}): ActForm => {
  const own = failed?.form === form ? failed : null;
  const typed = own?.typed ?? storedFields(stored);
  const error = (name: string) => {
    const words = own?.mistakes[name];
    return words === undefined ? {} : { error: words };
  };
  return {
    action: `${base}/${form}`,
    isOpen: own !== null,
    typed,
    field: (name) => ({ name, id: fieldId(form, name), value: typed.text(name), ...error(name) }),
    day: (name) => ({ name, id: fieldId(form, name), value: typed.parts(name), ...error(name) }),
  };
};

/** A form of the page of a plan. */
export const planForm = ({ plan, failed }: PlanPage, form: string, stored: Stored = {}): ActForm =>
  actForm(`/plannen/${plan.id}`, failed, form, stored);
