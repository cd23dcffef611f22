import { stepsFrom } from '#platform/state-machine.ts';
import { Alert, List, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { focuspuntMachine } from '../states.ts';
import { focuspuntTexts } from '../texts.ts';
import { ActButton } from './act-form.tsx';
import { DecisionForm } from './decision-fields.tsx';
import { isGap } from './gaps.tsx';
import { NewsAct } from './news-act.tsx';
import type { WorkProps } from './props.ts';
import type { Work } from './read.ts';

const Warnings = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  if (work.warnings.length === 0) return null;
  return (
    <Alert kind="warning" title={t('warnings.title')}>
      <List
        items={work.warnings.map((warning) => ({
          key: warning,
          content: isGap(warning) ? t(`gap.${warning}`) : t(`warning.${warning}`),
        }))}
      />
      <Paragraph>{t('warnings.text')}</Paragraph>
    </Alert>
  );
};

/** The one next act in this state. */
export const NextAct = (props: WorkProps) => {
  const { rq, work } = props;
  const t = rq.texts(focuspuntTexts);
  if (work.state === 'proposed' && rq.may('focuspunt.prepare')) {
    return (
      <>
        <Paragraph>{t('next.consult')}</Paragraph>
        <ActButton rq={rq} work={work} path="vragen" look="primary" label={t('step.consult')} />
      </>
    );
  }
  if (work.state === 'consulting' && rq.may('focuspunt.prepare')) {
    return (
      <>
        <Warnings rq={rq} work={work} />
        <ActButton rq={rq} work={work} path="naar-college" look="primary" label={t('step.to_college')} />
      </>
    );
  }
  if (work.state === 'with_college') {
    return (
      <>
        <Warnings rq={rq} work={work} />
        {rq.may('focuspunt.decide') ? (
          <DecisionForm {...props} />
        ) : (
          <Paragraph>{t('next.college')}</Paragraph>
        )}
      </>
    );
  }
  return <NewsAct rq={rq} work={work} />;
};

/** What can become of it from here. */
export const Ahead = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  const steps = stepsFrom(focuspuntMachine, work.state).map((step) => t(`step.${step}`));
  return steps.length === 0 ? null : (
    <Paragraph small>{t('next.ahead', { steps: steps.join(', ') })}</Paragraph>
  );
};
