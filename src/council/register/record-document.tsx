import { DateField, Select, TextArea, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { councilTexts } from '../texts.ts';
import { fieldMaker, type RecordForm } from './record-fields.ts';
import { documentKinds, documentStatuses } from './types.ts';

/** The fields of a document. */
export const DocumentFields = ({ rq, form }: { rq: Rq; form: RecordForm }) => {
  const t = rq.texts(councilTexts);
  const { text, date, error } = fieldMaker(rq, form);
  const { filled, choices, id } = form;
  return (
    <>
      <Select
        name="kind"
        label={t('register.kind')}
        value={filled.text('kind')}
        emptyLabel={t('choose')}
        options={documentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...error('kind')}
      />
      <TextField {...text('title')} />
      <TextField {...text('number')} width={20} />
      <DateField {...date('dated')} description={t('dated.hint')} />
      <Select
        name="status"
        label={t('register.state')}
        value={filled.text('status')}
        emptyLabel={t('choose')}
        options={documentStatuses.map((value) => ({ value, label: t(`state.${value}`) }))}
        {...error('status')}
      />
      <TextArea {...text('summary')} rows={3} />
      <TextField {...text('link')} description={t('field.link.hint')} spellCheck={false} />
      <TextField {...text('source')} description={t('field.source.hint')} />
      <Select
        name="replaces"
        label={t('field.replaces')}
        value={filled.text('replaces')}
        emptyLabel={t('about.none')}
        options={choices.document
          .filter((one) => one.id !== id)
          .map((one) => ({ value: one.id, label: one.name }))}
        {...error('replaces')}
      />
    </>
  );
};
