import { type Mistakes, mistakeOf, type Typed } from '#gemeente/index.ts';
import { DateField, RadioGroup, TextArea } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { focuspuntTexts } from '../texts.ts';
import { ActForm, type FormProps, fieldsOf } from './act-form.tsx';
import type { Work } from './read.ts';

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
