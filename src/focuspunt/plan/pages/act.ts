import { z } from 'zod';
import { type Typed, typedFields } from '#gemeente/index.ts';
import { send } from '#monitor/index.ts';
import type { Command } from '#platform/command/command.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { planTexts } from '../texts.ts';
import { type Failed, readPlanPage } from './model.ts';
import { planPage } from './plan-page.tsx';

/** A form whose fields are read by name; its command checks them and names the field that is wrong. */
export const anyFields = z.record(z.string(), z.unknown());

/** The version that a form showed; 0 fits no row. */
export const versionIn = (typed: Typed): number => {
  const text = typed.text('versie');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
};

interface Act<Input, Output> {
  /** Behind `/plannen/:id/`; may name a part, as `acties/:deel/stap`. */
  readonly path: string;
  readonly command: Command<Input, Output>;
  /** The word of `did.<done>` that the page then says. */
  readonly done: string;
  readonly input: (
    typed: Typed,
    ids: { readonly planId: string; readonly partId: string },
  ) => Input | Promise<Input>;
  /** Fields that may repeat. */
  readonly lists?: readonly string[];
  /** The form's names for the command's fields. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Shows the page of a plan, also again with the form that failed. */
export const showPlan = async (rq: Rq, id: string, failed: Failed | null): Promise<Response> => {
  const page = await readPlanPage(rq, id, failed);
  return rq.page(planPage(rq, page, await rq.redThread({ kind: 'plan', id })));
};

/** One act on a plan: runs its command and goes back to the page, or shows it again with what was typed. */
export const planAct = <Input, Output>(act: Act<Input, Output>): Route =>
  defineRoute({
    method: 'POST',
    path: `/plannen/:id/${act.path}`,
    policy: act.command.action,
    params: z.object({ id: z.string(), deel: z.string().optional() }),
    form: anyFields,
    ...(act.lists ? { lists: act.lists } : {}),
    handle: async (rq, { params: { id, deel }, form }) => {
      const typed = typedFields(form.raw);
      const ids = { planId: id, partId: deel ?? '' };
      const sent = await send(
        rq,
        planTexts,
        async () => rq.run(act.command, await act.input(typed, ids)),
        act.names,
      );
      if (sent.ok) return rq.redirect(`/plannen/${id}?gedaan=${act.done}`);
      const { mistakes, isStale } = sent;
      return showPlan(rq, id, { form: act.path.replace(':deel', deel ?? ''), typed, mistakes, isStale });
    },
  });
