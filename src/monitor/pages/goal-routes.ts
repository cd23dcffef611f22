import { z } from 'zod';
import { noMistakes, storedFields, type Typed, wholeNumberIn } from '#gemeente/index.ts';
import { choosablePeople } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { confirmGoal, proposeGoal, setGoal } from '../commands/set-goal.ts';
import { type GoalObject, type GoalObjectKind, readGoalObject } from '../objects.ts';
import type { GoalKind } from '../rules/gaps.ts';
import { reachesGoal } from '../store.ts';
import { monitorTexts } from '../texts.ts';
import { type Sent, send, typedForm } from '../web/form.ts';
import { chooseKindPage } from './choose-kind.tsx';
import { type GoalForm, goalFormPage, goalIn, storedGoal } from './goal-form.tsx';
import { goalPage } from './goal-page.tsx';
import { openGoal, readGoalPage } from './read.ts';

const KINDS = ['figure', 'milestone', 'judgement'] as const;
const params = z.object({ id: z.string() });
const mustBeId = (id: string): string => {
  if (!isId(id)) throw notFound();
  return id;
};

const show = defineRoute({
  method: 'GET',
  path: '/doelen/:id',
  policy: 'public.read',
  params,
  handle: async (rq, { params: { id } }) => {
    const page = await readGoalPage(rq, mustBeId(id));
    return rq.page(goalPage(rq, page, await rq.redThread({ kind: 'goal', id })));
  },
});

const newQuery = z.object({
  soort: z.enum(KINDS).optional().catch(undefined),
  focuspunt: z.uuid().optional().catch(undefined),
});
type NewQuery = z.infer<typeof newQuery>;

const NEW = '/doelen/nieuw';
const newPath = ({ soort, focuspunt }: NewQuery): string => {
  const query = new URLSearchParams({ ...(soort ? { soort } : {}), ...(focuspunt ? { focuspunt } : {}) });
  return `${NEW}${query.size > 0 ? `?${query}` : ''}`;
};

const objectIn = ({ focuspunt }: NewQuery): { objectKind: GoalObjectKind; objectId: string | null } =>
  focuspunt ? { objectKind: 'focuspunt', objectId: focuspunt } : { objectKind: 'gemeente', objectId: null };

/** Whether this visitor may do an action with a goal of this object. */
const mayWith = (
  rq: Rq,
  action: 'goal.set' | 'goal.propose',
  kind: GoalObjectKind,
  object: GoalObject,
): boolean => rq.world.gate(rq.principal, action, reachesGoal(rq, kind, object.facts, null)).ok;

/** What a new goal will belong to. Throws `not_found`, also for whoever may not make one there. */
const readObject = (rq: Rq, query: NewQuery): Promise<GoalObject> =>
  rq.read(async (db) => {
    const { objectKind, objectId } = objectIn(query);
    const object = await readGoalObject(db, rq.gemeente, isoDate(rq.now), objectKind, objectId);
    if (!object) throw notFound();
    const mayPropose = objectKind === 'gemeente' && mayWith(rq, 'goal.propose', objectKind, object);
    if (!mayPropose && !mayWith(rq, 'goal.set', objectKind, object)) throw notFound();
    return object;
  });

type Shown = Pick<GoalForm, 'typed' | 'mistakes' | 'isStale'>;

const newForm = async (rq: Rq, query: NewQuery, kind: GoalKind, shown: Shown): Promise<Response> => {
  const object = await readObject(rq, query);
  const people = await rq.read((db) => choosablePeople(db, rq.gemeente, isoDate(rq.now)));
  const action = newPath({ ...query, soort: kind });
  return rq.page(
    goalFormPage(rq, { ...shown, action, back: object.href, kind, isNew: true, version: null, people }),
  );
};

const openNew = defineRoute({
  method: 'GET',
  path: NEW,
  policy: 'goal.propose',
  query: newQuery,
  handle: async (rq, { query }) => {
    if (!query.soort) {
      const object = await readObject(rq, query);
      return rq.page(chooseKindPage(rq, object.href, (kind) => newPath({ ...query, soort: kind })));
    }
    return newForm(rq, query, query.soort, { typed: storedFields({}), mistakes: noMistakes, isStale: false });
  },
});

