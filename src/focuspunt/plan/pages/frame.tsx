import type { ReactNode } from 'react';
import { errorList } from '#platform/web/attempt.ts';
import { Alert, Details, ErrorSummary, Form, HiddenField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { planTexts } from '../texts.ts';
import { type ActForm, type Failed, fieldId } from './model.ts';

interface FrameProps {
  readonly rq: Rq;
  readonly form: ActForm;
  /** The version that its reader saw. */
  readonly version?: number;
  readonly children: ReactNode;
}

/** A form of a page; it carries the version that its reader saw. */
export const ActFrame = ({ rq, form, version, children }: FrameProps) => (
  <Form action={form.action} csrf={rq.csrf}>
    {version === undefined ? null : <HiddenField name="versie" value={String(version)} />}
    {children}
  </Form>
);

/** The same, folded away until it is wanted. */
export const FoldedAct = ({ summary, ...frame }: FrameProps & { summary: ReactNode }) => (
  <Details summary={summary} open={frame.form.isOpen}>
    <ActFrame {...frame} />
  </Details>
);

/** What went wrong, or that somebody else was first; nothing when nothing was. */
export const Problems = ({ rq, failed }: { rq: Rq; failed: Failed | null }) => {
  if (!failed) return null;
  const t = rq.texts(planTexts);
  const errors = errorList(
    failed.mistakes,
    (sentence) => sentence,
    (name) => fieldId(failed.form, name),
  );
  return (
    <>
      <ErrorSummary lang={rq.lang} errors={errors} />
      {failed.isStale ? (
        <Alert kind="warning" announce title={t('form.meanwhile')}>
          <p className="utrecht-paragraph">{t('form.meanwhileText')}</p>
        </Alert>
      ) : null}
    </>
  );
};
