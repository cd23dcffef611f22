import type { ReactNode } from 'react';
import { reachesObject } from '#people/index.ts';
import { formatDate } from '#platform/calendar/index.ts';
import { afterStep } from '#platform/state-machine.ts';
import {
  Alert,
  Button,
  Details,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  InlineForm,
  Link,
  Own,
  Paragraph,
  Quote,
  Section,
  Select,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { QUESTIONS } from '../paths.ts';
import { Beside } from '../register/beside.tsx';
import { type QuestionStep, questionMachine } from '../rules/question-states.ts';
import { councilTexts } from '../texts.ts';
import { type Failed, fieldsOf, mistakesOf } from '../web/failed.ts';
import { QuestionBadge } from './list-page.tsx';
import type { QuestionRow } from './read.ts';

/** One question with the departments to which it can go. */
export interface QuestionView {
  readonly question: QuestionRow;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

interface Props {
  readonly rq: Rq;
  readonly view: QuestionView;
  readonly failed: Failed | null;
}

const mayStep = (rq: Rq, { question }: QuestionView, step: QuestionStep): boolean => {
  if (afterStep(questionMachine, question.state, step) === null) return false;
  if (step === 'forward' || step === 'release') return rq.may('question.handle');
  const { gate } = rq.world;
  if (step === 'withdraw')
    return gate(rq.principal, 'question.ask', reachesObject(rq.principal, { accountIds: [question.askedBy] }))
      .ok;
  const departmentIds = question.departmentId === null ? [] : [question.departmentId];
  return gate(rq.principal, 'question.answer', reachesObject(rq.principal, { departmentIds })).ok;
};

const StepForm = ({ rq, view, path, children }: Props & { path: string; children: ReactNode }) => (
  <Form action={`${QUESTIONS}/${view.question.id}/${path}`} csrf={rq.csrf}>
    <HiddenField name="version" value={String(view.question.version)} />
    {children}
  </Form>
);

const Answering = (props: Props & { path: 'concept' | 'vrijgeven' }) => {
  const { rq, view, failed, path } = props;
  const t = rq.texts(councilTexts);
  const form = fieldsOf(rq, failed, path);
  return (
    <StepForm {...props}>
      <TextArea
        id={`answer-${path}`}
        name="answer"
        label={t('field.answer')}
        description={t('question.answer.hint')}
        rows={6}
        value={form.isOpen ? form.typed('answer') : (view.question.answer ?? '')}
        {...form.error('answer')}
      />
      <Button>{t(path === 'concept' ? 'question.step.draft' : 'question.step.release')}</Button>
    </StepForm>
  );
};

const Forwarding = (props: Props) => {
  const { rq, view, failed } = props;
  const t = rq.texts(councilTexts);
  const form = fieldsOf(rq, failed, 'doorsturen');
  const fields = (
    <StepForm {...props} path="doorsturen">
      <Select
        name="department"
        label={t('field.department')}
        emptyLabel={t('choose')}
        value={form.typed('department')}
        options={view.departments.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.error('department')}
      />
      <Button look={view.question.state === 'asked' ? 'primary' : 'secondary'}>
        {t('question.step.forward')}
      </Button>
    </StepForm>
  );
  if (view.question.state === 'asked') return fields;
  return (
    <Details summary={t('question.otherDepartment')} open={form.isOpen}>
      {fields}
    </Details>
  );
};

const Steps = (props: Props) => {
  const { rq, view } = props;
  const t = rq.texts(councilTexts);
  const may = (step: QuestionStep) => mayStep(rq, view, step);
  return (
    <>
      {may('draft') ? <Answering {...props} path="concept" /> : null}
      {may('release') ? <Answering {...props} path="vrijgeven" /> : null}
      {may('forward') ? <Forwarding {...props} /> : null}
      {may('withdraw') ? (
        <InlineForm
          action={`${QUESTIONS}/${view.question.id}/intrekken`}
          csrf={rq.csrf}
          look="subtle"
          fields={[{ name: 'version', value: String(view.question.version) }]}
          label={t('question.step.withdraw')}
        />
      ) : null}
    </>
  );
};

/** One question: what was asked, where it lies, and the answer once the griffie gave it. */
export const questionPage = (rq: Rq, view: QuestionView, failed: Failed | null): PageContent => {
  const t = rq.texts(councilTexts);
  const { question } = view;
  const errors = mistakesOf(rq, failed);
  const asked = formatDate(question.askedAt, rq.lang);
  return {
    title: t('question.one'),
    width: 'staff',
    current: QUESTIONS,
    ...(failed ? { status: failed.status, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={QUESTIONS}>{t('question.list')}</Link>
        </Paragraph>
        {errors.length > 0 ? <ErrorSummary lang={rq.lang} errors={errors} /> : null}
        {rq.url.searchParams.has('opgeslagen') && !failed ? (
          <Alert kind="ok" announce title={t('saved')} />
        ) : null}
        <Heading level={1}>{t('question.one')}</Heading>
        <QuestionBadge rq={rq} state={question.state} />
        <Quote by={t('question.asked.on', { date: asked })}>{question.question}</Quote>
        <Paragraph>
          {question.department === null
            ? t('question.atClerk')
            : t('question.at', { department: question.department })}
        </Paragraph>
        {question.answer === null ? null : (
          <Section
            id="answer"
            title={t(question.state === 'answered' ? 'field.answer' : 'question.draftAnswer')}
          >
            <Paragraph>
              <Own>{question.answer}</Own>
            </Paragraph>
          </Section>
        )}
        <Beside rq={rq} about={question.about} mentionedBy={[]} />
        <Steps rq={rq} view={view} failed={failed} />
      </>
    ),
  };
};
