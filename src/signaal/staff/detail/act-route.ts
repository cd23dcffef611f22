import { z } from 'zod';
import type { Command } from '#platform/command/command.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { attempt, renamed } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { atVersion } from '../version.ts';
import { readDetail } from './model.ts';
import { detailPage } from './page.tsx';

interface Versioned {
  readonly versie: string;
}

/** The state that a form's reader saw, and where he wants to go back to. */
export const versionField = {
  versie: z.string().max(300).catch(''),
  terug: z
    .string()
    .regex(/^\/(?:balie|werk|wijk-werk|maandag|signalen)[\w/?=&.-]*$/)
    .optional()
    .catch(undefined),
};

interface Act<Body extends Versioned, Input extends { readonly signaalId: string }, Output> {
  /** Behind `/signalen/:id/`; may name a part, as `delen/:deel/plannen`. */
  readonly path: string;
  /** The word of `did.<done>` that the page then says. */
  readonly done: string;
  readonly command: Command<Input, Output>;
  readonly form: z.ZodType<Body>;
  readonly input: (
    body: Body,
    ids: { signaalId: string; assignmentId: string },
    rq: Rq,
  ) => Input | Promise<Input>;
  /** The form's names for the command's fields. */
  readonly names?: Readonly<Record<string, string>>;
  readonly policy?: string;
}

type Ids = { readonly id: string; readonly deel?: string | undefined };

/** Shows the page again with the form that failed, everything typed kept. */
export const showAgain = async (
  rq: Rq,
  ids: Ids,
  path: string,
  raw: RawForm,
  failure: { readonly errors: FieldErrors; readonly status: 409 | 422 },
): Promise<Response> => {
  const form = path.replace(':deel', ids.deel ?? '');
  const failed = { form, raw, errors: failure.errors, stale: failure.status === 409 };
  return rq.page(detailPage(rq, await readDetail(rq, ids.id, failed)));
};

/** One act on a signaal: checks the form, runs the command at the version that was seen, and goes back to the page. */
export const actRoute = <
  Body extends Versioned & { readonly terug?: string | undefined },
  Input extends { readonly signaalId: string },
  Output,
>(
  act: Act<Body, Input, Output>,
): Route =>
  defineRoute({
    method: 'POST',
    path: `/signalen/:id/${act.path}`,
    policy: act.policy ?? act.command.action,
    params: z.object({ id: z.string(), deel: z.string().optional() }),
    form: act.form,
    handle: async (rq, { params, form }) => {
      const again = (failure: { errors: FieldErrors; status: 409 | 422 }) =>
        showAgain(rq, params, act.path, form.raw, failure);
      if (!form.ok) return again({ errors: form.errors, status: 422 });
      const ids = { signaalId: params.id, assignmentId: params.deel ?? '' };
      const done = await attempt(async () =>
        rq.run(atVersion(act.command, form.value.versie), await act.input(form.value, ids, rq)),
      );
      if (!done.ok) return again({ status: done.status, errors: renamed(done.errors, act.names ?? {}) });
      return rq.redirect(form.value.terug ?? `/signalen/${params.id}?gedaan=${act.done}`);
    },
  });
