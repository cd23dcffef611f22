import { formatDate, isoDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { afterStep } from '#platform/state-machine.ts';
import {
  Alert,
  Button,
  ButtonRow,
  Details,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Link,
  LinkButton,
  Paragraph,
  Quote,
  SummaryList,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { errorOf, errorsInWords, isWrong } from '../../public/parts/form-words.ts';
import { type CarePatternStep, carePatternMachine } from '../../rules/care-pattern-states.ts';
import { voiceTexts } from '../texts.ts';
import { GATE, NamedNote } from './give-page.tsx';
import { PatternState, patternTitle } from './list-page.tsx';
import { PATTERNS } from './notices.ts';
import type { PatternView } from './read.ts';

/** One pattern with a form that may have come back. */
export interface OnePage {
  readonly view: PatternView;
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  readonly thread: React.ReactNode;
  /** Somebody else was first: what is true now stands on the page, what was typed in its form. */
  readonly stale: boolean;
}

/** Each step with its address and its one field. */
export const STEPS: Readonly<Record<CarePatternStep, { readonly path: string; readonly field: string }>> = {
  accept: { path: 'aannemen', field: 'zin' },
  ask: { path: 'vragen', field: 'vraag' },
  decline: { path: 'afwijzen', field: 'reden' },
  reply: { path: 'antwoord', field: 'antwoord' },
};

const StepForm = ({ rq, page, step }: { rq: Rq; page: OnePage; step: CarePatternStep }) => {
  const t = rq.texts(voiceTexts);
  const { path, field } = STEPS[step];
  const { id, version } = page.view.pattern;
  const isFirst = step === 'accept' || step === 'reply';
  const form = (
    <Form action={`${PATTERNS}/${id}/${path}`} csrf={rq.csrf}>
      <HiddenField name="versie" value={String(version)} />
      <TextArea
        name={field}
        label={t(`pattern.${step}.label`)}
        description={t('pattern.note.hint')}
        rows={3}
        value={page.raw.text(field)}
        {...errorOf(rq, page.errors, field)}
      />
      <Button look={isFirst ? 'primary' : 'secondary'}>{t(`step.${step}`)}</Button>
    </Form>
  );
  if (isFirst) return form;
  const isOpen = page.errors[field] !== undefined || page.raw.text(field) !== '';
  return (
    <Details summary={t(`step.${step}`)} open={isOpen}>
      {form}
    </Details>
  );
};

/** The one next act first. */
const ORDER: readonly CarePatternStep[] = ['reply', 'accept', 'ask', 'decline'];

const stepsOf = ({ pattern, mayDecide, mayReply }: PatternView): CarePatternStep[] =>
  ORDER.filter(
    (step) =>
      afterStep(carePatternMachine, pattern.state, step) !== null &&
      (step === 'reply' ? mayReply : mayDecide),
  );

const Told = ({ rq, view: { pattern } }: { rq: Rq; view: PatternView }) => {
  const t = rq.texts(voiceTexts);
  const { question, answer, decisionNote } = pattern;
  return (
    <>
      {question === null ? null : <Quote by={t('pattern.question')}>{question}</Quote>}
      {answer === null ? null : <Quote by={t('pattern.answer')}>{answer}</Quote>}
      {decisionNote === null ? null : <Quote by={t('pattern.decision')}>{decisionNote}</Quote>}
    </>
  );
};

const What = ({ rq, view: { pattern } }: { rq: Rq; view: PatternView }) => {
  const t = rq.texts(voiceTexts);
  const day = (moment: Date): string => formatDate(isoDate(moment), rq.lang);
  const { dueAt, decidedAt, note } = pattern;
  return (
    <SummaryList
      rows={[
        {
          key: 'size',
          term: t('pattern.size.term'),
          value: t('pattern.about', { size: t(`size.${pattern.sizeClass}`) }),
        },
        { key: 'given', term: t('pattern.given'), value: day(pattern.createdAt) },
        ...(note === null ? [] : [{ key: 'note', term: t('pattern.note'), value: note }]),
        ...(dueAt === null ? [] : [{ key: 'due', term: t('pattern.due'), value: day(dueAt) }]),
        ...(decidedAt === null
          ? []
          : [{ key: 'decided', term: t('pattern.decided'), value: day(decidedAt) }]),
      ]}
    />
  );
};

/** An accepted pattern waits for nobody: it goes on in a knelpunt (C1.10). */
const Next = ({ rq }: { rq: Rq }) => {
  const t = rq.texts(voiceTexts);
  return (
    <>
      <Paragraph>{t('pattern.next')}</Paragraph>
      <ButtonRow>
        <LinkButton href="/knelpunten/nieuw">{t('pattern.next.new')}</LinkButton>
        <LinkButton href="/knelpunten" look="subtle">
          {t('pattern.next.list')}
        </LinkButton>
      </ButtonRow>
    </>
  );
};

/** One pattern: what it says, where it stands, what was asked and answered, and the one next act. */
export const onePatternPage = (rq: Rq, page: OnePage): PageContent => {
  const t = rq.texts(voiceTexts);
  const { view, errors, stale } = page;
  const title = t('pattern.one', { number: view.pattern.number, name: patternTitle(rq, view.pattern) });
  const back = view.mayReply ? GATE : PATTERNS;
  return {
    title,
    status: stale ? 409 : isWrong(errors) ? 422 : 200,
    hasErrors: isWrong(errors),
    current: back,
    body: (
      <>
        <Paragraph small>
          <Link href={back}>{t('pattern.back')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Heading level={1}>{title}</Heading>
        {stale ? <Alert kind="warning" title={t('pattern.stale')} announce /> : null}
        {page.thread}
        <p>
          <PatternState rq={rq} row={view.pattern} />
        </p>
        <What rq={rq} view={view} />
        <Told rq={rq} view={view} />
        <NamedNote rq={rq} texts={Object.values(STEPS).map(({ field }) => page.raw.text(field))} />
        {stepsOf(view).map((step) => (
          <StepForm key={step} rq={rq} page={page} step={step} />
        ))}
        {view.mayDecide && view.pattern.state === 'accepted' && rq.may('knelpunt.make') ? (
          <Next rq={rq} />
        ) : null}
      </>
    ),
  };
};
