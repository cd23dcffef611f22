import { formatDateTime } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  Button,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Link,
  Paragraph,
  Quote,
  RadioGroup,
  SummaryList,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { errorOf, errorsInWords, isWrong } from '../public/parts/form-words.ts';
import { verdicts } from './command.ts';
import { kindsInWords } from './list-page.tsx';
import { OVERRIDES, overridePath } from './paths.ts';
import type { Override } from './read.ts';
import { overrideTexts } from './texts.ts';

/** The page of one of them, with a form that may have come back. */
export interface OverridePage {
  readonly view: Override;
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  readonly stale: boolean;
  readonly done: boolean;
}

const Words = ({ rq, view }: { rq: Rq; view: Override }) => {
  const t = rq.texts(overrideTexts);
  if (view.text === null) return <Alert kind="info" title={t('override.wiped')} />;
  return (
    <>
      <Quote by={t('override.text')}>{view.text}</Quote>
      {view.place === '' ? null : <Quote by={t('override.place')}>{view.place}</Quote>}
      <Paragraph small>{t(view.hasPersons ? 'override.masked' : 'override.nothing_left')}</Paragraph>
    </>
  );
};

const ReviewForm = ({ rq, page: { view, raw, errors } }: { rq: Rq; page: OverridePage }) => {
  const t = rq.texts(overrideTexts);
  return (
    <Form action={overridePath(view.id)} csrf={rq.csrf}>
      <HiddenField name="versie" value={String(view.version)} />
      <RadioGroup
        name="oordeel"
        label={t('override.verdict')}
        value={raw.text('oordeel') || undefined}
        options={verdicts.map((value) => ({
          value,
          label: t(`choice.${value}`),
          description: t(`choice.${value}.hint`),
        }))}
        {...errorOf(rq, errors, 'oordeel')}
      />
      <TextArea
        name="opmerking"
        label={t('override.remark')}
        description={t('override.remark.hint')}
        rows={3}
        value={raw.text('opmerking')}
        {...errorOf(rq, errors, 'opmerking')}
      />
      <Button>{t('override.send')}</Button>
    </Form>
  );
};

const Verdict = ({ rq, view }: { rq: Rq; view: Override }) => {
  const t = rq.texts(overrideTexts);
  if (view.verdict === null || view.reviewedAt === null) return null;
  const moment = formatDateTime(view.reviewedAt, rq.lang);
  const verdict = t(`verdict.${view.verdict}`).toLowerCase();
  return (
    <>
      <Paragraph>{t('override.reviewed', { by: view.reviewedBy ?? '', moment, verdict })}</Paragraph>
      {view.remark === null ? null : <Quote by={t('override.remark')}>{view.remark}</Quote>}
    </>
  );
};

/** One text that the desk kept: what stands in it with dots on the persons, why, and what the privacy officer makes of it. */
export const overridePage = (rq: Rq, page: OverridePage): PageContent => {
  const t = rq.texts(overrideTexts);
  const { view, errors, stale, done } = page;
  const title = t('override.title', { number: view.number });
  return {
    title,
    width: 'staff',
    status: stale ? 409 : isWrong(errors) ? 422 : 200,
    hasErrors: isWrong(errors),
    current: OVERRIDES,
    body: (
      <>
        <Paragraph small>
          <Link href={OVERRIDES}>{t('override.back')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Heading level={1}>{title}</Heading>
        {stale ? <Alert kind="warning" title={t('override.stale')} announce /> : null}
        {done ? <Alert kind="ok" title={t('override.done')} announce /> : null}
        <SummaryList
          rows={[
            { key: 'kept', term: t('override.kept'), value: formatDateTime(view.at, rq.lang) },
            { key: 'by', term: t('override.by'), value: view.by },
            { key: 'reason', term: t('override.reason'), value: view.reason },
            { key: 'found', term: t('override.found'), value: kindsInWords(rq, view.kinds) },
          ]}
        />
        <Words rq={rq} view={view} />
        <Verdict rq={rq} view={view} />
        {view.verdict === null ? <ReviewForm rq={rq} page={page} /> : null}
      </>
    ),
  };
};
