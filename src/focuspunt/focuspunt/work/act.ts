import { z } from 'zod';
import { type Mistakes, noMistakes, type Typed, typedFields } from '#gemeente/index.ts';
import { monitorTexts, send, typedForm } from '#monitor/index.ts';
import type { Command } from '#platform/command/command.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { atVersion } from '../at-version.ts';
import { FOCUSPUNTEN, workHref } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';

/** Which form of the page failed, with what was typed in it. */
export interface Failed {
  readonly form: string;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
  readonly isStale: boolean;
}

interface Act<Input extends { readonly focuspuntId: string }, Output> {
  /** The last part of the address, and the name of the form. */
  readonly path: string;
  readonly policy: string;
  readonly command: Command<Input, Output>;
  readonly input: (typed: Typed, focuspuntId: string) => Input;
  /** Mistakes that the form itself sees, by field: codes of the texts. */
  readonly check?: (typed: Typed) => Readonly<Record<string, string>>;
  readonly texts?: 'monitor';
}

/** What the page shows after a form that failed; the page itself is given later, for both need each other. */
export type ShowAgain = (rq: Rq, id: string, failed: Failed) => Promise<Response>;

const noteOf = (texts: 'monitor' | undefined): Catalogue<Texts> =>
  texts === 'monitor' ? monitorTexts : focuspuntTexts;

/** One act on a focuspunt: runs the command at the version that was seen, and goes back to the page. */
export const actRoute = <Input extends { readonly focuspuntId: string }, Output>(
  act: Act<Input, Output>,
  showAgain: ShowAgain,
): Route =>
  defineRoute({
    method: 'POST',
    path: `${FOCUSPUNTEN}/:id/${act.path}`,
    policy: act.policy,
    params: z.object({ id: z.string() }),
    form: typedForm,
    maxBody: 100_000,
    handle: async (rq, { params: { id }, form }) => {
      const typed = form.ok ? form.value : typedFields(form.raw);
      const failed = (mistakes: Mistakes, isStale: boolean) =>
        showAgain(rq, id, { form: act.path, typed, mistakes, isStale });
      const seen = Object.entries(act.check?.(typed) ?? {});
      if (!form.ok || seen.length > 0) {
        const t = rq.texts(focuspuntTexts);
        return failed(
          Object.fromEntries(seen.map(([field, code]) => [field, t.dynamic(`error.${code}`)])),
          false,
        );
      }
      const command = atVersion(act.command, typed.text('versie'));
      const sent = await send(rq, noteOf(act.texts), () => rq.run(command, act.input(typed, id)));
      if (sent.ok) return rq.redirect(`${workHref(id)}?gedaan=${act.path}`);
      return failed(sent.isStale ? noMistakes : sent.mistakes, sent.isStale);
    },
  });
