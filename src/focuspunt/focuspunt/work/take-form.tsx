import { mistakeOf } from '#gemeente/index.ts';
import { Select } from '#platform/web/components/index.ts';
import { focuspuntTexts } from '../texts.ts';
import { FoldedForm, type FormProps, fieldsOf } from './act-form.tsx';
import type { Work } from './read.ts';

/** Takes in a knelpunt of the same area that was found later; nothing where there is none. */
export const TakeForm = (props: FormProps & { readonly work: Work }) => {
  const { rq, work } = props;
  const t = rq.texts(focuspuntTexts);
  if (work.openKnelpunten.length === 0) return null;
  const { typed, mistakes } = fieldsOf(props, 'knelpunt', {});
  return (
    <FoldedForm {...props} path="knelpunt" summary={t('take.form')} button={t('take.save')}>
      <Select
        name="knelpunt"
        label={t('take.which')}
        value={typed.text('knelpunt')}
        options={work.openKnelpunten.map(({ id, number, title }) => ({
          value: id,
          label: t('work.knelpunt', { number, title }),
        }))}
        {...mistakeOf(mistakes, 'knelpunt')}
      />
    </FoldedForm>
  );
};
