import { Button, RadioGroup, Select, TextArea, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { staffTexts } from '../texts.ts';
import { categoryName } from '../web/labels.tsx';
import { FoldedAct } from './frame.tsx';
import { type ActForm, actForm, type DetailPage } from './model.ts';

interface FormsProps {
  readonly rq: Rq;
  readonly page: DetailPage;
}

/** How promising and how useful, one to three, and one sentence (S8, 0.2 D6). */
const AdviceFields = ({ form }: { form: ActForm }) => {
  const t = form.rq.texts(staffTexts);
  const scale = (name: 'kansrijk' | 'nut') => (
    <RadioGroup
      {...form.field(name)}
      label={t(`advice.${name}`)}
      inline
      options={['1', '2', '3'].map((value) => ({ value, label: t.dynamic(`advice.${name}.${value}`) }))}
    />
  );
  return (
    <>
      {scale('kansrijk')}
      {scale('nut')}
      <TextField {...form.field('advies')} label={t('advice.sentence')} />
    </>
  );
};

export const AssignForm = ({ rq, page }: FormsProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, 'beleggen');
  const more = page.core.parts.length > 0;
  return (
    <FoldedAct form={form} summary={more ? t('act.assign_more') : t('act.assign')} anchor="beleggen">
      <Select
        {...form.field('afdeling')}
        label={t('assign.to')}
        emptyLabel={t('assign.choose')}
        options={page.around.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {page.acts.adviceAsked ? <AdviceFields form={form} /> : null}
      <Button>{t('assign.send')}</Button>
    </FoldedAct>
  );
};

export const AnswerForm = ({ rq, page }: FormsProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, 'beantwoorden');
  return (
    <FoldedAct form={form} summary={t('act.answer')} anchor="beantwoorden">
      <TextArea {...form.field('tekst')} label={t('answer.text')} description={t('answer.hint')} rows={5} />
      <Button>{t('answer.send')}</Button>
    </FoldedAct>
  );
};

export const DuplicateForm = ({ rq, page }: FormsProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, 'dubbel');
  return (
    <FoldedAct form={form} summary={t('act.duplicate')}>
      <TextField {...form.field('nummer')} label={t('duplicate.number')} width={10} inputMode="numeric" />
      <TextArea
        {...form.field('tekst')}
        value={form.typed('tekst') || t('duplicate.standard')}
        label={t('answer.text')}
        rows={3}
      />
      <Button>{t('duplicate.send')}</Button>
    </FoldedAct>
  );
};

export const ReferForm = ({ rq, page }: FormsProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, 'doorverwijzen');
  return (
    <FoldedAct form={form} summary={t('act.refer')}>
      <TextArea {...form.field('tekst')} label={t('refer.text')} description={t('refer.hint')} rows={4} />
      <Button>{t('refer.send')}</Button>
    </FoldedAct>
  );
};

export const UnsureForm = ({ rq, page }: FormsProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, 'wijkregisseur');
  return (
    <FoldedAct form={form} summary={t('act.to_wijkregisseur')} anchor="wijkregisseur">
      <TextField {...form.field('regel')} label={t('desk.unsure.line')} />
      <Button>{t('desk.unsure.send')}</Button>
    </FoldedAct>
  );
};

export const CategoryForm = ({ rq, page }: FormsProps) => {
  const t = rq.texts(staffTexts);
  const form = actForm(rq, page, 'onderwerp');
  const { categoryId } = page.core.signaal;
  return (
    <FoldedAct form={form} summary={t('act.categorise')}>
      <Select
        {...form.field('onderwerp')}
        value={form.typed('onderwerp') || categoryId || ''}
        label={t('desk.category')}
        emptyLabel={t('assign.choose')}
        options={page.around.categories.map((one) => ({
          value: one.id,
          label: categoryName(rq, { category: one.name, categoryEn: one.name_en }),
        }))}
      />
      <Button look="secondary">{t('categorise.send')}</Button>
    </FoldedAct>
  );
};
