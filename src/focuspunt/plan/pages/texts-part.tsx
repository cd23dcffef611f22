import {
  Button,
  Checkbox,
  InlineForm,
  OwnIn,
  Paragraph,
  Section,
  SummaryList,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { planTexts } from '../texts.ts';
import { ActFrame, FoldedAct } from './frame.tsx';
import { type PlanPage, planForm } from './model.ts';

interface PageProps {
  readonly rq: Rq;
  readonly page: PlanPage;
}

/** What the plan says, and the form that writes it. */
export const TextsPart = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { plan } = page;
  const empty = t('plan.empty');
  return (
    <Section id="plan" title={t('plan.what')}>
      <SummaryList
        rows={[
          { key: 'approach', term: t('plan.approach'), value: plan.approach || empty },
          { key: 'participation', term: t('plan.participation'), value: plan.participation || empty },
          ...(plan.socialDomain
            ? [{ key: 'split', term: t('plan.roleSplit'), value: plan.roleSplit ?? empty }]
            : []),
        ]}
      />
      {plan.agreedWithout === null ? null : (
        <Paragraph>
          <OwnIn text={t('plan.agreedWithout', { reason: plan.agreedWithout })} own={[plan.agreedWithout]} />
        </Paragraph>
      )}
      {page.may('plan.edit') && plan.state !== 'finished' ? <EditForm rq={rq} page={page} /> : null}
    </Section>
  );
};

const EditForm = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { plan } = page;
  const form = planForm(page, 'wijzigen', {
    approach: plan.approach,
    roleSplit: plan.roleSplit,
    participation: plan.participation,
    socialDomain: plan.socialDomain ? 'on' : '',
  });
  const { value, ...social } = form.field('socialDomain');
  return (
    <FoldedAct
      rq={rq}
      form={form}
      version={plan.version}
      summary={plan.approach === '' ? t('plan.edit') : t('plan.editMore')}
    >
      <TextArea {...form.field('approach')} label={t('plan.approach')} description={t('plan.approachHelp')} />
      <TextArea {...form.field('participation')} rows={3} label={t('plan.participation')} />
      <Checkbox {...social} checked={value === 'on'} label={t('plan.socialDomain')} />
      <TextArea
        {...form.field('roleSplit')}
        rows={3}
        label={t('plan.roleSplit')}
        description={t('plan.roleSplitHelp')}
      />
      <Button>{t('plan.save')}</Button>
    </FoldedAct>
  );
};

const STEP_PATHS = { start: 'starten', finish: 'afronden', revise: 'herzien' } as const;

const OneClick = ({ rq, page, step }: PageProps & { step: keyof typeof STEP_PATHS }) => (
  <InlineForm
    action={`/plannen/${page.plan.id}/${STEP_PATHS[step]}`}
    csrf={rq.csrf}
    look={step === 'revise' ? 'subtle' : 'primary'}
    label={rq.texts(planTexts)(`planStep.${step}`)}
    fields={[{ name: 'versie', value: String(page.plan.version) }]}
  />
);

/** The one next act of the plan: agree, start or finish; or that no plan is needed. */
export const NextStep = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { plan } = page;
  if (!page.may('plan.edit') || plan.state === 'finished') return null;
  return (
    <Section id="volgende" title={t('plan.next')}>
      {plan.state === 'draft' ? <AgreeForm rq={rq} page={page} /> : null}
      {plan.state === 'agreed' ? <OneClick rq={rq} page={page} step="start" /> : null}
      {plan.state === 'active' ? <OneClick rq={rq} page={page} step="finish" /> : null}
      {plan.state === 'draft' ? null : <OneClick rq={rq} page={page} step="revise" />}
      {plan.state === 'draft' && plan.waiver === null ? <WaiveForm rq={rq} page={page} /> : null}
    </Section>
  );
};

const AgreeForm = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const form = planForm(page, 'afstemmen');
  const isWaiting = page.plan.views.some(({ view }) => view === null);
  return (
    <ActFrame rq={rq} form={form} version={page.plan.version}>
      <Paragraph>{t('plan.agreeAbout')}</Paragraph>
      {isWaiting || form.isOpen ? (
        <TextField {...form.field('without')} label={t('plan.without')} note={t('form.optional')} />
      ) : null}
      <Button>{t('planStep.agree')}</Button>
    </ActFrame>
  );
};

const WaiveForm = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const form = planForm(page, 'geen-plan');
  return (
    <FoldedAct rq={rq} form={form} version={page.plan.version} summary={t('plan.waive')}>
      <TextField {...form.field('reason')} label={t('plan.waiveReason')} />
      <Button look="secondary">{t('plan.waiveSave')}</Button>
    </FoldedAct>
  );
};
