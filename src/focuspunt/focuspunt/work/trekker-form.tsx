import { type Mistakes, mistakeOf, type Typed } from '#gemeente/index.ts';
import { Select, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { focuspuntTexts } from '../texts.ts';
import { FoldedForm, type FormProps, fieldsOf } from './act-form.tsx';
import type { Work } from './read.ts';

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
