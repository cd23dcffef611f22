import type { ReactNode } from 'react';
import { z } from 'zod';
import { dayIn, typedFields, wholeNumberIn } from '#gemeente/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { attempt, errorList } from '#platform/web/attempt.ts';
import {
  Alert,
  Details,
  ErrorSummary,
  Form,
  HiddenField,
  List,
  Paragraph,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { regieTexts } from '../texts.ts';

/** A form that came back: which one, what was typed, what was wrong. */
export interface Failed {
  /** The address it posts to. */
  readonly form: string;
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  /** Somebody else was first. */
  readonly stale: boolean;
}

/** A mistake in words; what another room refused is told as a step that cannot be taken now. */
const inWords = (rq: Rq, code: string): string => {
  const known = Object.hasOwn(regieTexts.nl, `error.${code}`) ? code : 'step_not_allowed';
  return rq.texts(regieTexts).dynamic(`error.${known}`);
};

/** The id of a field: a page holds several forms, so its name is not enough; an id begins with a letter. */
const fieldId = (form: string, name: string): string =>
  `form-${(form.split('/').at(-1) ?? '').split('?')[0]}-${name}`;

/** One form of a page: its fields with what was typed before and what was wrong. */
export const formOf = (rq: Rq, action: string, failed: Failed | null) => {
  const own = failed?.form === action ? failed : null;
  const wrong = (name: string): { error?: string } => {
    const code = own?.errors[name];
    return code === undefined ? {} : { error: inWords(rq, code) };
  };
  const place = (name: string) => ({ name, id: fieldId(action, name) });
  return {
    action,
    isOpen: own !== null,
    /** For text, choice and select: `standard` stands there before anything was typed. */
    field: (name: string, standard = '') => ({
      ...place(name),
      value: own ? own.raw.text(name) : standard,
      ...wrong(name),
    }),
    /** For a date of three parts; `standard` is `YYYY-MM-DD`. */
    day: (name: string, standard = '') => {
      const [year = '', month = '', day = ''] = standard.split('-');
      const value = own
        ? typedFields(own.raw).parts(name)
        : { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
      return { ...place(name), lang: rq.lang, value, ...wrong(name) };
    },
  };
};

/** A form with the version that its reader saw. */
export const ActForm = ({
  rq,
  action,
  version,
  children,
}: {
  rq: Rq;
  action: string;
  version?: number;
  children: ReactNode;
}) => (
  <Form action={action} csrf={rq.csrf}>
    {version === undefined ? null : <HiddenField name="version" value={String(version)} />}
    {children}
  </Form>
);

/** The same, folded away until it is wanted. */
export const FoldedForm = ({
  summary,
  isOpen,
  ...form
}: Parameters<typeof ActForm>[0] & { summary: string; isOpen: boolean }) => (
  <Details summary={summary} open={isOpen}>
    <ActForm {...form} />
  </Details>
);

const SHORT = 3;

/** What went wrong, above the page; of a page that changed meanwhile also what was typed, so that nothing is lost. */
export const Mistakes = ({ rq, failed }: { rq: Rq; failed: Failed | null }) => {
  if (!failed) return null;
  const t = rq.texts(regieTexts);
  if (!failed.stale) {
    const errors = errorList(
      failed.errors,
      (code) => inWords(rq, code),
      (field) => fieldId(failed.form, field),
    );
    return <ErrorSummary lang={rq.lang} errors={errors} />;
  }
  const typed = failed.raw.names
    .filter((name) => !name.startsWith('_') && name !== 'version')
    .flatMap((name) => (failed.raw.text(name).length > SHORT ? [failed.raw.text(name)] : []));
  const code = failed.errors.form ?? 'changed_meanwhile';
  return (
    <Alert kind="warning" title={t('stale.title')} announce>
      <Paragraph>{inWords(rq, code)}</Paragraph>
      {typed.length === 0 ? null : (
        <Details summary={t('stale.typed')} open>
          <List items={typed.map((text) => ({ key: text, content: text }))} />
        </Details>
      )}
    </Alert>
  );
};

/** The status and title mark of a page that shows a form again. */
export const pageState = (failed: Failed | null) => ({
  status: failed === null ? 200 : failed.stale ? 409 : 422,
  hasErrors: failed !== null && !failed.stale,
});

/** What was typed, read by the names of the form. */
export interface Sent {
  readonly text: (name: string) => string;
  /** A whole number, as of euros; null when empty, no number when unreadable. */
  readonly whole: (name: string) => number | null;
  readonly day: (name: string) => string;
  readonly version: number;
}

const sentOf = (raw: RawForm): Sent => ({
  text: raw.text,
  whole: (name) => wholeNumberIn(typedFields(raw), name),
  day: (name) => dayIn(typedFields(raw), name),
  version: /^\d{1,9}$/.test(raw.text('version')) ? Number(raw.text('version')) : -1,
});

interface Act<Output> {
  readonly path: string;
  /** The action of the role matrix. */
  readonly policy: string;
  readonly run: (rq: Rq, sent: Sent, id: string) => Promise<Output>;
  /** Shows the page again with the form that failed. */
  readonly again: (rq: Rq, id: string, failed: Failed) => Promise<Response>;
  readonly next: (output: Output, id: string) => string;
}

/** One form of this room: runs its command and goes on, or shows the page again with everything typed kept. */
export const actRoute = <Output,>(act: Act<Output>): Route =>
  defineRoute({
    method: 'POST',
    path: act.path,
    policy: act.policy,
    maxBody: 50_000,
    params: z.object({ id: z.string().default('') }),
    form: z.looseObject({}),
    handle: async (rq, { params: { id }, form }) => {
      const done = await attempt(() => act.run(rq, sentOf(form.raw), id));
      if (done.ok) return rq.redirect(act.next(done.value, id));
      const failed = { form: act.path.replace(':id', id), raw: form.raw, errors: done.errors };
      return act.again(rq, id, { ...failed, stale: done.status === 409 });
    },
  });

/** Only words that we know are said back: `?gedaan=decided`. */
export const doneQuery = z.object({
  gedaan: z
    .string()
    .refine((word) => Object.hasOwn(regieTexts.nl, `did.${word}`))
    .optional()
    .catch(undefined),
  na: z.string().max(100).optional().catch(undefined),
});

/** The act that just succeeded. */
export const Did = ({ rq, done }: { rq: Rq; done: string | undefined }) =>
  done === undefined ? null : (
    <Alert kind="ok" title={rq.texts(regieTexts).dynamic(`did.${done}`)} announce />
  );
