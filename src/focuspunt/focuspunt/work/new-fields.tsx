import { type Mistakes, mistakeOf, type Typed } from '#gemeente/index.ts';
import {
  DateField,
  Fieldset,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { focuspuntTexts } from '../texts.ts';
import type { Choices } from './new-model.ts';

/** Of which kind it can be. */
export const ORIGINS = ['problem', 'chance', 'initiative'] as const;

interface FieldsProps {
  readonly rq: Rq;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

/** A field by its name, as typed, with its mistake. */
export const lineOf =
  ({ typed, mistakes }: FieldsProps) =>
  (name: string) => ({ name, value: typed.text(name), ...mistakeOf(mistakes, name) });

/** What it is about and where. */
export const What = (props: FieldsProps & { readonly areas: Choices['areas'] }) => {
  const { rq, areas } = props;
  const t = rq.texts(focuspuntTexts);
  const line = lineOf(props);
  return (
    <>
      <TextField {...line('title')} label={t('field.title')} description={t('field.title.hint')} />
      <Select
        {...line('area')}
        label={t('field.area')}
        emptyLabel={t('form.choose')}
        options={areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...line('problem')} rows={3} label={t('field.problem')} />
      <TextArea
        {...line('public_summary')}
        rows={3}
        label={t('field.public_summary')}
        description={t('field.public_summary.hint')}
      />
      <RadioGroup
        {...line('origin')}
        inline
        label={t('field.origin')}
        options={ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))}
      />
    </>
  );
};

/** S5 of a problem; of the others what the wijkregisseur adds (0.2 D2). */
export const Door = (props: FieldsProps) => {
  const { rq, typed, mistakes } = props;
  const t = rq.texts(focuspuntTexts);
  const line = lineOf(props);
  return (
    <>
      <Fieldset legend={t('door.problem')}>
        <TextField {...line('effort')} label={t('field.effort')} />
        <TextField {...line('effort_by')} label={t('field.effort_by')} />
        <DateField
          lang={rq.lang}
          name="effort_since"
          label={t('field.effort_since')}
          value={typed.parts('effort_since')}
          {...mistakeOf(mistakes, 'effort_since')}
        />
        <TextArea {...line('effort_why_not')} rows={2} label={t('field.effort_why_not')} />
      </Fieldset>
      <Fieldset legend={t('door.other')}>
        <TextArea {...line('what_is_added')} rows={2} label={t('field.what_is_added')} />
      </Fieldset>
    </>
  );
};
