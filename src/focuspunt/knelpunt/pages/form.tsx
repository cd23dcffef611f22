import type { ReactNode } from 'react';
import { errorList, type Failure } from '#platform/web/attempt.ts';
import { Details, type FieldError, Form, HiddenField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { knelpuntTexts } from '../texts.ts';

/** A form that came back: which one, what was typed, what was wrong. */
export interface Failed extends Failure {
  readonly form: string;
  readonly raw: RawForm;
}

/** What one form of a page needs: its address, what was typed before, its mistakes, and ids of its own. */
export interface ActForm {
  readonly rq: Rq;
  readonly action: string;
  readonly version: number;
  /** It came back, so it stands open. */
  readonly isOpen: boolean;
  readonly typed: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly field: (
    name: string,
    prefilled?: string,
  ) => { name: string; id: string; value: string; error?: string };
}

/** The page a form belongs to. */
export interface FormPage {
  readonly failed: Failed | null;
  readonly knelpunt: { readonly id: string; readonly version: number };
}

/** The id of one field of one form: a page holds several forms, so a name is not enough. */
export const fieldId = (path: string, name: string): string => `${path.replaceAll('/', '-')}-${name}`;

/** The words of one mistake. */
export const mistakeIn = (rq: Rq, failed: Failed, field: string): { error?: string } => {
  const code = failed.errors[field];
  return code === undefined ? {} : { error: rq.texts(knelpuntTexts).dynamic(`error.${code}`, failed.values) };
};

/** All mistakes of the form that came back, for the summary above the page. */
export const mistakesOf = (rq: Rq, failed: Failed): FieldError[] =>
  errorList(
    failed.errors,
    (code) => rq.texts(knelpuntTexts).dynamic(`error.${code}`, failed.values),
    (field) => fieldId(failed.form, field),
  );

/** The form behind `/knelpunten/:id/<path>`; fields start with what was typed, else with `prefilled`. */
export const actForm = (rq: Rq, { failed: back, knelpunt }: FormPage, path: string): ActForm => {
  const failed = back?.form === path ? back : null;
  return {
    rq,
    action: `/knelpunten/${knelpunt.id}/${path}`,
    version: knelpunt.version,
    isOpen: failed !== null,
    typed: (name) => failed?.raw.text(name) ?? '',
    all: (name) => failed?.raw.all(name) ?? [],
    field: (name, prefilled = '') => ({
      name,
      id: fieldId(path, name),
      value: failed ? failed.raw.text(name) : prefilled,
      ...(failed ? mistakeIn(rq, failed, name) : {}),
    }),
  };
};

/** A form of this page; it carries the version that its reader saw. */
export const ActFrame = ({ form, children }: { form: ActForm; children: ReactNode }) => (
  <Form action={form.action} csrf={form.rq.csrf}>
    <HiddenField name="versie" value={String(form.version)} />
    {children}
  </Form>
);

interface FoldedProps {
  readonly form: ActForm;
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** The next act of the page stands open. */
  readonly first?: boolean;
}

/** The same, folded away until it is wanted. */
export const FoldedAct = ({ form, summary, children, first }: FoldedProps) => (
  <Details summary={summary} open={form.isOpen || first === true}>
    <ActFrame form={form}>{children}</ActFrame>
  </Details>
);
