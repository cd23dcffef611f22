import { dayIn, mistakeOf, optionalDayIn, type Typed, wholeNumberIn } from '#gemeente/index.ts';
import { decimalIn, emptyGoal, idIn, monitorTexts, optionalTextIn, wordIn } from '#monitor/index.ts';
import { DateField, RadioGroup, Select, TextArea, TextField } from '#platform/web/components/index.ts';
import type { RepairGoal } from '../commands/repair.ts';
import { focuspuntTexts } from '../texts.ts';
import { FoldedForm, type FormProps, fieldsOf } from './act-form.tsx';
import type { Work } from './read.ts';

const KINDS = ['figure', 'milestone', 'judgement'] as const;

/** What was typed, as the command wants it; the baseline counts only with a value. */
export const repairIn = (typed: Typed, focuspuntId: string): RepairGoal => {
  const kind = wordIn(typed, 'kind', KINDS) ?? 'figure';
  const value = kind === 'figure' ? decimalIn(typed, 'value') : null;
  return {
    focuspuntId,
    goal: {
      ...emptyGoal,
      kind,
      title: typed.text('title'),
      definition: typed.text('definition'),
      unit: optionalTextIn(typed, 'unit'),
      source: typed.text('source'),
      direction: wordIn(typed, 'direction', ['up', 'down']),
      targetValue: decimalIn(typed, 'targetValue'),
      targetText: optionalTextIn(typed, 'targetText'),
      targetOn: optionalDayIn(typed, 'targetOn'),
      baselineDueOn: value === null ? optionalDayIn(typed, 'baselineDueOn') : null,
      judge: optionalTextIn(typed, 'judge'),
      ownerAccountId: idIn(typed, 'ownerAccountId'),
      ownerFunction: optionalTextIn(typed, 'ownerFunction'),
    },
    baseline:
      value === null
        ? null
        : {
            value,
            margin: null,
            n: wholeNumberIn(typed, 'n'),
            judgement: null,
            notMeasuredReason: null,
            measuredOn: dayIn(typed, 'measuredOn'),
            source: typed.text('source'),
            note: null,
          },
  };
};

type Fields = ReturnType<typeof fieldsOf> & Pick<FormProps, 'rq'>;

const lineOf =
  ({ typed, mistakes }: Fields) =>
  (name: string) => ({ name, value: typed.text(name), ...mistakeOf(mistakes, name) });

const dayOf =
  ({ rq, typed, mistakes }: Fields) =>
  (name: string) => ({ name, lang: rq.lang, value: typed.parts(name), ...mistakeOf(mistakes, name) });

const What = (fields: Fields) => {
  const { rq } = fields;
  const t = rq.texts(focuspuntTexts);
  const line = lineOf(fields);
  return (
    <>
      <TextField {...line('title')} label={t('goal.title')} description={t('goal.title.hint')} />
      <RadioGroup
        {...line('kind')}
        label={t('goal.kind')}
        options={KINDS.map((value) => ({ value, label: t(`goal.kind.${value}`) }))}
      />
      <TextArea {...line('definition')} rows={2} label={t('goal.definition')} note={t('form.optional')} />
      <TextField {...line('unit')} width={20} label={t('goal.unit')} description={t('goal.unit.hint')} />
      <TextField {...line('source')} label={t('goal.source')} />
      <TextField {...line('judge')} label={t('goal.judge')} note={t('form.optional')} />
    </>
  );
};

const Numbers = (fields: Fields) => {
  const { rq } = fields;
  const t = rq.texts(focuspuntTexts);
  const [line, day] = [lineOf(fields), dayOf(fields)];
  return (
    <>
      <TextField
        {...line('value')}
        width={10}
        inputMode="decimal"
        label={t('goal.baseline')}
        note={t('form.optional')}
      />
      <DateField {...day('measuredOn')} label={t('goal.measured_on')} />
      <TextField {...line('n')} width={10} inputMode="numeric" label={t('goal.n')} />
      <DateField {...day('baselineDueOn')} label={t('goal.baseline_due')} note={t('form.optional')} />
      <RadioGroup
        {...line('direction')}
        inline
        label={t('goal.direction')}
        options={(['up', 'down'] as const).map((value) => ({
          value,
          label: rq.texts(monitorTexts).dynamic(`direction.${value}`),
        }))}
      />
      <TextField
        {...line('targetValue')}
        width={10}
        inputMode="decimal"
        label={t('goal.target')}
        note={t('form.optional')}
      />
      <TextField {...line('targetText')} label={t('goal.target_text')} note={t('form.optional')} />
      <DateField {...day('targetOn')} label={t('goal.target_on')} />
    </>
  );
};

/** Goal, baseline, target, date and owner in one form: a focuspunt without indicator is repaired in three minutes. */
export const GoalForm = (props: FormProps & { readonly work: Work }) => {
  const { rq, work } = props;
  const t = rq.texts(focuspuntTexts);
  const fields = { rq, ...fieldsOf(props, 'doel', { kind: 'figure', ownerFunction: work.trekker_function }) };
  const { typed, mistakes } = fields;
  return (
    <FoldedForm {...props} path="doel" summary={t('goal.form')} button={t('goal.save')}>
      <What {...fields} />
      <Numbers {...fields} />
      <TextField
        name="ownerFunction"
        label={t('goal.owner')}
        value={typed.text('ownerFunction')}
        {...mistakeOf(mistakes, 'ownerFunction')}
      />
      <Select
        name="ownerAccountId"
        label={t('goal.owner_person')}
        note={t('form.optional')}
        emptyLabel={t('form.nobody')}
        options={work.people.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.text('ownerAccountId')}
        {...mistakeOf(mistakes, 'ownerAccountId')}
      />
    </FoldedForm>
  );
};
