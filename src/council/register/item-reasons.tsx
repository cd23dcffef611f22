import { typedFields } from '#gemeente/index.ts';
import { Button, DateField, Details, TextArea } from '#platform/web/components/index.ts';
import { councilTexts } from '../texts.ts';
import { fieldsOf } from '../web/failed.ts';
import { type ItemProps, StepForm } from './item-form.tsx';

/** The registrar does not find it done yet. */
export const Decline = (props: ItemProps) => {
  const { rq, failed } = props;
  const t = rq.texts(councilTexts);
  const form = fieldsOf(rq, failed, 'niet-afdoen');
  return (
    <Details summary={t('step.decline')} open={form.isOpen}>
      <StepForm {...props} path="niet-afdoen">
        <TextArea
          name="decline"
          label={t('step.reason')}
          rows={3}
          value={form.typed('decline')}
          {...form.error('decline')}
        />
        <Button look="secondary">{t('step.decline')}</Button>
      </StepForm>
    </Details>
  );
};

/** A later day, with the reason. */
export const Extend = (props: ItemProps) => {
  const { rq, failed } = props;
  const t = rq.texts(councilTexts);
  const form = fieldsOf(rq, failed, 'verlengen');
  return (
    <Details summary={t('step.extend')} open={form.isOpen}>
      <StepForm {...props} path="verlengen">
        <DateField
          name="new_due"
          lang={rq.lang}
          label={t('step.extend.day')}
          value={form.isOpen ? typedFields(form.raw).parts('new_due') : undefined}
          {...form.error('new_due')}
        />
        <TextArea
          name="reason"
          label={t('step.reason')}
          rows={3}
          value={form.typed('reason')}
          {...form.error('reason')}
        />
        <Button look="secondary">{t('step.extend')}</Button>
      </StepForm>
    </Details>
  );
};
