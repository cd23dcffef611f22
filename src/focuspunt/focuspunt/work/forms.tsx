import { mistakeOf } from '#gemeente/index.ts';
import { Select, TextArea, TextField } from '#platform/web/components/index.ts';
import { focuspuntTexts } from '../texts.ts';
import { FoldedForm, type FormProps, fieldsOf } from './act-form.tsx';
import type { Work } from './read.ts';

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
