import { z } from 'zod';
import { dayIn, type Mistakes, optionalDayIn, type Typed, typedFields } from '#gemeente/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { attemptInput, renamed } from '#platform/web/attempt.ts';
import { filledForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Form } from '#platform/web/route.ts';
import { memoryKinds } from '../read.ts';
import { wijkteamTexts } from '../texts.ts';

const composed = <Input>(values: (typed: Typed) => unknown, schema: z.ZodType<Input>): z.ZodType<Input> =>
  z
    .record(z.string(), z.string())
    .transform((fields) => values(typedFields(filledForm(fields))))
    .pipe(schema as z.ZodType<Input, unknown>);

/** The fields of a new member. */
export const memberForm = composed(
  (typed) => ({
    areaId: typed.text('area'),
    departmentId: typed.text('departmentId'),
    function: typed.text('function'),
    name: typed.text('name'),
    mail: typed.text('mail'),
    accountId: typed.text('accountId') || null,
    publicContact: typed.text('publicContact'),
    standing: typed.text('standing') === 'ja',
    validFrom: dayIn(typed, 'validFrom'),
  }),
  z.object({
    areaId: z.uuid('area_unknown'),
    departmentId: z.uuid('organisation_unknown'),
    function: z.string(),
    name: z.string(),
    mail: z.string(),
    accountId: z.uuid('account_unknown').nullable(),
    publicContact: z.string(),
    standing: z.boolean(),
    validFrom: z.string(),
  }),
);

/** The last day of a membership. */
export const endForm = composed(
  (typed) => ({ lastDay: dayIn(typed, 'lastDay') }),
  z.object({ lastDay: z.string() }),
);

/** The fields of a note; a kind that no form offers becomes the first. */
export const memoryForm = composed(
  (typed) => ({
    areaId: typed.text('area'),
    kind: memoryKinds.find((kind) => kind === typed.text('kind')) ?? memoryKinds[0],
    text: typed.text('text'),
    startsOn: dayIn(typed, 'startsOn'),
    endsOn: optionalDayIn(typed, 'endsOn'),
    public: typed.text('public') === 'ja',
  }),
  z.object({
    areaId: z.uuid('area_unknown'),
    kind: z.enum(memoryKinds),
    text: z.string(),
    startsOn: z.string(),
    endsOn: z.string().nullable(),
    public: z.boolean(),
  }),
);

/** Which area a page shows; without one the first that the visitor works in. */
export const areaQuery = z.object({ gebied: z.uuid().optional().catch(undefined) });

/** What a form led to: null when it was done, else its mistakes in words by field. */
export const tryForm = async <Input>(
  rq: Rq,
  form: Form<Input>,
  run: (value: Input) => Promise<unknown>,
): Promise<Mistakes | null> => {
  if (!form.ok) return inWords(rq, form.errors);
  const { value } = form;
  const done = await attemptInput(() => run(value));
  return done.ok ? null : inWords(rq, done.errors);
};

/** The commands name an area by its id, the forms by the field in which it is chosen. */
const FIELDS: Readonly<Record<string, string>> = { areaId: 'area' };

const inWords = (rq: Rq, errors: FieldErrors): Mistakes => {
  const t = rq.texts(wijkteamTexts);
  return Object.fromEntries(
    Object.entries(renamed(errors, FIELDS)).map(([field, code]) => [field, t.dynamic(`error.${code}`)]),
  );
};
