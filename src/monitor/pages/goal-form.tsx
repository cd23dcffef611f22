import {
  dayIn,
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  optionalDayIn,
  SaveForm,
  type Typed,
  wholeNumberIn,
} from '#gemeente/index.ts';
import {
  Alert,
  DateField,
  Heading,
  HiddenField,
  Lead,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { GoalInput } from '../commands/goal-input.ts';
import type { GoalRow } from '../read/view.ts';
import type { GoalKind } from '../rules/gaps.ts';
import { monitorTexts } from '../texts.ts';
import { decimalIn, idIn, optionalTextIn, wordIn } from '../web/form.ts';

/** What the form of a goal shows. */
export interface GoalForm {
  readonly action: string;
  readonly back: string;
  readonly kind: GoalKind;
  readonly isNew: boolean;
  readonly version: number | null;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
  readonly isStale: boolean;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** The fields of a goal as they are stored, for its form. */
export const storedGoal = (goal: GoalRow) => ({
  title: goal.title,
  definition: goal.definition,
  unit: goal.unit,
  source: goal.source,
  direction: goal.direction,
  targetValue: goal.targetValue === null ? null : String(goal.targetValue).replace('.', ','),
  targetText: goal.targetText,
  targetOn: goal.targetOn,
  baselineDueOn: goal.baselineDueOn,
  measureEveryMonths: goal.measureEveryMonths,
  judge: goal.judge,
  ownerAccountId: goal.ownerAccountId,
  ownerFunction: goal.ownerFunction,
});

/** What was typed, as the command wants it. */
export const goalIn = (
  typed: Typed,
): Omit<GoalInput, 'goalId' | 'version' | 'objectKind' | 'objectId' | 'kind'> => ({
  title: typed.text('title'),
  definition: typed.text('definition'),
  unit: optionalTextIn(typed, 'unit'),
  source: typed.text('source'),
  direction: wordIn(typed, 'direction', ['up', 'down']),
  targetValue: decimalIn(typed, 'targetValue'),
  targetText: optionalTextIn(typed, 'targetText'),
  targetOn: optionalDayIn(typed, 'targetOn'),
  baselineDueOn: dayIn(typed, 'baselineDueOn') || null,
  measureEveryMonths: wholeNumberIn(typed, 'measureEveryMonths'),
  judge: optionalTextIn(typed, 'judge'),
  ownerAccountId: idIn(typed, 'ownerAccountId'),
  ownerFunction: optionalTextIn(typed, 'ownerFunction'),
});

interface FieldsProps {
  readonly rq: Rq;
  readonly form: GoalForm;
}

const What = ({ rq, form: { kind, typed, mistakes } }: FieldsProps) => {
  const t = rq.texts(monitorTexts);
  const field = (name: string) => ({ name, value: typed.text(name), ...mistakeOf(mistakes, name) });
  return (
    <>
      <TextField {...field('title')} label={t('form.title')} description={t('form.titleHelp')} />
      <TextArea
        {...field('definition')}
        rows={3}
        label={kind === 'judgement' ? t('form.question') : t('form.definition')}
        {...(kind === 'figure' ? { description: t('form.definitionHelp') } : {})}
      />
      {kind === 'judgement' ? (
        <TextField {...field('judge')} label={t('form.judge')} description={t('form.judgeHelp')} />
      ) : null}
      {kind === 'figure' ? (
        <TextField {...field('unit')} width={20} label={t('form.unit')} description={t('form.unitHelp')} />
      ) : null}
      <TextField
        {...field('source')}
        label={t('form.source')}
        description={t('form.sourceHelp')}
        note={t('form.optional')}
      />
    </>
  );
};

const Where = ({ rq, form: { kind, typed, mistakes } }: FieldsProps) => {
  const t = rq.texts(monitorTexts);
  const field = (name: string) => ({ name, value: typed.text(name), ...mistakeOf(mistakes, name) });
  const day = (name: string) => ({
    name,
    lang: rq.lang,
    value: typed.parts(name),
    ...mistakeOf(mistakes, name),
  });
  return (
    <>
      {kind === 'figure' ? (
        <>
          <RadioGroup
            {...field('direction')}
            inline
            label={t('form.direction')}
            options={(['up', 'down'] as const).map((value) => ({ value, label: t(`direction.${value}`) }))}
          />
          <TextField
            {...field('targetValue')}
            width={10}
            inputMode="decimal"
            label={t('form.targetValue')}
            note={t('form.optional')}
          />
          <DateField {...day('baselineDueOn')} label={t('form.baselineDueOn')} note={t('form.optional')} />
        </>
      ) : (
        <TextField {...field('targetText')} label={t('form.targetText')} note={t('form.optional')} />
      )}
      <DateField {...day('targetOn')} label={t('form.targetOn')} note={t('form.optional')} />
      {kind === 'milestone' ? null : (
        <TextField
          {...field('measureEveryMonths')}
          width={4}
          inputMode="numeric"
          label={t('form.measureEvery')}
          note={t('form.optional')}
        />
      )}
    </>
  );
};

const Who = ({ rq, form: { typed, mistakes, people } }: FieldsProps) => {
  const t = rq.texts(monitorTexts);
  return (
    <>
      <TextField
        name="ownerFunction"
        label={t('form.ownerFunction')}
        description={t('form.ownerFunctionHelp')}
        value={typed.text('ownerFunction')}
        {...mistakeOf(mistakes, 'ownerFunction')}
      />
      <Select
        name="ownerAccountId"
        label={t('form.owner')}
        emptyLabel={t('form.ownerNone')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.text('ownerAccountId')}
        {...mistakeOf(mistakes, 'ownerAccountId')}
      />
    </>
  );
};

/** The form of a goal: what, where to, and who. */
export const goalFormPage = (rq: Rq, form: GoalForm): PageContent => {
  const t = rq.texts(monitorTexts);
  const title = form.isNew ? t('form.new') : t('form.change');
  const isWrong = Object.keys(form.mistakes).length > 0;
  return {
    title,
    width: 'staff',
    current: '/doelen',
    ...(isWrong ? { status: 422, hasErrors: true } : form.isStale ? { status: 409 } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={form.mistakes} />
        {form.isStale ? (
          <Alert kind="warning" announce title={t('form.meanwhile')}>
            <p className="utrecht-paragraph">{t('form.meanwhileText')}</p>
          </Alert>
        ) : null}
        <Heading level={1}>{title}</Heading>
        <Lead>{t(`form.lead.${form.kind}`)}</Lead>
        <SaveForm rq={rq} action={form.action} back={form.back}>
          <HiddenField name="versie" value={String(form.version ?? '')} />
          <What rq={rq} form={form} />
          <Where rq={rq} form={form} />
          <Who rq={rq} form={form} />
        </SaveForm>
      </>
    ),
  };
};
