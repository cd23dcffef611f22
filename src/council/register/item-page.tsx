import type { ReactNode } from 'react';
import { typedFields } from '#gemeente/index.ts';
import { reachesObject } from '#people/index.ts';
import { formatDate, isoDate } from '#platform/calendar/index.ts';
import { afterStep } from '#platform/state-machine.ts';
import {
  Alert,
  Button,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  InlineForm,
  Lead,
  Link,
  LinkButton,
  Paragraph,
  Section,
  StatusBadge,
  SummaryList,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { REGISTER } from '../paths.ts';
import { partsOfDated, wordsOfDated } from '../rules/dated.ts';
import { type ItemStep, itemMachine } from '../rules/item-states.ts';
import { councilTexts } from '../texts.ts';
import { type Failed, fieldsOf, mistakesOf } from '../web/attempt.ts';
import { toneOf } from '../web/words.tsx';
import { Beside } from './beside.tsx';
import type { ItemView } from './one.ts';

interface Props {
  readonly rq: Rq;
  readonly view: ItemView;
  readonly failed: Failed | null;
}

/** Which steps this reader may take now: asked of the same gate and the same table as the commands. */
const mayStep = (rq: Rq, { item }: ItemView, step: ItemStep): boolean => {
  if (afterStep(itemMachine, item.state, step) === null) return false;
  if (step === 'settle' || step === 'decline') return rq.may('council.settle');
  if (step === 'extend') return rq.may('council.extend');
  const accountIds = item.owner_account_id === null ? [] : [item.owner_account_id];
  return rq.world.gate(rq.principal, 'council.propose_settled', reachesObject(rq.principal, { accountIds }))
    .ok;
};

const StepForm = ({ rq, view, path, children }: Props & { path: string; children: ReactNode }) => (
  <Form action={`${REGISTER}/${view.item.id}/${path}`} csrf={rq.csrf}>
    <HiddenField name="version" value={String(view.item.version)} />
    {children}
  </Form>
);

const Propose = (props: Props) => {
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

const Settle = (props: Props) => {
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

const Decline = (props: Props) => {
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

const Extend = (props: Props) => {
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

const Steps = (props: Props) => {
  const { rq, view } = props;
  const t = rq.texts(councilTexts);
  const may = (step: ItemStep) => mayStep(rq, view, step);
  const any = (['begin', 'propose', 'settle', 'decline', 'extend'] as const).some(may);
  if (!any) return null;
  return (
    <Section id="steps" title={t('step.title')}>
      {may('settle') ? <Settle {...props} /> : null}
      {may('propose') ? <Propose {...props} /> : null}
      {may('begin') ? (
        <InlineForm
          action={`${REGISTER}/${view.item.id}/begin`}
          csrf={rq.csrf}
          fields={[{ name: 'version', value: String(view.item.version) }]}
          label={t('step.begin')}
        />
      ) : null}
      {may('decline') ? <Decline {...props} /> : null}
      {may('extend') ? <Extend {...props} /> : null}
    </Section>
  );
};

const Facts = ({ rq, view: { item } }: Props) => {
  const t = rq.texts(councilTexts);
  const line = (key: string, term: string, value: ReactNode) => (value ? [{ key, term, value }] : []);
  const settled =
    item.settled_on && wordsOfDated({ on: item.settled_on, precision: item.settled_precision }, rq.lang);
  return (
    <SummaryList
      rows={[
        ...line('number', t('field.number'), item.number),
        ...line(
          'given',
          t('field.given'),
          wordsOfDated({ on: item.given_on, precision: item.given_precision }, rq.lang),
        ),
        ...line('by', t('field.given_by'), item.given_by),
        ...line('owner', t('field.owner_function'), item.owner_function),
        ...line('due', t('field.due'), item.due_on ? formatDate(item.due_on, rq.lang) : t('field.due.none')),
        ...line('extended', t('field.extension_reason'), item.extension_reason),
        ...line('settlement', t('field.settlement'), item.settlement),
        ...line('declined', t('field.decline_reason'), item.decline_reason),
        ...line('settled', t('field.settled'), settled),
        ...line('source', t('field.source'), item.source),
      ]}
    />
  );
};

/** One motie or toezegging: what it says, who must do what by when, and how it ended. */
export const itemPage = async (rq: Rq, view: ItemView, failed: Failed | null): Promise<PageContent> => {
  const t = rq.texts(councilTexts);
  const { item } = view;
  const props = { rq, view, failed };
  const isLate = item.due_on !== null && item.due_on < isoDate(rq.now) && item.state !== 'settled';
  const title = t('item.title', { kind: t(`kind.${item.kind}`), title: item.title });
  const errors = mistakesOf(rq, failed);
  const thread = await rq.redThread({ kind: 'council_item', id: item.id });
  return {
    title,
    width: 'staff',
    current: REGISTER,
    ...(failed ? { status: failed.status, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={REGISTER}>{t('register.title')}</Link>
        </Paragraph>
        {errors.length > 0 ? <ErrorSummary lang={rq.lang} errors={errors} /> : null}
        {rq.url.searchParams.has('opgeslagen') && !failed ? (
          <Alert kind="ok" announce title={t('saved')} />
        ) : null}
        <Heading level={1}>{title}</Heading>
        <StatusBadge tone={toneOf(item.state, isLate)}>
          {isLate ? t('register.late', { state: t(`state.${item.state}`) }) : t(`state.${item.state}`)}
        </StatusBadge>
        {thread}
        <Lead>{item.text}</Lead>
        <Facts {...props} />
        <Beside rq={rq} about={view.about} mentionedBy={view.mentionedBy} />
        <Steps {...props} />
        {rq.may('council.register') ? (
          <LinkButton href={`${REGISTER}/${item.id}/wijzigen`} look="subtle">
            {t('register.change')}
          </LinkButton>
        ) : null}
      </>
    ),
  };
};
