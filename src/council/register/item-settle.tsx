import { typedFields } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { Button, DateField, TextArea } from '#platform/web/components/index.ts';
import { partsOfDated } from '../rules/dated.ts';
import { councilTexts } from '../texts.ts';
import { fieldsOf } from '../web/failed.ts';
import { type ItemProps, StepForm } from './item-form.tsx';

/** Who must do it says how it was done. */
export const Propose = (props: ItemProps) => {
  const { rq, failed } = props;
  const t = rq.texts(councilTexts);
  const form = fieldsOf(rq, failed, 'voorstel');
  return (
    <StepForm {...props} path="voorstel">
      <TextArea
        name="settlement"
        label={t('step.propose.how')}
        description={t('step.propose.hint')}
        rows={4}
        value={form.typed('settlement')}
        {...form.error('settlement')}
      />
      <Button>{t('step.propose')}</Button>
    </StepForm>
  );
};

/** The registrar settles it: how, and on which day. */
export const Settle = (props: ItemProps) => {
  const { rq, view, failed } = props;
  const t = rq.texts(councilTexts);
  const form = fieldsOf(rq, failed, 'afdoen');
  const today = partsOfDated({ on: isoDate(rq.now), precision: 'day' });
  return (
    <StepForm {...props} path="afdoen">
      <TextArea
        id="settlement-settle"
        name="settlement"
        label={t('step.settle.how')}
        rows={4}
        value={form.isOpen ? form.typed('settlement') : (view.item.settlement ?? '')}
        {...form.error('settlement')}
      />
      <DateField
        name="settled"
        lang={rq.lang}
        label={t('step.settle.day')}
        description={t('dated.hint')}
        value={form.isOpen ? typedFields(form.raw).parts('settled') : today}
        {...form.error('settled')}
      />
      <Button>{t('step.settle')}</Button>
    </StepForm>
  );
};
