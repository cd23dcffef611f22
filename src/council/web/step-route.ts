import { z } from 'zod';
import type { Command } from '#platform/command/command.ts';
import { attempt } from '#platform/web/attempt.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import type { Failed } from './failed.ts';

/** The id in the address of one record. */
export const recordParams = z.object({ id: z.uuid() });

const maxBody = 20_000;

/** One step behind the page of a record: its path, its command, its form, and how the one becomes the other. */
export type StepRoute = <Body, Input>(
  path: string,
  command: Command<Input, unknown>,
  form: z.ZodType<Body>,
  input: (body: Body, id: string) => Input,
) => Route;

/** Makes the step routes of records below `base`; what fails is shown on the record's own page with everything typed. */
export const stepRoutesOf =
  (base: string, pageOf: (rq: Rq, id: string, failed: Failed | null) => Promise<PageContent>): StepRoute =>
  (path, command, form, input) =>
    defineRoute({
      method: 'POST',
      path: `${base}/:id/${path}`,
      policy: command.action,
      maxBody,
      params: recordParams,
      form,
      handle: async (rq, { params: { id }, form: sent }) => {
        const done = sent.ok
          ? await attempt(() => rq.run(command, input(sent.value, id)))
          : { ...sent, status: 422 as const };
        if (done.ok) return rq.redirect(`${base}/${id}?opgeslagen=ja`);
        const failed = { form: path, raw: sent.raw, errors: done.errors, status: done.status };
        return rq.page(await pageOf(rq, id, failed));
      },
    });
