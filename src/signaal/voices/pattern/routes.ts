import { z } from 'zod';
import type { Command } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { readCursor } from '#platform/paging.ts';
import { attempt } from '#platform/web/attempt.ts';
import { emptyForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { optionalTextField } from '../../public/parts/fields.ts';
import { noErrors } from '../../public/parts/form-words.ts';
import {
  acceptPattern,
  answerAboutPattern,
  askAboutPattern,
  declinePattern,
  givePattern,
} from './commands.ts';
import { GATE, gatePage, sizeClasses } from './give-page.tsx';
import { patternsPage } from './list-page.tsx';
import { PATTERNS } from './notices.ts';
import { onePatternPage, STEPS } from './one-page.tsx';
import { readPattern, readPatternChoices, readPatterns } from './read.ts';

const SIZE = 20;
const query = z.object({ na: z.string().max(100).optional().catch(undefined) });

const gate = async (rq: Rq, raw: RawForm, errors: FieldErrors, na?: string): Promise<Response> => {
  const found = await rq.read(async (db) => ({
    choices: await readPatternChoices(db, rq),
    page: await readPatterns(db, rq, readCursor(na), SIZE),
  }));
  return rq.page(gatePage(rq, { raw, errors, ...found }));
};

const showGate = defineRoute({
  method: 'GET',
  path: GATE,
  policy: 'care_pattern.give',
  query,
  handle: (rq, input) => gate(rq, emptyForm, noErrors, input.query.na),
});

const gateForm = z.object({
  thema: z.string().default('').refine(isId, 'theme_unknown'),
  gebied: z.string().default('').refine(isId, 'area_unknown'),
  omvang: z.enum(sizeClasses, 'size_missing'),
  toelichting: optionalTextField,
});

const sendGate = defineRoute({
  method: 'POST',
  path: GATE,
  policy: 'care_pattern.give',
  form: gateForm,
  handle: async (rq, { form }) => {
    if (!form.ok) return gate(rq, form.raw, form.errors);
    const { thema, gebied, omvang, toelichting } = form.value;
    const input = { themeId: thema, areaId: gebied, sizeClass: omvang, note: toelichting };
    const given = await attempt(() => rq.run(givePattern, input));
    return given.ok ? rq.redirect(`${PATTERNS}/${given.value}`) : gate(rq, form.raw, given.errors);
  },
});

const showList = defineRoute({
  method: 'GET',
  path: PATTERNS,
  policy: 'care_pattern.read',
  query,
  handle: async (rq, input) =>
    rq.page(patternsPage(rq, await rq.read((db) => readPatterns(db, rq, readCursor(input.query.na), SIZE)))),
});

const one = async (
  rq: Rq,
  id: string,
  raw: RawForm,
  errors: FieldErrors,
  stale = false,
): Promise<Response> => {
  const view = await rq.read((db) => readPattern(db, rq, id));
  const thread = await rq.redThread({ kind: 'care_pattern', id });
  return rq.page(onePatternPage(rq, { view, raw, errors, thread, stale }));
};

const params = z.object({ id: z.string() });

const showOne = defineRoute({
  method: 'GET',
  path: `${PATTERNS}/:id`,
  policy: 'care_pattern.read',
  params,
  handle: (rq, input) => one(rq, input.params.id, emptyForm, noErrors),
});

type StepInput = { readonly carePatternId: string; readonly version: number; readonly text: string };

const stepRoute = (step: keyof typeof STEPS, command: Command<StepInput, void>): Route => {
  const { path, field } = STEPS[step];
  return defineRoute({
    method: 'POST',
    path: `${PATTERNS}/:id/${path}`,
    policy: command.action,
    params,
    form: z.object({ versie: z.coerce.number().int().catch(0), [field]: optionalTextField }),
    handle: async (rq, { params: { id }, form }) => {
      if (!form.ok) return one(rq, id, form.raw, form.errors);
      const text = form.raw.text(field).trim();
      const input = { carePatternId: id, version: Number(form.value.versie), text };
      const done = await attempt(() => rq.run(command, input));
      if (done.ok) return rq.redirect(`${PATTERNS}/${id}`);
      return done.status === 409 ? one(rq, id, form.raw, noErrors, true) : one(rq, id, form.raw, done.errors);
    },
  });
};

/** The gate of the care network, and what the wijkregisseur does with what comes through it. */
export const patternRoutes: readonly Route[] = [
  showGate,
  sendGate,
  showList,
  showOne,
  stepRoute('ask', askAboutPattern),
  stepRoute('reply', answerAboutPattern),
  stepRoute('accept', acceptPattern),
  stepRoute('decline', declinePattern),
];