const saveNew = defineRoute({
  method: 'POST',
  path: NEW,
  policy: 'goal.propose',
  query: newQuery,
  form: typedForm,
  handle: async (rq, { query, form }) => {
    const typed = typedOf(form);
    const kind = query.soort ?? 'figure';
    const about = objectIn(query);
    // Whoever may only propose, proposes: the raad sets the goals of the municipality (C3).
    const isSet = mayWith(rq, 'goal.set', about.objectKind, await readObject(rq, query));
    const input = { ...goalIn(typed), ...about, kind, goalId: null, version: null };
    const sent = await send(rq, monitorTexts, () => rq.run(isSet ? setGoal : proposeGoal, input));
    if (sent.ok) return rq.redirect(`/doelen/${sent.value}?gedaan=${isSet ? 'set' : 'proposed'}`);
    return newForm(rq, query, kind, { typed, ...failureOf(sent) });
  },
});

const failureOf = ({ mistakes, isStale }: Extract<Sent<unknown>, { ok: false }>) => ({ mistakes, isStale });

/** The schema takes any fields: a form that is no form at all has none. */
const typedOf = (form: { readonly ok: true; readonly value: Typed } | { readonly ok: false }): Typed =>
  form.ok ? form.value : storedFields({});

const changeForm = async (rq: Rq, id: string, shown: Shown | null): Promise<Response> => {
  const { opened, people } = await rq.read(async (db) => ({
    opened: await openGoal(rq, db, mustBeId(id)),
    people: await choosablePeople(db, rq.gemeente, isoDate(rq.now)),
  }));
  if (!opened.may.change) throw notFound();
  const { goal } = opened;
  const fields = shown ?? { typed: storedFields(storedGoal(goal)), mistakes: noMistakes, isStale: false };
  const action = `/doelen/${id}/wijzigen`;
  const about = { action, back: `/doelen/${id}`, kind: goal.kind, isNew: false, version: goal.version };
  return rq.page(goalFormPage(rq, { ...fields, ...about, people }));
};

const openChange = defineRoute({
  method: 'GET',
  path: '/doelen/:id/wijzigen',
  policy: 'goal.propose',
  params,
  handle: (rq, { params: { id } }) => changeForm(rq, id, null),
});

const saveChange = defineRoute({
  method: 'POST',
  path: '/doelen/:id/wijzigen',
  policy: 'goal.propose',
  params,
  form: typedForm,
  handle: async (rq, { params: { id }, form }) => {
    const typed = typedOf(form);
    const { goal, may } = await rq.read((db) => openGoal(rq, db, mustBeId(id)));
    const { objectKind, objectId, kind } = goal;
    const input = {
      ...goalIn(typed),
      objectKind,
      objectId,
      kind,
      goalId: id,
      version: wholeNumberIn(typed, 'versie'),
    };
    const sent = await send(rq, monitorTexts, () => rq.run(may.set ? setGoal : proposeGoal, input));
    if (sent.ok) return rq.redirect(`/doelen/${id}?gedaan=${may.set ? 'set' : 'proposed'}`);
    return changeForm(rq, id, { typed, ...failureOf(sent) });
  },
});

const confirm = defineRoute({
  method: 'POST',
  path: '/doelen/:id/vaststellen',
  policy: 'goal.set',
  params,
  form: z.object({ versie: z.coerce.number().int().catch(0) }),
  handle: async (rq, { params: { id }, form }) => {
    const version = form.ok ? form.value.versie : 0;
    await rq.run(confirmGoal, { goalId: id, version });
    return rq.redirect(`/doelen/${id}?gedaan=confirmed`);
  },
});

/** The page of a goal and how it is set and changed. */
export const goalRoutes: readonly Route[] = [openNew, saveNew, show, openChange, saveChange, confirm];
