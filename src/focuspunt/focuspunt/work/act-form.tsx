import type { ReactNode } from 'react';
import { MistakeSummary, type Mistakes, noMistakes, storedFields, type Typed } from '#gemeente/index.ts';
import { Button, Details, Form, HiddenField, InlineForm } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { FOCUSPUNTEN } from '../paths.ts';
import type { Failed } from './act.ts';
import type { Work } from './read.ts';

/** What every form of the page works with. */
export interface FormProps {
  readonly rq: Rq;
  readonly work: Pick<Work, 'id' | 'version'>;
  readonly failed: Failed | null;
}

/** What stands in a form: as typed when it failed, else as stored. */
export const fieldsOf = (
  { failed }: Pick<FormProps, 'failed'>,
  form: string,
  stored: Parameters<typeof storedFields>[0],
): { readonly typed: Typed; readonly mistakes: Mistakes } =>
  failed?.form === form ? failed : { typed: storedFields(stored), mistakes: noMistakes };

interface ActFormProps extends FormProps {
  readonly path: string;
  readonly button: string;
  readonly children: ReactNode;
}

/** One form with its button, at the version that its reader saw. */
export const ActForm = ({ rq, work, failed, path, button, children }: ActFormProps) => (
  <>
    {failed?.form === path ? <MistakeSummary rq={rq} mistakes={failed.mistakes} /> : null}
    <Form action={`${FOCUSPUNTEN}/${work.id}/${path}`} csrf={rq.csrf}>
      <HiddenField name="versie" value={String(work.version)} />
      {children}
      <Button>{button}</Button>
    </Form>
  </>
);

/** The same, folded away until it is wanted. */
export const FoldedForm = ({ summary, ...form }: ActFormProps & { readonly summary: string }) => (
  <div id={form.path}>
    <Details summary={summary} open={form.failed?.form === form.path}>
      <ActForm {...form} />
    </Details>
  </div>
);

/** An act that asks nothing. */
export const ActButton = ({
  rq,
  work,
  path,
  label,
  look,
}: Omit<FormProps, 'failed'> & {
  readonly path: string;
  readonly label: string;
  readonly look?: 'primary' | 'secondary';
}) => (
  <InlineForm
    action={`${FOCUSPUNTEN}/${work.id}/${path}`}
    csrf={rq.csrf}
    label={label}
    look={look ?? 'secondary'}
    fields={[{ name: 'versie', value: String(work.version) }]}
  />
);
