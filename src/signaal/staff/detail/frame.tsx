import type { ReactNode } from 'react';
import { Details, Form, HiddenField } from '#platform/web/components/index.ts';
import type { ActForm } from './model.ts';

interface FrameProps {
  readonly form: ActForm;
  readonly multipart?: boolean;
  readonly children: ReactNode;
}

/** A form of this page; it carries the state that its reader saw. */
export const ActFrame = ({ form, multipart, children }: FrameProps) => (
  <Form action={form.action} csrf={form.rq.csrf} {...(multipart ? { multipart } : {})}>
    <HiddenField name="versie" value={form.version} />
    {children}
  </Form>
);

/** The same, folded away until it is wanted; `anchor` is where other pages point at. */
export const FoldedAct = ({
  summary,
  anchor,
  ...frame
}: FrameProps & { summary: ReactNode; anchor?: string }) => (
  <div id={anchor}>
    <Details summary={summary} open={frame.form.isOpen}>
      <ActFrame {...frame} />
    </Details>
  </div>
);
