import type { ReactNode } from 'react';
import { Form, HiddenField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { REGISTER } from '../paths.ts';
import type { Failed } from '../web/failed.ts';
import type { ItemView } from './one.ts';

/** One motie or toezegging as its page shows it, with a form that was not right. */
export interface ItemProps {
  readonly rq: Rq;
  readonly view: ItemView;
  readonly failed: Failed | null;
}

/** One step, at the version that its reader saw. */
export const StepForm = ({ rq, view, path, children }: ItemProps & { path: string; children: ReactNode }) => (
  <Form action={`${REGISTER}/${view.item.id}/${path}`} csrf={rq.csrf}>
    <HiddenField name="version" value={String(view.item.version)} />
    {children}
  </Form>
);
