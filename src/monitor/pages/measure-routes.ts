import { z } from 'zod';
import { noMistakes, storedFields } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { enterMeasurement } from '../commands/enter-measurement.ts';
import type { GoalView, Measurement } from '../read/view.ts';
import { monitorTexts } from '../texts.ts';
import { send, typedForm } from '../web/form.ts';
import { type MeasureForm, measureFormPage, measurementIn } from './measure-form.tsx';
import { openGoal } from './read.ts';

const params = z.object({ id: z.string() });
const PATH = '/doelen/:id/meten';
const policy = 'measurement.enter';

/** The goal that is measured, for whoever may. Throws `not_found`. */
const openToMeasure = async (rq: Rq, id: string): Promise<GoalView> => {
  if (!isId(id)) throw notFound();
  const { goal, may } = await rq.read((db) => openGoal(rq, db, id));
  if (!may.measure) throw notFound();
  return goal;
};

const correctedIn = (goal: GoalView, id: string | undefined): Measurement | null =>
  goal.measurements.find((row) => row.id === id) ?? null;

/** A new measurement begins with today and the goal's own source; a correction with what it corrects. */
const begin = (rq: Rq, goal: GoalView, corrects: Measurement | null) =>
  storedFields({
    measuredOn: corrects?.measuredOn ?? isoDate(rq.now),
    role: corrects?.role ?? (goal.kind === 'figure' && goal.baseline === null ? 'baseline' : 'interim'),
    what: corrects?.notMeasuredReason == null ? 'yes' : 'no',
    value: corrects?.value == null ? null : String(corrects.value).replace('.', ','),
    margin: corrects?.margin == null ? null : String(corrects.margin).replace('.', ','),
    n: corrects?.n ?? null,
    judgement: corrects?.judgement ?? null,
    notMeasuredReason: corrects?.notMeasuredReason ?? null,
    source: corrects?.source ?? goal.source,
    note: corrects?.note ?? null,
  });

const open = defineRoute({
  method: 'GET',
  path: PATH,
  policy,
  params,
  query: z.object({ verbetert: z.string().max(50).optional().catch(undefined) }),
  handle: async (rq, { params: { id }, query }) => {
    const goal = await openToMeasure(rq, id);
    const corrects = correctedIn(goal, query.verbetert);
    const form: MeasureForm = { goal, corrects, typed: begin(rq, goal, corrects), mistakes: noMistakes };
    return rq.page(measureFormPage(rq, form));
  },
});

const save = defineRoute({
  method: 'POST',
  path: PATH,
  policy,
  params,
  form: typedForm,
  handle: async (rq, { params: { id }, form }) => {
    const goal = await openToMeasure(rq, id);
    const typed = form.ok ? form.value : storedFields({});
    const corrects = correctedIn(goal, typed.text('verbetert'));
    const sent = await send(rq, monitorTexts, () =>
      rq.run(enterMeasurement, measurementIn(typed, id, corrects)),
    );
    if (sent.ok) return rq.redirect(`/doelen/${id}?gedaan=measured`);
    return rq.page(measureFormPage(rq, { goal, corrects, typed, mistakes: sent.mistakes }));
  },
});

/** How a measurement is entered or put right. */
export const measureRoutes: readonly Route[] = [open, save];
