import { Button, RadioGroup, Select, TextArea, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { ActFrame } from '../../plan/pages/frame.tsx';
import { type ActForm, actForm } from '../../plan/pages/model.ts';
import { planTexts } from '../../plan/texts.ts';
import { testResults } from '../states.ts';
import type { TestPage } from './model.ts';

interface PageProps {
  readonly rq: Rq;
  readonly page: TestPage;
}

const formOf = (
  { test, failed }: TestPage,
  name: string,
  stored: Parameters<typeof actForm>[3] = {},
): ActForm => actForm(`/toetsen/${test.id}`, failed, name, stored);

const resultsIn = (rq: Rq) =>
  testResults.map((value) => ({ value, label: rq.texts(planTexts)(`result.${value}`) }));

/** Why nothing was measured: asked while a goal has no new measurement. */
const NotMeasured = ({ rq, page, form }: PageProps & { form: ActForm }) => {
  const t = rq.texts(planTexts);
  const { measured, missing } = page.evidence;
  if (missing.length === 0 && measured.length > 0) return null;
  return (
    <TextArea
      {...form.field('notMeasuredReason')}
      rows={2}
      label={t('test.notMeasured')}
      description={t('test.notMeasuredHelp')}
    />
  );
};

/** The proposal of trekker and wijkregisseur to the college. */
export const ProposeForm = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { test } = page;
  const form = formOf(page, 'voorstel', {
    proposal: test.proposal,
    reason: test.proposalReason,
    notMeasuredReason: test.notMeasuredReason,
  });
  return (
    <ActFrame rq={rq} form={form} version={test.version}>
      <RadioGroup {...form.field('proposal')} label={t('test.proposeField')} options={resultsIn(rq)} />
      <TextArea {...form.field('reason')} rows={3} label={t('test.reason')} />
      <NotMeasured rq={rq} page={page} form={form} />
      <Button>{t('test.proposeSend')}</Button>
    </ActFrame>
  );
};

/** The decision of the college, or of who cites its mandate. */
export const DecideForm = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { test, may } = page;
  const form = formOf(page, 'besluit', {
    result: test.proposal,
    reason: test.proposalReason,
    notMeasuredReason: test.notMeasuredReason,
  });
  return (
    <ActFrame rq={rq} form={form} version={test.version}>
      <RadioGroup {...form.field('result')} label={t('test.decideField')} options={resultsIn(rq)} />
      <TextArea {...form.field('reason')} rows={3} label={t('test.reason')} />
      <NotMeasured rq={rq} page={page} form={form} />
      <TextField
        {...form.field('dissent')}
        label={t('test.dissent')}
        description={t('test.dissentHelp')}
        note={t('form.optional')}
      />
      <TextField {...form.field('transferredTo')} label={t('test.transferredTo')} note={t('form.optional')} />
      {may.asCollege ? null : (
        <Select
          {...form.field('mandateId')}
          label={t('test.mandate')}
          emptyLabel={t('test.mandateNone')}
          options={test.mandates.map(({ id, scope }) => ({ value: id, label: scope }))}
        />
      )}
      <Button>{t('testStep.decide')}</Button>
    </ActFrame>
  );
};
