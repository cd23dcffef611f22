import {
  dayIn,
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  SaveForm,
  type Typed,
  wholeNumberIn,
} from '#gemeente/index.ts';
import { formatDate } from '#platform/calendar/index.ts';
import {
  DateField,
  Heading,
  HiddenField,
  Lead,
  Link,
  Own,
  Paragraph,
  RadioGroup,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { MeasurementInput } from '../commands/enter-measurement.ts';
import type { GoalView, Measurement } from '../read/view.ts';
import { monitorTexts } from '../texts.ts';
import { decimalIn, optionalTextIn, wordIn } from '../web/form.ts';

const ROLES = ['baseline', 'interim', 'test'] as const;
const JUDGEMENTS = ['reached', 'partly', 'not_reached'] as const;

/** What the form of a measurement shows. */
export interface MeasureForm {
  readonly goal: GoalView;
  /** The row that is put right; null for a new one. */
  readonly corrects: Measurement | null;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

/** What was typed, as the command wants it. */
export const measurementIn = (
  typed: Typed,
  goalId: string,
  corrects: Measurement | null,
): MeasurementInput => {
  const isMeasured = typed.text('what') !== 'no';
  return {
    goalId,
    role: wordIn(typed, 'role', ROLES) ?? corrects?.role ?? 'interim',
    value: isMeasured ? decimalIn(typed, 'value') : null,
    margin: isMeasured ? decimalIn(typed, 'margin') : null,
    n: isMeasured ? wholeNumberIn(typed, 'n') : null,
    judgement: isMeasured ? wordIn(typed, 'judgement', JUDGEMENTS) : null,
    notMeasuredReason: isMeasured ? null : typed.text('notMeasuredReason'),
    measuredOn: dayIn(typed, 'measuredOn'),
    source: typed.text('source'),
    note: optionalTextIn(typed, 'note'),
    correctsId: corrects?.id ?? null,
  };
};

interface FieldsProps {
  readonly rq: Rq;
  readonly form: MeasureForm;
}

const fieldOf =
  ({ typed, mistakes }: MeasureForm) =>
  (name: string) => ({
    name,
    value: typed.text(name),
    ...mistakeOf(mistakes, name),
  });

const Outcome = ({ rq, form }: FieldsProps) => {
  const t = rq.texts(monitorTexts);
  const field = fieldOf(form);
  if (form.goal.kind !== 'figure') {
    return (
      <RadioGroup
        {...field('judgement')}
        label={t('measure.judgement')}
        options={JUDGEMENTS.map((value) => ({ value, label: t(`judgement.${value}`) }))}
      />
    );
  }
  const { unit } = form.goal;
  return (
    <>
      <TextField
        {...field('value')}
        width={10}
        inputMode="decimal"
        label={unit === null ? t('measure.value') : t('measure.valueUnit', { unit })}
      />
      <TextField {...field('n')} width={10} inputMode="numeric" label={t('measure.n')} />
      <TextField
        {...field('margin')}
        width={10}
        inputMode="decimal"
        label={t('measure.margin')}
        description={t('measure.marginHelp')}
        note={t('form.optional')}
      />
    </>
  );
};

const Fields = ({ rq, form }: FieldsProps) => {
  const t = rq.texts(monitorTexts);
  const field = fieldOf(form);
  return (
    <>
      <DateField
        name="measuredOn"
        lang={rq.lang}
        label={t('measure.on')}
        value={form.typed.parts('measuredOn')}
        {...mistakeOf(form.mistakes, 'measuredOn')}
      />
      <RadioGroup
        {...field('role')}
        label={t('measure.role')}
        options={ROLES.filter((role) => role !== 'baseline' || form.goal.kind === 'figure').map((value) => ({
          value,
          label: t(`role.${value}`),
        }))}
      />
      <RadioGroup
        {...field('what')}
        label={t('measure.what')}
        options={[
          { value: 'yes', label: t('measure.yes') },
          { value: 'no', label: t('measure.no') },
        ]}
      />
      <Outcome rq={rq} form={form} />
      <TextField {...field('source')} label={t('measure.source')} />
      <TextField {...field('notMeasuredReason')} label={t('measure.reason')} note={t('form.optional')} />
      <TextArea {...field('note')} rows={2} label={t('measure.note')} note={t('form.optional')} />
    </>
  );
};

/** The form of a measurement, or of the row that puts one right. */
export const measureFormPage = (rq: Rq, form: MeasureForm): PageContent => {
  const t = rq.texts(monitorTexts);
  const { goal, corrects } = form;
  const title = corrects ? t('measure.titleCorrect') : t('measure.title');
  const isWrong = Object.keys(form.mistakes).length > 0;
  return {
    title,
    width: 'staff',
    current: '/doelen',
    ...(isWrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={form.mistakes} />
        <Paragraph>
          <Link href={`/doelen/${goal.id}`}>
            <Own>{goal.title}</Own>
          </Link>
        </Paragraph>
        <Heading level={1}>{title}</Heading>
        <Lead>
          {corrects
            ? t('measure.correctLead', { date: formatDate(corrects.measuredOn, rq.lang) })
            : t('measure.lead')}
        </Lead>
        <SaveForm rq={rq} action={`/doelen/${goal.id}/meten`} back={`/doelen/${goal.id}`}>
          {corrects ? <HiddenField name="verbetert" value={corrects.id} /> : null}
          <Fields rq={rq} form={form} />
        </SaveForm>
      </>
    ),
  };
};
