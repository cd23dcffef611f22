import { DateField, RadioGroup, Select, TextArea, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { councilTexts } from '../texts.ts';
import { fieldMaker, type RecordForm } from './record-fields.ts';
import { itemKinds } from './types.ts';

/** The fields of a motie or toezegging. */
export const ItemFields = ({ rq, form }: { rq: Rq; form: RecordForm }) => {
  const t = rq.texts(councilTexts);
  const { text, date, error } = fieldMaker(rq, form);
  const { filled, people } = form;
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('register.kind')}
        inline
        value={filled.text('kind')}
        options={itemKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...error('kind')}
      />
      <TextField {...text('title')} />
      <TextArea {...text('text')} rows={4} />
      <TextField {...text('number')} width={20} />
      <DateField {...date('given')} description={t('dated.hint')} />
      <TextField {...text('given_by')} description={t('field.given_by.hint')} />
      <TextField {...text('owner_function')} description={t('field.owner_function.hint')} />
      <Select
        name="owner"
        label={t('field.owner')}
        value={filled.text('owner')}
        emptyLabel={t('field.owner.none')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        {...error('owner')}
      />
      <DateField {...date('due')} description={t('field.due.hint')} />
      <TextField {...text('source')} description={t('field.source.hint')} />
    </>
  );
};
