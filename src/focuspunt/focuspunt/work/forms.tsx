import type { ReactNode } from 'react';
import {
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  noMistakes,
  storedFields,
  type Typed,
} from '#gemeente/index.ts';
import {
  Button,
  DateField,
  Details,
  Form,
  HiddenField,
  InlineForm,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { FOCUSPUNTEN } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
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

/** Who carries it: a person, or a function in an organisation (G3). */
export const TrekkerForm = (props: FormProps & { readonly work: Work }) => {
  const { rq, work } = props;
  const t = rq.texts(focuspuntTexts);
  const { typed, mistakes } = fieldsOf(props, 'trekker', {
    trekkerFunction: work.trekker_function,
    trekker: work.trekker_account_id,
    trekkerDepartment: work.trekkerDepartmentId,
  });
  return (
    <FoldedForm {...props} path="trekker" summary={t('trekker.form')} button={t('trekker.save')}>
      <TrekkerFields
        rq={rq}
        typed={typed}
        mistakes={mistakes}
        people={work.people}
        departments={work.departments}
      />
    </FoldedForm>
  );
};

interface TrekkerFieldsProps {
  readonly rq: Rq;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
  readonly people: Work['people'];
  readonly departments: Work['departments'];
}

/** The three fields that say who carries it. */
export const TrekkerFields = ({ rq, typed, mistakes, people, departments }: TrekkerFieldsProps) => {
  const t = rq.texts(focuspuntTexts);
  const options = (named: Work['people']) => named.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextField
        name="trekkerFunction"
        label={t('trekker.function')}
        description={t('trekker.function.hint')}
        value={typed.text('trekkerFunction')}
        {...mistakeOf(mistakes, 'trekker_function')}
      />
      <Select
        name="trekkerDepartment"
        label={t('trekker.organisation')}
        emptyLabel={t('form.choose')}
        options={options(departments)}
        value={typed.text('trekkerDepartment')}
      />
      <Select
        name="trekker"
        label={t('trekker.person')}
        description={t('trekker.person.hint')}
        note={t('form.optional')}
        emptyLabel={t('form.nobody')}
        options={options(people)}
        value={typed.text('trekker')}
        {...mistakeOf(mistakes, 'trekker')}
      />
    </>
  );
};

/** The words residents read, and which money belongs to it. */
export const DescribeForm = (props: FormProps & { readonly work: Work }) => {
  const { rq, work } = props;
  const t = rq.texts(focuspuntTexts);
  const { typed, mistakes } = fieldsOf(props, 'omschrijven', {
    public_summary: work.summary,
    budget: work.budget_line,
  });
  return (
    <FoldedForm {...props} path="omschrijven" summary={t('describe.form')} button={t('describe.save')}>
      <TextArea
        name="public_summary"
        rows={3}
        label={t('field.public_summary')}
        description={t('field.public_summary.hint')}
        value={typed.text('public_summary')}
        {...mistakeOf(mistakes, 'public_summary')}
      />
      <TextField
        name="budget"
        label={t('field.budget')}
        description={t('field.budget.hint')}
        value={typed.text('budget')}
        {...mistakeOf(mistakes, 'budget')}
      />
    </FoldedForm>
  );
};

/** In which round it is decided. */
export const RoundForm = (props: FormProps & { readonly work: Work }) => {
  const { rq, work } = props;
  const t = rq.texts(focuspuntTexts);
  const { typed, mistakes } = fieldsOf(props, 'ronde', { round: work.roundId });
  return (
    <FoldedForm {...props} path="ronde" summary={t('round.choose')} button={t('round.choose.save')}>
      <Select
        name="round"
        label={t('round.choose.label')}
        emptyLabel={t('round.alone')}
        options={work.rounds.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.text('round')}
        {...mistakeOf(mistakes, 'round')}
      />
    </FoldedForm>
  );
};

const OUTCOMES = ['set', 'rejected', 'held'] as const;

/** The college decides: set, refuse with a reason, hold until a day. */
export const DecisionForm = (props: FormProps & { readonly work: Work }) => {
  const { rq, work } = props;
  const t = rq.texts(focuspuntTexts);
  const needsDay = work.gaps.includes('goal') || work.gaps.includes('baseline');
  const { typed, mistakes } = fieldsOf(props, 'besluit', {
    without_baseline_until: needsDay ? work.baselineDay : null,
  });
  return (
    <ActForm {...props} path="besluit" button={t('decide.save')}>
      <DecisionFields rq={rq} typed={typed} mistakes={mistakes} needsDay={needsDay} prefix="" />
    </ActForm>
  );
};

interface DecisionFieldsProps {
  readonly rq: Rq;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
  readonly needsDay: boolean;
  /** Before the ids, so that several of these can stand on one page. */
  readonly prefix: string;
}

/** The fields of one decision. */
export const DecisionFields = ({ rq, typed, mistakes, needsDay, prefix }: DecisionFieldsProps) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <>
      <RadioGroup
        id={`${prefix}outcome`}
        name="outcome"
        label={t('decide.outcome')}
        value={typed.text('outcome')}
        options={OUTCOMES.map((value) => ({ value, label: t(`decide.${value}`) }))}
        {...mistakeOf(mistakes, 'outcome')}
      />
      {needsDay ? (
        <DateField
          lang={rq.lang}
          id={`${prefix}without_baseline_until`}
          name="without_baseline_until"
          label={t('decide.baseline_day')}
          description={t('decide.baseline_day.hint')}
          value={typed.parts('without_baseline_until')}
          {...mistakeOf(mistakes, 'without_baseline_until')}
        />
      ) : null}
      <DateField
        lang={rq.lang}
        id={`${prefix}held_until`}
        name="held_until"
        label={t('decide.held_day')}
        note={t('form.optional')}
        value={typed.parts('held_until')}
        {...mistakeOf(mistakes, 'held_until')}
      />
      <TextArea
        id={`${prefix}reason`}
        name="reason"
        rows={3}
        label={t('decide.reason')}
        description={t('decide.reason.hint')}
        note={t('form.optional')}
        value={typed.text('reason')}
        {...mistakeOf(mistakes, 'reason')}
      />
    </>
  );
};
