import { z } from 'zod';
import type { Command } from '#platform/command/command.ts';
import { attempt, type Failure, renamed, unreadable } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { atVersion } from '../store/load.ts';
import { detailPage } from './detail.tsx';
import { readDetail } from './model.ts';

/** What the address of an act names. */
export interface ActIds {
  readonly knelpuntId: string;
  readonly placementId: string;
  readonly signaalId: string;
}

interface Act<
  Body extends { readonly versie: number },
  Input extends { readonly knelpuntId: string },
  Output,
> {
  /** Behind `/knelpunten/:id/`; may name a part, as `delen/:deel/aannemen`. */
  readonly path: string;
  /** The word of `did.<done>` that the page then says. */
  readonly done: string;
  readonly command: Command<Input, Output>;
  readonly form: z.ZodType<Body>;
  readonly lists?: readonly string[];
  /** The command's input, or which field cannot be read. */
  readonly input: (
    body: Body,
    ids: ActIds,
    raw: RawForm,
    rq: Rq,
  ) => Promise<Input | Failure> | Input | Failure;
  /** The form's names for the command's fields. */
  readonly names?: Readonly<Record<string, string>>;
}

const isFailure = (value: object): value is Failure => 'errors' in value;

/** One act on a knelpunt: checks the form, runs the command at the version that was seen, and goes back to the page. */
export const actRoute = <
  Body extends { readonly versie: number },
  Input extends { readonly knelpuntId: string },
  Output,
>(
  act: Act<Body, Input, Output>,
): Route =>
  defineRoute({
    method: 'POST',
    path: `/knelpunten/:id/${act.path}`,
    policy: act.command.action,
    params: z.object({ id: z.string(), deel: z.string().optional(), melding: z.string().optional() }),
    form: act.form,
    ...(act.lists ? { lists: act.lists } : {}),
    handle: async (rq, { params, form }) => {
      const { id, deel = '', melding = '' } = params;
      const path = act.path.replace(':deel', deel).replace(':melding', melding);
      const again = async (failure: Failure): Promise<Response> => {
        const failed = { ...failure, form: path, raw: form.raw };
        return rq.page(detailPage(rq, await readDetail(rq, id, failed)));
      };
      if (!form.ok) return again(unreadable(form.errors));
      const input = await act.input(
        form.value,
        { knelpuntId: id, placementId: deel, signaalId: melding },
        form.raw,
        rq,
      );
      if (isFailure(input)) return again(input);
      const command = atVersion(act.command, form.value.versie);
      const done = await attempt(() => rq.run(command, input));
      if (!done.ok) return again({ ...done, errors: renamed(done.errors, act.names ?? {}) });
      return rq.redirect(`/knelpunten/${id}?gedaan=${act.done}`);
    },
  });
