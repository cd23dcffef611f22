import { reachesObject } from '#people/index.ts';
import { afterStep } from '#platform/state-machine.ts';
import { InlineForm, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { REGISTER } from '../paths.ts';
import { type ItemStep, itemMachine } from '../rules/item-states.ts';
import { councilTexts } from '../texts.ts';
import type { ItemProps } from './item-form.tsx';
import { Decline, Extend } from './item-reasons.tsx';
import { Propose, Settle } from './item-settle.tsx';
import type { ItemView } from './one.ts';

/** Which steps this reader may take now: asked of the same gate and the same table as the commands. */
const mayStep = (rq: Rq, { item }: ItemView, step: ItemStep): boolean => {
  if (afterStep(itemMachine, item.state, step) === null) return false;
  if (step === 'settle' || step === 'decline') return rq.may('council.settle');
  if (step === 'extend') return rq.may('council.extend');
  const accountIds = item.owner_account_id === null ? [] : [item.owner_account_id];
  return rq.world.gate(rq.principal, 'council.propose_settled', reachesObject(rq.principal, { accountIds }))
    .ok;
};

/** What this reader can do with it now. */
export const Steps = (props: ItemProps) => {
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
